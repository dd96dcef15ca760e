/** The days of the roster in one line, by month; those with something wrong stand out; one leads to its rows. */

import { fill, h } from "./dom.js";
import { sittingOf } from "./place.js";
import { isEmpty } from "./roster.js";
import { days } from "./school.js";
import { school, state } from "./store.js";
import { dayWords, monthWord, w } from "./words.js";

/** @typedef {import("./school.js").Day} Day */

/**
 * @param {(date: string) => void} show
 */
export function dayStrip(show) {
  const element = h("div", { class: "strip", role: "group", "aria-label": w("daysOfRoster") });

  /** @param {Day} day */
  function dayButton(day) {
    const name = `${day.weekday}, ${dayWords(day.date)}`;
    const number = Number(day.date.slice(8));
    return h(
      "button",
      {
        type: "button",
        class: "day-button",
        "data-day": day.date,
        "aria-label": name,
        title: name,
        onclick: () => show(day.date),
      },
      number,
    );
  }

  return {
    element,
    draw() {
      fill(
        element,
        byMonth(days(school())).map((inside) =>
          h(
            "span",
            { class: "month" },
            h("span", { class: "quiet" }, monthWord(inside[0].date)),
            inside.map(dayButton),
          ),
        ),
      );
    },
    mark() {
      const wrong = new Set();
      for (const place of state.roster?.places.values() ?? []) {
        if (place.mark?.kind === "conflict" || isEmpty(place)) wrong.add(sittingOf(school(), place).date);
      }
      for (const one of element.querySelectorAll("button"))
        one.classList.toggle("has-conflict", wrong.has(one.dataset.day));
    },
  };
}

/**
 * @param {Day[]} all
 * @returns {Day[][]}
 */
function byMonth(all) {
  /** @type {Map<string, Day[]>} */
  const months = new Map();
  for (const day of all) {
    const month = day.date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return [...months.values()];
}
