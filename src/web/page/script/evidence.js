/** The cells that prove something, as a short list of where they stand. */

import { h } from "./dom.js";
import { w } from "./words.js";

/** Cells named; a rule rarely needs more to be believed. */
const NAMED = 3;

/**
 * @param {import("./types.js").Evidence[]|undefined} cells
 * @param {string} said  the sentence they prove: most name the cells themselves
 * @returns {HTMLElement|null}
 */
export function evidence(cells, said) {
  if (!cells?.length || cells.every(({ file }) => said.includes(file))) return null;
  const words = cells
    .slice(0, NAMED)
    .map(({ file, sheet, row }) => w("rowOf", { file: sheet ? `${file}, ${sheet}` : file, row }));
  return h("p", { class: "evidence" }, words.join("; "));
}
