/** Files that come into the page, by dropping or choosing: single ones, several, or a folder with all it holds. */

import { h, icon } from "./dom.js";

/** Files a school's folder may hold that are worth sending. */
const WANTED = /\.(csv|tsv|txt|xlsx|xls|ods|toml|fet|xml)$/i;

/**
 * A place to drop files on, which is also a labelled file input.
 * @param {object} words
 * @param {string} words.name   accessible name of the input
 * @param {string} words.title
 * @param {string} words.hint
 * @param {boolean} several
 * @param {(files: File[]) => void} take
 */
export function dropZone({ name, title, hint }, several, take) {
  const input = h("input", {
    type: "file",
    class: "drop-input",
    "aria-label": name,
    multiple: several,
    onchange: () => {
      const files = [...(input.files ?? [])];
      input.value = "";
      if (files.length) take(files);
    },
  });
  const zone = h(
    "label",
    { class: "drop" },
    icon("file"),
    h("span", { class: "drop-title" }, title),
    h("span", { class: "drop-hint" }, hint),
    input,
  );
  for (const over of ["dragenter", "dragover"]) {
    zone.addEventListener(over, (event) => {
      event.preventDefault();
      zone.classList.add("is-over");
    });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("is-over"));
  zone.addEventListener("drop", async (event) => {
    event.preventDefault();
    zone.classList.remove("is-over");
    const files = event.dataTransfer ? await filesOf(event.dataTransfer) : [];
    const wanted = files.length > 1 ? files.filter((file) => WANTED.test(file.name)) : files;
    if (wanted.length) take(several ? wanted : wanted.slice(0, 1));
  });
  return { element: zone, choose: () => input.click() };
}

/**
 * @param {DataTransfer} dropped
 * @returns {Promise<File[]>}
 */
async function filesOf(dropped) {
  const entries = [...dropped.items]
    .map((item) => item.webkitGetAsEntry?.())
    .filter((entry) => entry !== null && entry !== undefined);
  if (entries.length === 0) return [...dropped.files];
  return (await Promise.all(entries.map(filesBelow))).flat();
}

/**
 * @param {FileSystemEntry} entry
 * @returns {Promise<File[]>}
 */
async function filesBelow(entry) {
  if (entry.isFile) {
    return [await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject))];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {FileSystemEntry[]} */
  const inside = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map(filesBelow))).flat();
}
