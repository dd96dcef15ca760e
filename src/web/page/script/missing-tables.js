/** Lists that the school does not have yet: those it needs, and those it may have. */

import { button, h, icon } from "./dom.js";
import { w } from "./words.js";

/** @typedef {{table: string, title: string, about: string, needed: boolean}} Missing */

/**
 * Cards of the lists without which no roster can be made.
 * @param {Missing[]} missing
 * @param {(table: string) => void} begin
 * @param {() => void} withoutObservers
 */
export const neededTables = (missing, begin, withoutObservers) =>
  missing
    .filter(({ needed }) => needed)
    .map(({ table, title, about }) =>
      h(
        "div",
        { class: "complaint needed-table" },
        icon("file"),
        h("span", {}, h("b", {}, w("neededTable", { title })), " ", about),
        h(
          "span",
          { class: "more-verbs" },
          button(w("beginTable", { title }), () => begin(table), { class: "button small" }),
          table === "parents" && button(w("noObservers"), withoutObservers, { class: "button small" }),
        ),
      ),
    );

/**
 * The others, folded away.
 * @param {Missing[]} missing
 * @param {(table: string) => void} begin
 */
export function otherTables(missing, begin) {
  const others = missing.filter(({ needed }) => !needed);
  if (others.length === 0) return null;
  return h(
    "details",
    { class: "other-tables" },
    h("summary", {}, w("moreTables")),
    others.map(({ table, title, about }) =>
      h(
        "div",
        {},
        button(w("beginTable", { title }), () => begin(table), { class: "button small" }),
        h("small", { class: "quiet" }, about),
      ),
    ),
  );
}
