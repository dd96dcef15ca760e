/** A schedule out of days, classes and subjects: what it would be is shown while one chooses, with what there is to say about it. */

import { refused } from "./actions.js";
import { afterPause, button, fill, h } from "./dom.js";
import * as server from "./server.js";
import { revision, state } from "./store.js";
import { dayWords, dotted, many, w } from "./words.js";

/** @typedef {{sittings: {date: string, lesson: string, class: string, subject: string}[], left: [string, string][], advice: string[]}} Planned */

/** How long typing may pause before the schedule is laid out anew. */
const PAUSE = 300;
/** A schedule longer than this is a slip. */
const MOST_DAYS = 120;

/**
 * @param {HTMLElement} holder
 * @param {string[]} classes
 * @param {string[]} subjects  known ones, to choose from
 * @param {(reply: import("./types.js").SchoolReply) => void} done
 * @param {() => void} leave
 */
export function schedulePlan(holder, classes, subjects, done, leave) {
  const today = state.opened?.today ?? "";
  const again = afterPause(() => void preview(), PAUSE);
  const from = h("input", { type: "date", value: today, onchange: again });
  const to = h("input", { type: "date", value: today, onchange: again });
  const weekdays = [1, 2, 3, 4, 5, 6].map((day) =>
    h("input", { type: "checkbox", value: day, checked: day < 6, onchange: again }),
  );
  const writing = classes.map((name) => h("input", { type: "checkbox", value: name, checked: true, onchange: again }));
  const what = h("input", { type: "text", class: "wide", list: "plan-subjects", value: "", oninput: again });
  const number = (/** @type {number} */ value, /** @type {number} */ most) =>
    h("input", { type: "number", min: 1, max: most, value, onchange: again });
  const [first, last, length, most] = [number(2, 12), number(4, 12), number(1, 2), number(1, 3)];
  const result = h("div", { class: "plan-result", role: "status" });
  const take = button(w("enterSchedule"), () => void enter(), { class: "button strong", disabled: true });

  fill(
    holder,
    h(
      "section",
      { class: "card schedule-plan", "aria-label": w("layOut") },
      h("h3", {}, w("layOut")),
      h("p", { class: "quiet" }, w("layOutLead")),
      h(
        "div",
        { class: "plan-fields" },
        h("label", {}, w("fromDay"), from),
        h("label", {}, w("toDay"), to),
        h("fieldset", {}, h("legend", {}, w("onDays")), weekdays.map((box) => check(box, weekdayWord(Number(box.value))))),
      ),
      h(
        "fieldset",
        {},
        h("legend", {}, w("whichClasses")),
        writing.map((box) => check(box, box.value)),
      ),
      h("label", {}, w("whichSubjects"), what),
      h("datalist", { id: "plan-subjects" }, subjects.map((value) => h("option", { value }))),
      h(
        "div",
        { class: "plan-fields" },
        h("label", {}, w("firstLesson"), first),
        h("label", {}, w("lastLesson"), last),
        h("label", {}, w("lessonsLong"), length),
        h("label", {}, w("mostADay"), most),
      ),
      result,
      h("div", { class: "more-verbs" }, take, button(w("cancelWord"), leave)),
    ),
  );
  what.focus();

  const order = () => ({
    days: days(from.value, to.value, new Set(weekdays.filter((box) => box.checked).map((box) => Number(box.value)))),
    classes: writing.filter((box) => box.checked).map((box) => box.value),
    subjects: what.value
      .split(/[,;]/)
      .map((name) => name.trim())
      .filter(Boolean),
    first: Number(first.value),
    last: Number(last.value),
    length: Number(length.value),
    mostADay: Number(most.value),
  });

  async function preview() {
    const wanted = order();
    if (!wanted.days.length || !wanted.classes.length || !wanted.subjects.length) {
      take.disabled = true;
      fill(result);
      return;
    }
    try {
      show(await server.planSchedule(wanted));
    } catch (problem) {
      take.disabled = true;
      await refused(problem);
    }
  }

  /** @param {Planned} planned */
  function show({ sittings, left, advice }) {
    take.disabled = sittings.length === 0;
    const dates = [...new Set(sittings.map(({ date }) => date))];
    const on = (/** @type {string} */ day) =>
      sittings.filter(({ date }) => date === day).map((it) => dotted(it.class, it.subject, it.lesson));
    fill(
      result,
      h("p", {}, w("laidOut", { sittings: many("sittings", sittings.length), days: many("days", dates.length) })),
      h(
        "ul",
        { class: "plan-days" },
        dates.map((date) => h("li", {}, h("b", {}, dayWords(date)), " ", on(date).join("; "))),
      ),
      left.length > 0 &&
        h(
          "p",
          { class: "remark-error" },
          w("notLaidOut", { names: left.map(([of, subject]) => `${of} ${subject}`).join(", ") }),
        ),
      advice.length > 0 && h("ul", { class: "remark-warning plan-advice" }, advice.map((line) => h("li", {}, line))),
    );
  }

  async function enter() {
    try {
      done(await server.enterSchedule(revision(), order()));
    } catch (problem) {
      await refused(problem);
    }
  }
}

/** @param {HTMLInputElement} box @param {string} words */
const check = (box, words) => h("label", { class: "check" }, box, words);

/** @param {number} day from Monday, 1 */
const weekdayWord = (day) =>
  new Date(Date.UTC(2024, 0, day)).toLocaleDateString(document.documentElement.lang, {
    weekday: "short",
    timeZone: "UTC",
  });

/**
 * The days from one to the other that fall on those days of the week, ISO.
 * @param {string} from
 * @param {string} to
 * @param {Set<number>} weekdays  from Monday, 1
 */
export function days(from, to, weekdays) {
  /** @type {string[]} */
  const found = [];
  const day = new Date(`${from}T00:00:00Z`);
  const end = new Date(`${to}T00:00:00Z`);
  for (let steps = 0; day <= end && steps < MOST_DAYS; steps += 1) {
    if (weekdays.has(day.getUTCDay() || 7)) found.push(day.toISOString().slice(0, 10));
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return found;
}
