/**
 * One stop for the Tab key in a whole grid; arrows go on from there. `neighbour` is the pure part.
 */

/**
 * Where a key leads in a grid of rows. Rows may have gaps: up and down look for the nearest column.
 * @param {number[][]} rows   column numbers of the cells of each row, ascending
 * @param {{row: number, cell: number}} from
 * @param {string} key        as in KeyboardEvent
 * @param {boolean} control
 * @returns {{row: number, cell: number}|null} null where the key does not move
 */
export function neighbour(rows, { row, cell }, key, control) {
  const last = (/** @type {number} */ r) => rows[r].length - 1;
  switch (key) {
    case "ArrowLeft":
      return cell > 0 ? { row, cell: cell - 1 } : null;
    case "ArrowRight":
      return cell < last(row) ? { row, cell: cell + 1 } : null;
    case "Home":
      return control ? vertical(rows, -1, 1, rows[row][0]) : { row, cell: 0 };
    case "End":
      return control ? vertical(rows, rows.length, -1, rows[row][last(row)]) : { row, cell: last(row) };
    case "ArrowUp":
      return vertical(rows, row, -1, rows[row][cell]);
    case "ArrowDown":
      return vertical(rows, row, 1, rows[row][cell]);
    case "PageUp":
      return vertical(rows, Math.max(row - 9, 0), -1, rows[row][cell]) ?? vertical(rows, -1, 1, rows[row][cell]);
    case "PageDown":
      return (
        vertical(rows, Math.min(row + 9, rows.length - 1), 1, rows[row][cell]) ??
        vertical(rows, rows.length, -1, rows[row][cell])
      );
    default:
      return null;
  }
}

/**
 * The next row in a direction that has cells, at the column nearest to the wanted one.
 * @param {number[][]} rows
 * @param {number} row
 * @param {1|-1} step
 * @param {number} column
 */
function vertical(rows, row, step, column) {
  for (let next = row + step; next >= 0 && next < rows.length; next += step) {
    if (rows[next].length === 0) continue;
    const distances = rows[next].map((other) => Math.abs(other - column));
    return { row: next, cell: distances.indexOf(Math.min(...distances)) };
  }
  return null;
}

/**
 * Makes the gridcells of a grid one Tab stop. Cells carry `aria-colindex`; rows that are hidden are skipped.
 * @param {HTMLElement} grid
 */
export function rove(grid) {
  /** @type {HTMLElement|null} */
  let stop = null;

  const cellsOf = (/** @type {Element} */ row) =>
    /** @type {HTMLElement[]} */ ([...row.querySelectorAll("[role=gridcell]")]);

  /** @param {HTMLElement|null} cell */
  function stopAt(cell) {
    if (stop === cell) return;
    if (stop) stop.tabIndex = -1;
    stop = cell;
    if (stop) stop.tabIndex = 0;
  }

  grid.addEventListener("focusin", (event) => {
    const cell = /** @type {HTMLElement} */ (event.target).closest("[role=gridcell]");
    if (cell) stopAt(/** @type {HTMLElement} */ (cell));
  });

  grid.addEventListener("keydown", (event) => {
    const cell = /** @type {HTMLElement} */ (event.target);
    if (cell.getAttribute("role") !== "gridcell" || event.altKey) return;
    if (!/^(Arrow|Home|End|Page)/.test(event.key)) return;
    const rows = [...grid.querySelectorAll("[role=row]:not([hidden])")].map(cellsOf);
    const row = rows.findIndex((cells) => cells.includes(cell));
    const columns = rows.map((cells) => cells.map((other) => Number(other.getAttribute("aria-colindex"))));
    const next = neighbour(columns, { row, cell: rows[row].indexOf(cell) }, event.key, event.ctrlKey);
    event.preventDefault();
    if (next) rows[next.row][next.cell].focus();
  });

  return {
    /** After cells were drawn anew: there is a stop again. */
    refresh() {
      if (stop?.isConnected) return;
      stop = null;
      stopAt(grid.querySelector("[role=row]:not([hidden]) [role=gridcell]"));
    },
  };
}
