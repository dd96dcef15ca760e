/** The load: a bar for each person and role, what was carried over included; a bar leads to the duties. */

import { fill, h } from "./dom.js";
import { lessonWords, sittingOf } from "./place.js";
import { ROLE_CARDS } from "./role-cards.js";
import { ROLES, keyOf } from "./roster.js";
import { segments } from "./segments.js";
import { shortDate, wantsRole } from "./school.js";
import { choose, listen, school, state } from "./store.js";
import { average, dotted, loadWords, many, roleTitle, roleWord, w } from "./words.js";

/** @typedef {{person: number, before: number, now: number}} Load */

/** The role last looked at. */
let role = 0;

/** @type {import("./main.js").View} */
export function loadView(holder) {
  /** @type {number|null} */
  let chosen = null;
  const body = h("div", { class: "load-body" });

  function loads() {
    const now = (/** @type {number} */ person) => state.roster?.loads.get(`${person}.${role}`) ?? 0;
    /** @type {Load[]} */
    const found = school()
      .people.filter((person) => person.roles.includes(ROLES[role]) || now(person.id) > 0)
      .map((person) => ({ person: person.id, before: person.before[ROLES[role]], now: now(person.id) }));
    const name = (/** @type {Load} */ load) => school().people[load.person].name;
    return found.sort((a, b) => b.before + b.now - a.before - a.now || name(a).localeCompare(name(b)));
  }

  function draw() {
    const all = loads();
    const most = Math.max(1, ...all.map((load) => load.before + load.now));
    if (chosen !== null && !all.some((load) => load.person === chosen)) chosen = null;
    fill(
      body,
      h(
        "div",
        { class: "load-left" },
        h("p", { class: "load-summary" }, summary(all)),
        legend(all),
        h(
          "ul",
          { class: "bars" },
          all.map((load) => bar(load, most)),
        ),
      ),
      h(
        "aside",
        { class: "load-right", "aria-label": w("duties"), "aria-live": "polite" },
        chosen === null ? [spread(all, most), h("p", { class: "quiet" }, w("chooseBar"))] : duties(chosen),
      ),
    );
  }

  /** @param {Load[]} all */
  function summary(all) {
    const totals = all.map((load) => load.before + load.now);
    if (totals.length === 0) return w("nobodyHolds");
    const sum = totals.reduce((a, b) => a + b, 0);
    return w("loadSummary", {
      people: many("people", all.length),
      least: Math.min(...totals),
      most: Math.max(...totals),
      mean: average(sum / totals.length),
    });
  }

  /** @param {Load[]} all */
  const legend = (all) =>
    all.some((load) => load.before > 0) &&
    h(
      "p",
      { class: "legend" },
      h("span", { class: "swatch swatch-before" }),
      w("carriedOver"),
      h("span", { class: `swatch role-${ROLES[role]}` }),
      w("thisRoster"),
    );

  /** @param {Load} load @param {number} most */
  function bar({ person, before, now }, most) {
    const carried = h("span", { class: "bar-before" });
    const current = h("span", { class: `bar-now role-${ROLES[role]}` });
    carried.style.width = `${(before / most) * 100}%`;
    current.style.width = `${(now / most) * 100}%`;
    const name = school().people[person].short;
    const words = `${name}: ${loadWords(role, before + now)}${before ? `, ${w("ofThemBefore", { count: before })}` : ""}`;
    return h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: "bar-row",
          "aria-label": words,
          "aria-pressed": String(person === chosen),
          "data-bar": person,
          onclick: () => {
            chosen = person === chosen ? null : person;
            draw();
            /** @type {HTMLElement|null} */ (body.querySelector(`[data-bar="${person}"]`))?.focus();
          },
        },
        h("span", { class: "bar-name", title: name }, name),
        h("span", { class: "bar-track" }, carried, current),
        h("span", { class: "bar-number" }, before + now),
      ),
    );
  }

  /** How many people have how much, for counts small enough to be told apart. @param {Load[]} all @param {number} most */
  function spread(all, most) {
    if (!ROLE_CARDS[role].timeBound || all.length === 0) return null;
    const people = Array.from(
      { length: most + 1 },
      (_, count) => all.filter((load) => load.before + load.now === count).length,
    );
    const highest = Math.max(...people);
    return h(
      "figure",
      { class: "spread" },
      h("figcaption", {}, w("spreadTitle")),
      h(
        "div",
        { class: "columns", role: "list" },
        people.map((count, load) => {
          const column = h("span", { class: `column role-${ROLES[role]}` });
          column.style.height = `${(count / highest) * 100}%`;
          const words = w("spreadWords", { load: loadWords(role, load), people: many("people", count) });
          return h(
            "div",
            { role: "listitem", class: "column-place", "aria-label": words, title: words },
            h("span", { class: "column-number" }, count || ""),
            column,
            h("span", { class: "column-load" }, load),
          );
        }),
      ),
    );
  }

  /** What was carried over, role by role: it counts in the bars and has no duties here. @param {number} person */
  const carried = (person) =>
    ROLES.map((_, of) => [of, school().people[person].before[ROLES[of]]])
      .filter(([, load]) => load > 0)
      .map(([of, load]) => w("carriedAs", { role: roleWord(of), load: loadWords(of, load) }));

  /** @param {number} person */
  function duties(person) {
    const held = [...(state.roster?.places.values() ?? [])].filter((place) => place.person === person);
    held.sort(
      (a, b) => sittingOf(school(), a).date.localeCompare(sittingOf(school(), b).date) || a.sitting - b.sitting,
    );
    return [
      h("h2", {}, school().people[person].name),
      h("p", { class: "quiet" }, dotted(many("duties", held.length), ...carried(person))),
      h(
        "ul",
        { class: "bare duties" },
        held.map((place) => {
          const sitting = sittingOf(school(), place);
          const go = () => {
            location.hash = "#roster";
            setTimeout(() => choose(keyOf(place.id)), 0);
          };
          return h(
            "li",
            {},
            h(
              "button",
              { type: "button", class: "duty", onclick: go },
              h("span", { class: "duty-date" }, shortDate(sitting.date)),
              h(
                "span",
                {},
                dotted(lessonWords(sitting), sitting.class, sitting.subject),
              ),
              h("small", { class: `role-word role-${ROLES[place.role]}` }, roleTitle(place.role)),
            ),
          );
        }),
      ),
    ];
  }

  const held = () => ROLES.map((_, of) => of).filter((of) => wantsRole(school(), ROLES[of]));
  if (!held().includes(role)) role = held()[0] ?? 0;
  fill(
    holder,
    h(
      "div",
      { class: "view-head" },
      h("h1", {}, w("view-load")),
      segments(
        w("role"),
        held().map((of) => [String(of), roleTitle(of)]),
        String(role),
        (id) => {
          role = Number(id);
          draw();
        },
      ),
    ),
    body,
  );
  draw();
  return listen("roster", draw);
}
