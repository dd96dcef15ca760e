/** What a file or a sheet is, and which of its columns holds what: said by hand, remembered beside the files. */

import { refused } from "./actions.js";
import { button, fill, h } from "./dom.js";
import { say } from "./notice.js";
import * as server from "./server.js";
import { revision } from "./store.js";
import { dotted, w } from "./words.js";

/** @typedef {{file: string, sheet: string|null}} Place */
/** @typedef {{name: string, heading: string, note: string, example: string, required: boolean, choices: string[]}} Column */
/** @typedef {{text: string, place: number, column: string|null, samples: string[]}} Heading */
/** @typedef {{table: string|null, tables: {name: string, title: string}[], columns: Column[], headings: Heading[]}} Reading */

/** The choice by which a sheet is no list. */
const ASIDE = "none";

/**
 * @param {HTMLElement} holder
 * @param {Place} place
 * @param {(reply: import("./types.js").SchoolReply) => void} done
 * @param {() => void} leave
 */
export async function meaningPanel(holder, place, done, leave) {
  try {
    draw(await server.reading(place.file, place.sheet));
  } catch (problem) {
    await refused(problem);
  }

  /** @param {Reading} reading */
  function draw(reading) {
    const { table, tables, columns, headings } = reading;
    /** @type {Map<string, HTMLSelectElement>} */
    const chosen = new Map();
    const kind = h(
      "select",
      { "aria-label": w("isTable"), onchange: () => void turn(kind.value) },
      h("option", { value: "" }, w("chooseTable")),
      tables.map(({ name, title }) => h("option", { value: name, selected: name === table }, title)),
      h("option", { value: ASIDE }, w("asideTable")),
    );
    const missing = h("p", { class: "quiet", role: "status" });
    const take = button(w("takeMeaning"), () => void send(table, mapping(headings, chosen)), {
      class: "button strong",
    });
    fill(
      holder,
      h(
        "section",
        { class: "card meaning", "aria-label": w("meaningOf", { name: dotted(place.file, place.sheet) }) },
        h("h3", {}, w("meaningOf", { name: dotted(place.file, place.sheet) })),
        h("label", { class: "meaning-kind" }, h("span", {}, w("isTable")), kind),
        table && h("p", { class: "quiet" }, w("whichColumn")),
        table && h("div", { class: "meaning-columns" }, columns.map(columnChoice)),
        h("div", { class: "more-verbs" }, table && take, button(w("cancelWord"), leave), missing),
      ),
    );
    check();

    /** @param {Column} column */
    function columnChoice(column) {
      const select = h(
        "select",
        { onchange: () => free(column.name) },
        h("option", { value: "" }, w("noHeading")),
        headings.map((heading) =>
          h(
            "option",
            { value: heading.place, selected: heading.column === column.name },
            [heading.text, heading.samples.slice(0, 2).join(", ")].filter(Boolean).join(": "),
          ),
        ),
      );
      chosen.set(column.name, select);
      return h(
        "label",
        { title: column.note },
        h("span", {}, column.heading, column.required && h("b", { "aria-hidden": "true" }, "\u00a0*")),
        select,
      );
    }

    /** A heading stands for one column. @param {string} column */
    function free(column) {
      const value = chosen.get(column)?.value;
      for (const [other, select] of chosen) if (other !== column && value && select.value === value) select.value = "";
      check();
    }

    function check() {
      const lacking = columns.filter(({ name, required }) => required && !chosen.get(name)?.value);
      take.disabled = lacking.length > 0;
      missing.textContent = lacking.length
        ? w("columnMissing", { names: lacking.map(({ heading }) => heading).join(", ") })
        : "";
    }
  }

  /** @param {string} table */
  async function turn(table) {
    if (table === ASIDE) return send(null, {});
    try {
      draw(await server.reading(place.file, place.sheet, table));
    } catch (problem) {
      await refused(problem);
    }
  }

  /** @param {string|null} table @param {Record<string, string>} columns */
  async function send(table, columns) {
    try {
      done(await server.meaning(revision(), { ...place, table, columns }));
      say(w("meaningKept"), "done");
    } catch (problem) {
      await refused(problem);
    }
  }
}

/**
 * What is said of each heading: the column it was chosen for; nothing, where it was taken for one and is none.
 * @param {Heading[]} headings
 * @param {Map<string, HTMLSelectElement>} chosen
 */
function mapping(headings, chosen) {
  /** @type {Record<string, string>} */
  const columns = {};
  for (const heading of headings) if (heading.column) columns[heading.text] = "";
  for (const [column, select] of chosen) {
    const heading = headings.find(({ place }) => String(place) === select.value);
    if (heading) columns[heading.text] = column;
  }
  return columns;
}
