/**
 * The door to whatever answers the page: here, the program that served it. The single file has a door of its own behind the
 * same names.
 */

/** @typedef {{ok: boolean, status: number, reply: any}} Answer */

/**
 * What the page does with the school's files itself, where there is no program beside it.
 * @typedef {object} Own
 * @property {boolean} canOpen                                   a folder can be opened
 * @property {() => Promise<object|null>} openFolder             null where the person thought better of it
 * @property {() => Promise<void>} saveAll                       everything, as one file
 * @property {() => boolean} isUnsaved                           something would be lost with the window
 * @property {string} edition
 */

/** @type {Own|null} */
export const own = null;

/**
 * @param {string} method
 * @param {string} where
 * @param {BodyInit} [body]
 * @param {string} [type]
 * @returns {Promise<Answer>} rejects where nothing answers
 */
export async function ask(method, where, body, type = "application/json") {
  /** @type {Record<string, string>} */
  const headers = body === undefined ? {} : { "content-type": type };
  const answer = await fetch(where, { method, body, headers, credentials: "same-origin", cache: "no-store" });
  return { ok: answer.ok, status: answer.status, reply: await answer.json().catch(() => null) };
}

/** What makes a link save the file at that address. @param {string} where @param {string} name */
export const offer = (where, name) => ({ href: where, download: name });

/** Saves the file at that address. @param {string} where */
export function download(where) {
  const link = document.createElement("a");
  link.href = where;
  link.download = "";
  document.body.append(link);
  link.click();
  link.remove();
}

/** Shows a sheet. @param {HTMLIFrameElement} frame @param {string} where */
export function show(frame, where) {
  frame.src = where;
}
