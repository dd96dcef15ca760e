/** This morning: who is ill; the fewest changes, who must be told; taken over with one button. */

import { change, refused } from "./actions.js";
import { button, fill, h, icon } from "./dom.js";
import { picker } from "./picker.js";
import { lessonWords } from "./place.js";
import { ROLES } from "./roster.js";
import { days, nearestDay } from "./school.js";
import * as server from "./server.js";
import { busy, listen, revision, school, state } from "./store.js";
import { dayWords, dotted, roleWord, w } from "./words.js";

/** @typedef {import("./types.js").Absence} Absence */

/** @type {import("./main.js").View} */
export function todayView(holder) {
  const all = days(school());
  const today = nearestDay(all, state.opened?.today ?? localDate(new Date()));
  /** @type {Absence[]} */
  const absent = [];
  /** @type {number|null} */
  let person = null;
  const who = picker(w("whoIsIll"), school().people, (id) => {
    person = id;
    add.disabled = id === null;
    seek.disabled = id === null && absent.length === 0;
  });
  const from = h("input", {
    type: "date",
    value: today,
    onchange: () => {
      if (from.value > to.value) to.value = from.value;
      showDuty();
    },
  });
  const to = h("input", { type: "date", value: today });
  const lessons = h("input", { type: "text", inputmode: "numeric", placeholder: w("allLessons") });
  const weekday = h("input", { type: "text", placeholder: w("everyDay") });
  const add = button(
    w("oneMore"),
    () => {
      take();
      who.focus();
    },
    { class: "button quiet-button", type: "button", disabled: true },
  );
  const seek = button(w("findReplacements"), () => {}, { class: "button strong", type: "submit", disabled: true });
  const listed = h("ul", { class: "bare absent" });
  const onDuty = h("section", { class: "on-duty" });
  const answer = h("div", { class: "answer", "aria-live": "polite" });

  fill(
    holder,
    h("div", { class: "view-head" }, h("h1", {}, w("view-today")), h("p", { class: "quiet" }, w("todayLead"))),
    h(
      "form",
      {
        class: "card form",
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          take();
          void preview();
        },
      },
      who.element,
      h("label", { class: "field" }, h("span", {}, w("from")), from),
      h("label", { class: "field" }, h("span", {}, w("until")), to),
      h("label", { class: "field narrow" }, h("span", {}, w("weekdays")), weekday),
      h("label", { class: "field narrow" }, h("span", {}, w("lessons")), lessons),
      h("div", { class: "form-verbs" }, add, seek),
    ),
    listed,
    answer,
    onDuty,
  );
  showDuty();

  /** Everybody with a place on the first day of absence; a name goes into the form. */
  function showDuty() {
    const day = all.find((one) => one.date === from.value);
    const places = (day?.sittings ?? []).flatMap((sitting) => state.roster?.sittings.get(sitting.id) ?? []);
    const people = [...new Set(places.map((place) => place.person))]
      .filter((id) => id !== null)
      .map((id) => school().people[/** @type {number} */ (id)]);
    people.sort((a, b) => a.name.localeCompare(b.name));
    fill(
      onDuty,
      h("h2", {}, w("onDutyThen", { day: dayWords(from.value || today) })),
      people.length === 0 && h("p", { class: "quiet" }, w("nobodyOnDuty")),
      h(
        "div",
        { class: "names" },
        people.map((one) => button(one.short, () => who.put(one), { class: "button small" })),
      ),
    );
  }

  /** Puts what stands in the form on the list. */
  function take() {
    if (person === null) return;
    absent.push({
      person,
      from: from.value,
      to: to.value,
      weekday: weekday.value.trim(),
      lessons: lessons.value.trim(),
    });
    person = null;
    who.clear();
    add.disabled = true;
    list();
  }

  function list() {
    seek.disabled = absent.length === 0;
    onDuty.hidden = absent.length > 0;
    fill(
      listed,
      absent.map((absence, index) =>
        h(
          "li",
          { class: "chip" },
          absenceWords(absence),
          button(
            w("remove"),
            () => {
              absent.splice(index, 1);
              list();
              fill(answer);
            },
            { class: "button plain icon-only", icon: "close" },
          ),
        ),
      ),
    );
  }

  async function preview() {
    if (absent.length === 0) return;
    busy(w("repairing"));
    try {
      show(await server.planRepair(revision(), absent), false);
    } catch (problem) {
      await refused(problem);
    } finally {
      busy(null);
    }
  }

  async function carryOut() {
    const reply = await change(() => server.repair(revision(), absent), w("repairing"));
    if (!reply) return;
    absent.length = 0;
    list();
    show({ summary: w("takenOver"), changes: reply.changes ?? [], told: reply.told ?? [], left: [] }, true);
  }

  /** @param {import("./types.js").Plan} plan @param {boolean} done */
  function show({ summary, changes, told, left }, done) {
    fill(
      answer,
      h("p", { class: "answer-summary" }, icon(done ? "ok" : "swap"), summary),
      left.length > 0 &&
        h(
          "section",
          { class: "card finding finding-exception" },
          h("h2", {}, w("leftOver")),
          left.map((words) => h("p", {}, words)),
        ),
      changes.length > 0 &&
        h(
          "div",
          { class: "answer-body" },
          h(
            "section",
            {},
            h("h2", {}, w("whatChanges")),
            h(
              "ul",
              { class: "bare" },
              changes.map((one) => h("li", { class: "change" }, changeWords(one))),
            ),
          ),
          h(
            "section",
            {},
            h("h2", {}, w("whoMustKnow")),
            h(
              "ul",
              { class: "bare" },
              told.map((one) => h("li", { class: "told" }, toldWords(one))),
            ),
          ),
        ),
      h(
        "div",
        { class: "answer-verbs" },
        !done && button(w("takeOver"), () => void carryOut(), { class: "button strong", icon: "ok" }),
        done && h("a", { class: "button strong", href: "#sheets" }, w("updatedSheets")),
        changes.length > 0 && button(w("print"), () => print(), { icon: "print" }),
      ),
    );
  }

  return listen("roster", showDuty);
}

/** `Иванова А. П., 21 апреля – 23 апреля, уроки 2–3` @param {Absence} absence */
function absenceWords({ person, from, to, weekday, lessons }) {
  const days = [...new Set([from, to])].map(dayWords).join(" – ");
  return [school().people[person].short, days, weekday, lessons && lessonWords({ lesson: lessons })].filter(Boolean).join(", ");
}

/** @param {import("./types.js").Change} change */
function changeWords({ date, lesson, class: name, subject, role, was, now }) {
  return [
    h(
      "span",
      { class: "quiet" },
      dotted(dayWords(date), lesson && lessonWords({ lesson }), name, subject, roleWord(ROLES.indexOf(role))),
    ),
    h("span", { class: "change-names" }, h("s", {}, was ?? w("empty")), " → ", h("b", {}, now ?? w("empty"))),
  ];
}

/** @param {import("./types.js").Told} told */
const toldWords = ({ person, takesOn, givesUp }) => [
  h("b", {}, person),
  takesOn.map((duty) => h("span", {}, w("takesOn", { duty }))),
  givesUp.map((duty) => h("span", { class: "quiet" }, w("givesUp", { duty }))),
];

/** The computer's date, `2026-04-21`. @param {Date} now */
const localDate = (now) =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
