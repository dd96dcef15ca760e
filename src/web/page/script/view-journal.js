/** The journal: who did what, and when. */

import { refused } from "./actions.js";
import { fill, h, icon } from "./dom.js";
import * as server from "./server.js";
import { listen } from "./store.js";
import { dayWords, dotted, w } from "./words.js";

/** @typedef {{when: string, who: string, what: string, date: string, class: string, subject: string, role: string, from: string, to: string}} Entry */

/** Entries drawn; the file has them all. */
const MOST = 500;

/** @type {import("./main.js").View} */
export function journalView(holder) {
  const body = h("div", { class: "journal" });
  fill(
    holder,
    h("div", { class: "view-head" }, h("h1", {}, w("view-journal")), h("p", { class: "quiet" }, w("journalLead"))),
    body,
  );
  let turn = 0;

  async function load() {
    const mine = (turn += 1);
    try {
      const { rows } = /** @type {{rows: Entry[]}} */ (await server.journal());
      if (mine === turn)
        fill(
          body,
          rows.length ? table(rows.slice(0, MOST)) : h("p", { class: "calm" }, icon("empty"), w("journalEmpty")),
        );
    } catch (problem) {
      if (mine === turn) await refused(problem);
    }
  }

  void load();
  return listen("roster", () => void load());
}

/** @param {Entry[]} rows */
function table(rows) {
  const heads = [w("when"), w("who"), w("whatDone"), w("where"), w("was"), w("became")];
  return h(
    "table",
    { class: "plain-table" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        heads.map((words) => h("th", { scope: "col" }, words)),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map((row) =>
        h(
          "tr",
          {},
          [clockWords(row.when), row.who, row.what, place(row), row.from, row.to].map((words, index) =>
            h("td", { "data-word": heads[index] }, words),
          ),
        ),
      ),
    ),
  );
}

/** @param {Entry} entry */
const place = ({ date, class: name, subject, role }) =>
  dotted(/^\d{4}-\d\d-\d\d$/.test(date) ? dayWords(date) : date, name, subject, role);

/** `25 ноября, 10:15:00` of `2026-11-25 10:15:00`; the file has the year. @param {string} when */
function clockWords(when) {
  const [date, time] = when.split(" ");
  return time ? `${dayWords(date)}, ${time}` : when;
}
