/**
 * The roster by date and lesson: a grid with a row for each sitting, under its day. Only what changed is drawn anew.
 */

import { h } from "./dom.js";
import { placeCell, shortName, showPlace } from "./place.js";
import { ROLES, isEmpty } from "./roster.js";
import { rove } from "./roving.js";
import { days, hours, lessonOf, wantsRole } from "./school.js";
import { dayWords, many, roleTitle, w } from "./words.js";

/** @typedef {import("./types.js").School} School */
/** @typedef {import("./types.js").Sitting} Sitting */
/** @typedef {import("./roster.js").Roster} Roster */

/**
 * What the roster view asks of each of its grids.
 * @typedef {object} Board
 * @property {HTMLElement} element
 * @property {(roster: Roster, difference: import("./roster.js").Difference) => void} update
 * @property {(key: string) => HTMLElement|undefined} cell
 * @property {(words: string) => void} filter  hides rows that do not have the words
 * @property {(date: string) => void} showDay
 */

/** Sittings drawn before the first frame; a school of usual size has fewer in all. */
const AT_ONCE = 150;

/** Columns before the places: lesson, class, subject, room. */
const HEADERS = 4;

/**
 * @param {School} school
 * @param {Roster} roster
 * @returns {Board}
 */
export function daysGrid(school, roster) {
  const roles = ROLES.map((_, role) => role).filter((role) => wantsRole(school, ROLES[role]) || hasRole(roster, role));
  const grid = h("div", { role: "grid", class: "grid days", "aria-label": w("rosterByDays") });
  grid.style.setProperty("--roles", String(roles.length));
  /** @type {Map<string, HTMLElement>} */
  const cells = new Map();
  /** @type {Map<number, HTMLElement>} */
  const rows = new Map();
  /** @type {{day: import("./school.js").Day, element: HTMLElement, marks: HTMLElement}[]} */
  const drawn = [];
  let shown = roster;

  grid.append(headRow(roles));
  for (const day of days(school)) {
    const marks = h("span", { class: "day-marks" });
    const title = h(
      "h3",
      { class: "day-title" },
      h("span", { class: "weekday" }, day.weekday),
      " ",
      dayWords(day.date),
    );
    const head = h(
      "div",
      { role: "row", class: "day-head" },
      h("div", { role: "rowheader", "aria-colspan": HEADERS + roles.length }, title, marks),
    );
    const element = h("div", { role: "rowgroup", class: "day", id: `day-${day.date}` }, head);
    element.style.setProperty("--rows", String(day.sittings.length));
    drawn.push({ day, element, marks });
    grid.append(element);
  }
  drawDays(AT_ONCE);
  markDays();
  const stops = rove(grid);
  stops.refresh();
  // The frame with the first days stands on the screen before the others are drawn.
  requestAnimationFrame(() => setTimeout(() => drawDays(Infinity)));

  /** Draws the rows of days that have none yet, until that many sittings are drawn. @param {number} enough */
  function drawDays(enough) {
    for (const { day, element } of drawn) {
      if (rows.size >= enough) return;
      if (rows.has(day.sittings[0].id)) continue;
      let before = "";
      for (const sitting of day.sittings) {
        const time = `${sitting.lesson} ${sitting.start}`;
        const row = h("div", { role: "row", class: time === before ? "sitting again" : "sitting" });
        before = time;
        rows.set(sitting.id, row);
        drawRow(sitting);
        element.append(row);
      }
    }
  }

  /** @param {Sitting} sitting */
  function drawRow(sitting) {
    const row = /** @type {HTMLElement} */ (rows.get(sitting.id));
    const places = shown.sittings.get(sitting.id) ?? [];
    row.replaceChildren(
      h("div", { role: "rowheader", class: "lesson" }, h("b", {}, lessonOf(sitting)), h("small", {}, hours(sitting))),
      h("div", { role: "rowheader", class: "class" }, sitting.class, sitting.group && h("small", {}, sitting.group)),
      h("div", { role: "rowheader", class: "subject" }, sitting.subject),
      h("div", { role: "rowheader", class: "room", "data-word": w("roomShort") }, sitting.room),
    );
    roles.forEach((role, position) => {
      const holder = h("div", { class: "seats", role: "presentation" });
      for (const place of places.filter((other) => other.role === role)) {
        const cell = placeCell(HEADERS + 1 + position);
        showPlace(cell, school, place);
        cells.set(place.key, cell);
        holder.append(cell);
      }
      row.append(holder);
    });
  }

  function markDays() {
    for (const { day, marks } of drawn) {
      const places = day.sittings.flatMap((sitting) => shown.sittings.get(sitting.id) ?? []);
      const conflicts = places.filter((place) => place.mark?.kind === "conflict" && !isEmpty(place)).length;
      const empty = places.filter(isEmpty).length;
      marks.replaceChildren(
        h("span", { class: "quiet" }, many("sittings", day.sittings.length)),
        ...(conflicts ? [h("span", { class: "tag tag-conflict" }, many("conflicts", conflicts))] : []),
        ...(empty ? [h("span", { class: "tag tag-empty" }, many("emptyPlaces", empty))] : []),
      );
    }
  }

  return {
    element: grid,
    cell(key) {
      drawDays(Infinity);
      return cells.get(key);
    },
    update(next, { changed, reshaped }) {
      drawDays(Infinity);
      shown = next;
      for (const sitting of reshaped) if (school.sittings[sitting]) drawRow(school.sittings[sitting]);
      for (const key of changed) {
        const cell = cells.get(key);
        const place = next.places.get(key);
        if (cell && place) showPlace(cell, school, place);
      }
      markDays();
      stops.refresh();
    },
    filter(words) {
      drawDays(Infinity);
      for (const { day, element } of drawn) {
        let any = false;
        for (const sitting of day.sittings) {
          const hit = matches(school, shown, sitting, words);
          const row = /** @type {HTMLElement} */ (rows.get(sitting.id));
          row.hidden = !hit;
          any ||= hit;
        }
        element.hidden = !any;
      }
      stops.refresh();
    },
    showDay(date) {
      grid.querySelector(`#day-${date}`)?.scrollIntoView({ block: "start" });
    },
  };
}

/** @param {Roster} roster @param {number} role */
const hasRole = (roster, role) => roster.reply.cells.some((cell) => cell[1] === role);

/** @param {number[]} roles */
function headRow(roles) {
  const head = (/** @type {string} */ words, /** @type {string} */ kind) =>
    h("div", { role: "columnheader", class: kind }, words);
  return h(
    "div",
    { role: "row", class: "head" },
    head(w("lesson"), "lesson"),
    head(w("class"), "class"),
    head(w("subject"), "subject"),
    head(w("roomShort"), "room"),
    roles.map((role) => head(roleTitle(role), `role role-${ROLES[role]}`)),
  );
}

/**
 * @param {School} school
 * @param {Roster} roster
 * @param {Sitting} sitting
 * @param {string} words  lower case
 */
function matches(school, roster, sitting, words) {
  if (!words) return true;
  const names = (roster.sittings.get(sitting.id) ?? []).map((place) => shortName(school, place));
  const text = [sitting.class, sitting.subject, sitting.short, sitting.room, dayWords(sitting.date), ...names].join(
    " ",
  );
  return text.toLocaleLowerCase().includes(words);
}
