/**
 * The roster as a table of days: a row for each person, or for each class. Rows that a change touches are drawn anew.
 */

import { h } from "./dom.js";
import { placeCell, shortName, showPlace, sittingOf } from "./place.js";
import { ROLES } from "./roster.js";
import { rove } from "./roving.js";
import { classes, days, shortDate } from "./school.js";
import { many, roleShort, w } from "./words.js";

/** @typedef {import("./types.js").School} School */
/** @typedef {import("./roster.js").Roster} Roster */
/** @typedef {import("./roster.js").Place} Place */

/**
 * What makes one matrix different from another.
 * @typedef {object} Axis
 * @property {string} label
 * @property {string} corner
 * @property {{id: string, title: string, person?: number}[]} rows
 * @property {(place: Place) => string} rowOf
 * @property {(place: Place) => string} face     what a place's cell says
 * @property {boolean} skipEmpty                 leave out rows without places
 */

/** The row of places that nobody holds. */
const NOBODY = "nobody";

/** @param {School} school @returns {Axis} */
export function byPerson(school) {
  const people = [...school.people].sort((a, b) => Number(b.staff) - Number(a.staff) || a.name.localeCompare(b.name));
  return {
    label: w("rosterByPeople"),
    corner: w("person"),
    rows: [
      { id: NOBODY, title: w("nobodyYet") },
      ...people.map((person) => ({ id: String(person.id), title: person.short, person: person.id })),
    ],
    rowOf: (place) => (place.person === null ? NOBODY : String(place.person)),
    face(place) {
      const sitting = sittingOf(school, place);
      const unknown = place.text ? `${place.text}: ` : "";
      return `${unknown}${sitting.lesson || sitting.start} · ${sitting.class} ${sitting.short || sitting.subject}`;
    },
    skipEmpty: true,
  };
}

/** @param {School} school @returns {Axis} */
export function byClass(school) {
  return {
    label: w("rosterByClasses"),
    corner: w("class"),
    rows: classes(school).map((name) => ({ id: name, title: name })),
    rowOf: (place) => sittingOf(school, place).class,
    face: (place) => shortName(school, place) || w("empty"),
    skipEmpty: false,
  };
}

/**
 * @param {School} school
 * @param {Roster} roster
 * @param {Axis} axis
 * @returns {import("./grid-days.js").Board}
 */
export function matrixGrid(school, roster, axis) {
  const columns = days(school);
  const columnOf = new Map(columns.map((day, index) => [day.date, index]));
  const grid = h("div", { role: "grid", class: `grid matrix ${axis.skipEmpty ? "people" : "classes"}`, "aria-label": axis.label });
  grid.style.setProperty("--days", String(columns.length));
  /** @type {Map<string, HTMLElement>} */
  const cells = new Map();
  /** @type {Map<string, string>} the row each place was drawn in */
  const home = new Map();
  /** @type {Map<string, HTMLElement>} */
  const rows = new Map();
  let shown = roster;
  let words = "";

  grid.append(
    h(
      "div",
      { role: "row", class: "head" },
      h("div", { role: "columnheader", class: "corner" }, axis.corner),
      columns.map((day) =>
        h("div", { role: "columnheader", class: "date" }, h("b", {}, shortDate(day.date)), h("small", {}, day.weekday)),
      ),
    ),
  );
  for (const row of axis.rows) {
    const attributes = row.person === undefined ? {} : { "data-row-person": row.person };
    rows.set(row.id, h("div", { role: "row", class: "line", ...attributes }));
  }
  drawRows(axis.rows.map((row) => row.id));
  grid.append(...rows.values());
  const stops = rove(grid);
  stops.refresh();

  /** @param {string[]} ids */
  function drawRows(ids) {
    const wanted = new Set(ids);
    /** @type {Map<string, Place[]>} */
    const held = new Map(ids.map((id) => [id, []]));
    for (const place of shown.places.values()) {
      const row = axis.rowOf(place);
      if (wanted.has(row)) held.get(row)?.push(place);
    }
    for (const { id, title, person } of axis.rows) {
      if (wanted.has(id)) drawRow(id, title, person, held.get(id) ?? []);
    }
  }

  /** @param {string} id @param {string} title @param {number|undefined} person @param {Place[]} places */
  function drawRow(id, title, person, places) {
    const row = /** @type {HTMLElement} */ (rows.get(id));
    const boxes = columns.map((day) => h("div", { class: "box", role: "presentation", "data-day": `${shortDate(day.date)} ${day.weekday}` }));
    const inOrder = [...places].sort((a, b) => orderOf(a).localeCompare(orderOf(b)) || a.role - b.role);
    let sitting = -1;
    for (const place of inOrder) {
      const column = columnOf.get(sittingOf(school, place).date) ?? 0;
      if (!axis.skipEmpty && place.sitting !== sitting) boxes[column].append(sittingTitle(place));
      sitting = place.sitting;
      const cell = placeCell(column + 2);
      showPlace(cell, school, place, axis.skipEmpty ? axis.face(place) : undefined);
      cell.prepend(h("span", { class: `role-mark role-${ROLES[place.role]}`, "aria-hidden": "true" }, roleShort(place.role)));
      cells.set(place.key, cell);
      home.set(place.key, id);
      boxes[column].append(cell);
    }
    const count = axis.skipEmpty ? h("small", {}, many("duties", places.length)) : null;
    row.replaceChildren(h("div", { role: "rowheader", class: "row-title" }, title, count), ...boxes);
    row.classList.toggle("is-nobody", id === NOBODY);
    row.dataset.text = [title, ...places.map((place) => cells.get(place.key)?.textContent)].join(" ").toLocaleLowerCase();
    row.dataset.empty = String(places.length === 0);
    hide(row, person);
  }

  /** @param {Place} place */
  function orderOf(place) {
    const { start, lesson, id } = sittingOf(school, place);
    return `${start.padStart(5, "0")} ${lesson.padStart(5, "0")} ${String(id).padStart(6, "0")}`;
  }

  /** @param {Place} place */
  function sittingTitle(place) {
    const sitting = sittingOf(school, place);
    return h("div", { class: "box-title", role: "presentation" }, `${sitting.lesson || sitting.start} · ${sitting.short || sitting.subject}`);
  }

  /** @param {HTMLElement} row @param {number} [_person] */
  function hide(row, _person) {
    const idle = axis.skipEmpty && row.dataset.empty === "true" && !words;
    row.hidden = idle || !(row.dataset.text ?? "").includes(words);
  }

  return {
    element: grid,
    cell: (key) => cells.get(key),
    update(next, { changed, reshaped }) {
      const keys = new Set(changed);
      for (const sitting of reshaped) {
        for (const place of shown.sittings.get(sitting) ?? []) keys.add(place.key);
        for (const place of next.sittings.get(sitting) ?? []) keys.add(place.key);
      }
      shown = next;
      const touched = new Set();
      for (const key of keys) {
        const place = next.places.get(key);
        if (place) touched.add(axis.rowOf(place));
        if (home.has(key)) touched.add(home.get(key));
        if (!place) cells.delete(key);
      }
      drawRows([...touched]);
      stops.refresh();
    },
    filter(text) {
      words = text;
      for (const row of rows.values()) hide(row);
      stops.refresh();
    },
    showDay(date) {
      const column = columnOf.get(date);
      if (column !== undefined) grid.querySelector(".head")?.children[column + 1]?.scrollIntoView({ inline: "center", block: "nearest" });
    },
  };
}
