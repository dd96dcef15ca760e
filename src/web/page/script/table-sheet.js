/**
 * One table as its file has it, with each complaint under the cell it is about. A cell is corrected in place; the file
 * itself changes only when it is saved, with a backup next to it.
 */

import { refresh, refused } from "./actions.js";
import { button, fill, h, icon } from "./dom.js";
import { say } from "./notice.js";
import { rove } from "./roving.js";
import { setColumns } from "./sheet-columns.js";
import * as server from "./server.js";
import { revision } from "./store.js";
import { dotted, w } from "./words.js";

/** @typedef {import("./types.js").TableRead} TableRead */
/** @typedef {{row: number, column: number|null, gravity: string, message: string, nearest: string|null}} Mark  of a cell, or of a whole row */
/** @typedef {{cells: string[][], rows: number[], header: number|null, marks: Mark[], dirty: boolean}} Sheet */

/** Rows drawn as one block; blocks off screen are not laid out. */
const BLOCK = 50;

/** Whether only rows with complaints are shown, kept while the page is open. */
let onlyMarked = false;

/** The cell just corrected: it has the focus again once the table is drawn anew. @type {{row: number, column: number}|null} */
let returnTo = null;

let asked = 0;

/**
 * @param {HTMLElement} holder
 * @param {TableRead} table
 */
export async function tableSheet(holder, table) {
  const turn = (asked += 1);
  try {
    const sheet = /** @type {Sheet} */ (await server.table(table.file, table.sheet));
    if (turn === asked) draw(holder, table, sheet);
  } catch (problem) {
    if (turn === asked) await refused(problem);
  }
}

/**
 * @param {HTMLElement} holder
 * @param {TableRead} table
 * @param {Sheet} sheet
 */
function draw(holder, table, sheet) {
  const width = Math.max(1, ...sheet.cells.map((row) => row.length));
  /** @type {Map<string, Mark[]>} */
  const marks = new Map();
  for (const mark of sheet.marks) {
    const key = `${mark.row}.${mark.column ?? 0}`;
    marks.set(key, [...(marks.get(key) ?? []), mark]);
  }
  const header = sheet.header ?? -1;
  const marked = new Set(sheet.marks.map((mark) => mark.row));
  const only = h("input", {
    type: "checkbox",
    checked: onlyMarked,
    onchange: () => again(() => (onlyMarked = only.checked)),
  });
  const grid = h("div", { role: "grid", class: "sheet", "aria-label": table.title, "aria-colcount": width + 1 });
  const remarked = new Set(sheet.marks.map((mark) => mark.column ?? 0));
  setColumns(grid, sheet.cells.slice(Math.max(header, 0)), width, remarked);
  const rows = sheet.cells
    .map((cells, index) => ({ cells, index }))
    .filter(({ index }) => index >= header && (!onlyMarked || index === header || marked.has(index)));
  for (let first = 0; first < rows.length; first += BLOCK) {
    grid.append(h("div", { role: "rowgroup", class: "block" }, rows.slice(first, first + BLOCK).map(drawRow)));
  }
  fill(
    holder,
    h(
      "div",
      { class: "table-head" },
      h("h2", {}, table.title),
      h(
        "span",
        { class: "quiet" },
        dotted(table.file, table.sheet, table.encoding, delimiterWords(table.delimiter)),
      ),
      sheet.marks.length > 0 && h("label", { class: "check" }, only, w("onlyMarked")),
      sheet.dirty
        ? button(w("saveToFiles"), () => void save(), { class: "button strong small" })
        : h("span", { class: "quiet" }, w("clickToCorrect")),
    ),
    h("div", { class: "sheet-scroll" }, grid),
  );
  rove(grid).refresh();
  const back = returnTo && grid.querySelector(`[data-at="${returnTo.row}.${returnTo.column}"]`);
  if (back instanceof HTMLElement) back.focus();
  returnTo = null;

  /** @param {{cells: string[], index: number}} row */
  function drawRow({ cells, index }) {
    const head = index === header;
    return h(
      "div",
      { role: "row", class: head ? "sheet-row sheet-header" : "sheet-row" },
      h("div", { role: "rowheader", class: "line-number" }, sheet.rows[index]),
      Array.from({ length: width }, (_, column) =>
        head ? h("div", { role: "columnheader" }, cells[column] ?? "") : drawCell(index, column, cells[column] ?? ""),
      ),
    );
  }

  /** @param {number} row @param {number} column @param {string} text */
  function drawCell(row, column, text) {
    const wrong = marks.get(`${row}.${column}`) ?? [];
    const gravity = wrong[0]?.gravity;
    const cell = h("div", {
      role: "gridcell",
      tabindex: -1,
      "data-at": `${row}.${column}`,
      "aria-colindex": column + 2,
      class: gravity ? `cell cell-${gravity}` : "cell",
      "aria-invalid": gravity === "error" ? "true" : null,
    });
    const edit = () => editor(cell, text, (changed) => void correct(row, column, changed));
    fill(
      cell,
      h("span", { class: "cell-text" }, text),
      wrong.map((mark) => remark(mark, row, column)),
    );
    cell.addEventListener("click", (event) => {
      if (!(/** @type {Element} */ (event.target).closest("button, input"))) edit();
    });
    cell.addEventListener("keydown", (event) => {
      if (event.target !== cell || (event.key !== "Enter" && event.key !== "F2")) return;
      event.preventDefault();
      edit();
    });
    return cell;
  }

  /** @param {Mark} mark @param {number} row @param {number} column */
  function remark(mark, row, column) {
    const { nearest } = mark;
    return h(
      "span",
      { class: `remark remark-${mark.gravity}` },
      icon(mark.gravity === "error" ? "conflict" : "exception"),
      h("span", {}, mark.message),
      nearest &&
        button(w("putNearest", { nearest }), () => void correct(row, column, nearest), { class: "button small" }),
    );
  }

  /** @param {number} row @param {number} column @param {string} text */
  async function correct(row, column, text) {
    try {
      returnTo = { row, column };
      await server.correctCell(revision(), {
        file: table.file,
        sheet: table.sheet,
        row: sheet.rows[row],
        column: column + 1,
        text,
      });
      await refresh();
    } catch (problem) {
      await refused(problem);
    }
  }

  async function save() {
    try {
      await server.save(revision());
      say(w("saved"), "done");
      await refresh();
    } catch (problem) {
      await refused(problem);
    }
  }

  /** @param {() => void} set */
  function again(set) {
    set();
    draw(holder, table, sheet);
  }
}

/**
 * Turns a cell into a field; Enter or leaving it keeps the text, Escape does not.
 * @param {HTMLElement} cell
 * @param {string} text
 * @param {(text: string) => void} keep
 */
function editor(cell, text, keep) {
  const words = cell.querySelector(".cell-text");
  if (!words || cell.querySelector("input")) return;
  let done = false;
  /** @param {boolean} kept */
  const end = (kept) => {
    if (done) return;
    done = true;
    field.replaceWith(words);
    cell.focus();
    if (kept && field.value !== text) keep(field.value);
  };
  const field = h("input", {
    type: "text",
    class: "cell-field",
    value: text,
    "aria-label": w("correctCell"),
    onblur: () => end(true),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      event.stopPropagation();
      if (event.key === "Enter") end(true);
      if (event.key === "Escape") end(false);
    },
  });
  words.replaceWith(field);
  field.focus();
  field.select();
}

/** @param {string|null} delimiter */
function delimiterWords(delimiter) {
  if (delimiter === "\t") return w("tab");
  return delimiter ? `«${delimiter}»` : "";
}
