/**
 * One table as its file has it, with each complaint under the cell it is about. Cells are typed in place, rows added, pasted and
 * deleted; each step is written at once, the file as it came is kept beside it, and undo takes the step back.
 */

import { refused, takeLists } from "./actions.js";
import { button, fill, h, icon } from "./dom.js";
import { rove } from "./roving.js";
import { setColumns } from "./sheet-columns.js";
import * as server from "./server.js";
import { revision } from "./store.js";
import { dotted, w } from "./words.js";

/** @typedef {import("./types.js").TableRead} TableRead */
/** @typedef {import("./meaning.js").Column} Column */
/** @typedef {{row: number, column: number|null, gravity: string, message: string, nearest: string|null}} Mark  of a cell, or of a whole row */
/** @typedef {{cells: string[][], rows: number[], header: number|null, marks: Mark[], columns: [number, Column][], more: Column[]}} Sheet */

/** Rows drawn as one block; blocks off screen are not laid out. */
const BLOCK = 50;

/** Whether only rows with complaints are shown, kept while the page is open. */
let onlyMarked = false;

/** Where typing goes on once the table is drawn anew; `edit`: in a field. @type {{row: number, column: number, edit?: boolean}|null} */
let returnTo = null;

let asked = 0;

/**
 * @param {HTMLElement} holder
 * @param {Pick<TableRead, "title"|"file"|"sheet"> & Partial<TableRead>} table
 * @param {{title: string, press: () => void}[]} [verbs]  what else can be done with it
 */
export async function tableSheet(holder, table, verbs = []) {
  const turn = (asked += 1);
  try {
    const sheet = /** @type {Sheet} */ (await server.table(table.file, table.sheet));
    if (turn === asked) draw(holder, table, sheet, verbs);
  } catch (problem) {
    if (turn === asked) await refused(problem);
  }
}

/**
 * @param {HTMLElement} holder
 * @param {Pick<TableRead, "title"|"file"|"sheet"> & Partial<TableRead>} table
 * @param {Sheet} sheet
 * @param {{title: string, press: () => void}[]} verbs
 */
function draw(holder, table, sheet, verbs) {
  const width = Math.max(1, ...sheet.cells.map((row) => row.length));
  const columns = new Map(sheet.columns);
  /** The row that is not there yet stands below all others. */
  const next = sheet.cells.length;
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
  if (sheet.header !== null && !onlyMarked) rows.push({ cells: [], index: next });
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
        dotted(table.file, table.sheet, table.encoding, delimiterWords(table.delimiter ?? null)),
      ),
      sheet.marks.length > 0 && h("label", { class: "check" }, only, w("onlyMarked")),
      h(
        "span",
        { class: "more-verbs" },
        verbs.map(({ title, press }) => button(title, press, { class: "button small" })),
        sheet.more.length > 0 && addColumn(),
      ),
    ),
    sheet.header !== null && h("p", { class: "quiet type-hint" }, w("typeHint")),
    h("div", { class: "sheet-scroll" }, grid),
    [...columns].map(([place, column]) => offered(place, column)),
  );
  rove(grid).refresh();
  const back = returnTo && grid.querySelector(`[data-at="${returnTo.row}.${returnTo.column}"]`);
  const typing = returnTo?.edit;
  returnTo = null;
  if (back instanceof HTMLElement) {
    back.focus();
    if (typing) back.dispatchEvent(new CustomEvent("type"));
  }

  /** What may be chosen in a column. @param {number} place @param {Column} column */
  function offered(place, { choices }) {
    if (choices.length === 0) return null;
    return h("datalist", { id: `choices-${place}` }, choices.map((value) => h("option", { value })));
  }

  function addColumn() {
    const select = h(
      "select",
      {
        class: "small",
        "aria-label": w("addColumn"),
        onchange: () => void type({ cells: [[sheet.rows[header], width + 1, select.value]] }),
      },
      h("option", { value: "" }, w("addColumn")),
      sheet.more.map(({ heading, note }) => h("option", { value: heading, title: note }, heading)),
    );
    return select;
  }

  /** @param {{cells: string[], index: number}} row */
  function drawRow({ cells, index }) {
    const head = index === header;
    const number = sheet.rows[index];
    return h(
      "div",
      { role: "row", class: head ? "sheet-row sheet-header" : index === next ? "sheet-row sheet-new" : "sheet-row" },
      h(
        "div",
        { role: "rowheader", class: "line-number", "aria-label": index === next ? w("newRow") : null },
        index === next ? "+" : number,
        index > header &&
          index < next &&
          sheet.header !== null &&
          button(w("deleteRow", { row: number }), () => void type({ drop: [number] }), {
            class: "button plain icon-only drop-row",
            icon: "close",
            // The table is one stop of the Tab key; its rows are deleted from a cell by keys.
            tabindex: -1,
            "aria-keyshortcuts": "Control+Delete",
          }),
      ),
      Array.from({ length: width }, (_, column) =>
        head
          ? h("div", { role: "columnheader", title: columns.get(column)?.note }, cells[column] ?? "")
          : drawCell(index, column, cells[column] ?? ""),
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
    const edit = () =>
      editor(cell, text, {
        list: columns.get(column)?.choices.length ? `choices-${column}` : null,
        keep: (changed, key) => void correct(row, column, changed, goOn(row, column, key)),
        paste: (copied) => void put(row, column, copied),
        go: (key) => {
          const to = goOn(row, column, key);
          const cellThere = to && grid.querySelector(`[data-at="${to.row}.${to.column}"]`);
          if (cellThere instanceof HTMLElement) {
            cellThere.focus();
            cellThere.dispatchEvent(new CustomEvent("type"));
          }
        },
      });
    cell.addEventListener("type", edit);
    cell.addEventListener("paste", (event) => {
      const copied = event.clipboardData?.getData("text/plain") ?? "";
      if (event.target !== cell || !copied) return;
      event.preventDefault();
      void put(row, column, copied);
    });
    fill(
      cell,
      h("span", { class: "cell-text" }, text),
      wrong.map((mark) => remark(mark, row, column)),
    );
    cell.addEventListener("click", (event) => {
      if (!(/** @type {Element} */ (event.target).closest("button, input"))) edit();
    });
    cell.addEventListener("keydown", (event) => {
      if (event.target === cell && event.ctrlKey && event.key === "Delete" && row < next) {
        returnTo = { row, column };
        return void type({ drop: [sheet.rows[row]] });
      }
      if (event.target !== cell || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Delete" && text) return void correct(row, column, "", { row, column });
      if (event.key !== "Enter" && event.key !== "F2" && event.key.length !== 1) return;
      if (event.key.length !== 1) event.preventDefault();
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
        button(w("putNearest", { nearest }), () => void correct(row, column, nearest, { row, column }), { class: "button small" }),
    );
  }

  /** Where typing goes on after a key. @param {number} row @param {number} column @param {string} key */
  function goOn(row, column, key) {
    if (key === "Enter") return { row: row + 1, column: row + 1 >= next ? 0 : column, edit: true };
    if (key === "Tab") return column + 1 < width ? { row, column: column + 1, edit: true } : { row: row + 1, column: 0, edit: true };
    return { row, column };
  }

  /**
   * @param {number} row
   * @param {number} column
   * @param {string} text
   * @param {{row: number, column: number, edit?: boolean}} then
   */
  async function correct(row, column, text, then) {
    returnTo = then;
    const before = Array.from({ length: column }, () => "");
    await type(row < next ? { cells: [[sheet.rows[row], column + 1, text]] } : { add: [[...before, text]] });
  }

  /** Rows copied elsewhere, laid over the table from a cell on. @param {number} row @param {number} column @param {string} copied */
  async function put(row, column, copied) {
    const lines = copied.replace(/\r?\n$/, "").split(/\r?\n/);
    /** @type {[number, number, string][]} */
    const cells = [];
    /** @type {string[][]} */
    const add = [];
    lines.forEach((line, down) => {
      const texts = line.split("\t");
      const at = row + down;
      if (at < next) texts.forEach((text, right) => cells.push([sheet.rows[at], column + right + 1, text]));
      else add.push([...Array.from({ length: column }, () => ""), ...texts]);
    });
    returnTo = { row: row + lines.length, column };
    await type({ cells, add });
  }

  /** @param {server.Typed} typed */
  async function type(typed) {
    try {
      await takeLists(await server.typeRows(revision(), { file: table.file, sheet: table.sheet }, typed));
    } catch (problem) {
      returnTo = null;
      await refused(problem);
    }
  }

  /** @param {() => void} set */
  function again(set) {
    set();
    draw(holder, table, sheet, verbs);
  }
}

/**
 * Turns a cell into a field; Enter, Tab or leaving it keeps the text, Escape does not.
 * @param {HTMLElement} cell
 * @param {string} text
 * @param {object} does
 * @param {string|null} does.list  id of what may be chosen
 * @param {(text: string, key: string) => void} does.keep
 * @param {(key: string) => void} does.go      the key leads on, and nothing was changed
 * @param {(copied: string) => void} does.paste  more than one cell
 */
function editor(cell, text, { list, keep, go, paste }) {
  const words = cell.querySelector(".cell-text");
  if (!words || cell.querySelector("input")) return;
  let done = false;
  /** @param {boolean} kept @param {string} [key] */
  const end = (kept, key = "") => {
    if (done) return;
    done = true;
    const typed = field.value;
    field.replaceWith(words);
    if (key) cell.focus();
    if (kept && typed !== text) {
      words.textContent = typed;
      keep(typed, key);
    } else if (kept && key) go(key);
  };
  const field = h("input", {
    type: "text",
    class: "cell-field",
    value: text,
    list,
    autocomplete: "off",
    "aria-label": w("correctCell"),
    onblur: () => end(true),
    onpaste: (/** @type {ClipboardEvent} */ event) => {
      const copied = event.clipboardData?.getData("text/plain") ?? "";
      if (!/[\t\n]/.test(copied)) return;
      event.preventDefault();
      done = true;
      field.replaceWith(words);
      paste(copied);
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      event.stopPropagation();
      if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) {
        event.preventDefault();
        end(true, event.key);
      }
      if (event.key === "Escape") {
        end(false);
        cell.focus();
      }
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
