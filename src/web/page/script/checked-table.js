/** A table of the roster that is checked, as it was typed, with every finding at its cell. */

import { h, icon } from "./dom.js";
import { rove } from "./roving.js";
import { setColumns } from "./sheet-columns.js";
import { w } from "./words.js";

/**
 * @typedef {object} OwnTable
 * @property {string|null} sheet
 * @property {string[][]} rows
 * @property {number[]} numbers   line of the file, or row of the sheet, of each row
 * @property {number[]} header    positions of the header's lines among the rows
 * @property {string[]} columns
 *
 * @typedef {object} OwnFinding
 * @property {number} id
 * @property {import("./types.js").Finding["kind"]} kind
 * @property {string} rule
 * @property {number|null} table
 * @property {number|null} row      position among the table's rows
 * @property {number|null} column   null: the whole row
 * @property {string} place         in words
 * @property {string} message
 * @property {string|null} suggestion
 * @property {import("./types.js").Evidence[]} evidence
 * @property {boolean} accept       whether the suggestion can be accepted
 * @property {boolean} accepted
 */

/** Where the text of a finding stands. @param {OwnFinding} finding */
export const findingId = (finding) => `finding-${finding.id}`;
/** Where a row stands. @param {number|null} table @param {number|null} row */
export const rowId = (table, row) => `checked-${table}-${row}`;

/** @param {OwnFinding} finding */
const isGrave = ({ kind }) => kind === "conflict" || kind === "unfilled";

/**
 * @param {OwnTable} table
 * @param {number} number  position of the table
 * @param {OwnFinding[]} findings
 */
export function checkedTable(table, number, findings) {
  const width = Math.max(table.columns.length, ...table.rows.map((row) => row.length));
  const grid = h("div", { role: "grid", class: "sheet", "aria-label": table.sheet ?? w("rosterFile") });
  setColumns(grid, table.rows, width);
  const open = findings.filter((finding) => finding.table === number && !finding.accepted);
  table.rows.forEach((texts, row) =>
    grid.append(table.header.includes(row) ? headRow(texts, row) : drawRow(texts, row)),
  );
  rove(grid).refresh();
  return h("div", { class: "sheet-scroll" }, grid);

  /** @param {number} row */
  function lineNumber(row) {
    return h("div", { role: "rowheader", class: "line-number" }, table.numbers[row]);
  }

  /** @param {string[]} texts @param {number} row */
  function headRow(texts, row) {
    const cells = Array.from({ length: width }, (_, column) => h("div", { role: "columnheader" }, texts[column] ?? ""));
    return h("div", { role: "row", class: "sheet-row sheet-header" }, lineNumber(row), cells);
  }

  /** @param {string[]} texts @param {number} row */
  function drawRow(texts, row) {
    const here = open.filter((finding) => finding.row === row);
    const whole = here.filter((finding) => finding.column === null);
    const line = h("div", { role: "row", class: "sheet-row", id: rowId(number, row) }, lineNumber(row));
    for (let column = 0; column < width; column += 1) {
      line.append(
        drawCell(texts[column] ?? "", column, column === 0 ? [...whole, ...at(here, column)] : at(here, column)),
      );
    }
    line.classList.toggle("row-error", whole.some(isGrave));
    return line;
  }

  /** @param {OwnFinding[]} here @param {number} column */
  function at(here, column) {
    return here.filter((finding) => finding.column === column);
  }

  /** @param {string} text @param {number} column @param {OwnFinding[]} wrong */
  function drawCell(text, column, wrong) {
    const grave = wrong.some(isGrave);
    const attributes = {
      role: "gridcell",
      tabindex: -1,
      "aria-colindex": column + 2,
      class: wrong.length ? `cell cell-${grave ? "error" : "warning"}` : "cell",
      "aria-invalid": grave ? "true" : null,
      "aria-describedby": wrong.map(findingId).join(" ") || null,
      title: wrong.map((finding) => finding.message).join("\n") || null,
    };
    return h(
      "div",
      attributes,
      wrong.length > 0 && icon(grave ? "conflict" : "exception"),
      h("span", { class: "cell-text" }, text),
    );
  }
}
