/** How wide the columns of a table of text are: as its longest texts ask for, within reason. */

/** Width of the line numbers, and the least and most of a column, in characters. */
const NUMBERS = 6;
const LEAST = 7;
const MOST = 36;

/** The least of a column in which remarks stand. */
const REMARKS = 28;

/** Width of a letter, and of what stands around a text, measured by a digit. */
const LETTER = 1.08;
const PADDING = 2.5;

/** Rows looked at; more would not tell more. */
const LOOKED_AT = 200;

/**
 * Gives a grid its columns: line numbers, then each column; the whole no narrower than its place.
 * @param {HTMLElement} grid
 * @param {string[][]} rows
 * @param {number} width  number of columns
 * @param {Set<number>} [remarked]  columns with remarks
 */
export function setColumns(grid, rows, width, remarked = new Set()) {
  const seen = rows.slice(0, LOOKED_AT);
  const widths = Array.from({ length: width }, (_, column) => {
    const longest = Math.max(0, ...seen.map((row) => (row[column] ?? "").length));
    return Math.min(Math.max(Math.ceil(longest * LETTER) + PADDING, remarked.has(column) ? REMARKS : LEAST), MOST);
  });
  const columns = widths.map((wide) => `minmax(${wide}ch, ${wide}fr)`);
  grid.style.setProperty("--columns", [`${NUMBERS}ch`, ...columns].join(" "));
  grid.style.setProperty("--width", `${widths.reduce((sum, wide) => sum + wide, NUMBERS)}ch`);
}
