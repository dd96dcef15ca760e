/** The cells that prove something, as a short list of where they stand. */

import { h } from "./dom.js";
import { w } from "./words.js";

/** Rows named of one table; a rule rarely needs more to be believed. */
const NAMED = 3;

/**
 * @param {import("./types.js").Evidence[]|undefined} cells
 * @param {string} said  the sentence they prove: most name the cells themselves
 * @returns {HTMLElement|null}
 */
export function evidence(cells, said) {
  if (!cells?.length || cells.every(({ file }) => said.includes(file))) return null;
  /** @type {Map<string, Set<number>>} */
  const rows = new Map();
  for (const { file, sheet, row } of cells) {
    const table = sheet ? `${file}, ${sheet}` : file;
    rows.set(table, (rows.get(table) ?? new Set()).add(row));
  }
  return h("p", { class: "evidence" }, [...rows].map(rowsOf).join("; "));
}

/** @param {[file: string, rows: Set<number>]} table */
function rowsOf([file, all]) {
  const rows = [...all].slice(0, NAMED).join(", ") + (all.size > NAMED ? "…" : "");
  return w(all.size > 1 ? "rowsOf" : "rowOf", { file, rows });
}
