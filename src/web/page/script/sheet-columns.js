/** How wide the columns of a table of text are: as its longest texts ask for, within reason. */

/** Width of the line numbers, and the least and most of a column, in characters. */
const NUMBERS = 6;
const LEAST = 7;
const MOST = 30;

/** Rows looked at; more would not tell more. */
const LOOKED_AT = 200;

/**
 * A template for CSS grid: line numbers, then each column.
 * @param {string[][]} rows
 * @param {number} width  number of columns
 */
export function columnTemplate(rows, width) {
  const seen = rows.slice(0, LOOKED_AT);
  const columns = Array.from({ length: width }, (_, column) => {
    const longest = Math.max(0, ...seen.map((row) => (row[column] ?? "").length));
    const wide = Math.min(Math.max(longest + 2, LEAST), MOST);
    return `minmax(${wide}ch, ${wide}fr)`;
  });
  return [`${NUMBERS}ch`, ...columns].join(" ");
}
