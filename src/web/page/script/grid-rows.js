/**
 * The roster by person or by class: a row for each, with its places in the order of days. Rows that a change touches
 * are drawn anew.
 */

import { h } from "./dom.js";
import { placeCell, shortName, showPlace, sittingOf } from "./place.js";
import { ROLES } from "./roster.js";
import { rove } from "./roving.js";
import { classes, inOrder, lessonOf, shortDate } from "./school.js";
import { dotted, many, roleShort, w } from "./words.js";

/** @typedef {import("./types.js").School} School */
/** @typedef {import("./types.js").Sitting} Sitting */
/** @typedef {import("./roster.js").Roster} Roster */
/** @typedef {import("./roster.js").Place} Place */

/**
 * What the rows stand for.
 * @typedef {object} Axis
 * @property {string} kind                    a class of the style
 * @property {string} label
 * @property {{id: string, title: string, person?: number}[]} rows
 * @property {(place: Place) => string} rowOf
 * @property {((place: Place) => string)|null} face  what a cell says; null: the name
 * @property {boolean} cards                  places of one sitting stand together under its title
 */

/** The row of places that nobody of the lists holds. */
const NOBODY = "nobody";

/** @param {School} school @returns {Axis} */
export function byPerson(school) {
  const people = [...school.people].sort((a, b) => Number(b.staff) - Number(a.staff) || a.name.localeCompare(b.name));
  return {
    kind: "people",
    label: w("rosterByPeople"),
    rows: [
      { id: NOBODY, title: w("nobodyYet") },
      ...people.map((person) => ({ id: String(person.id), title: person.short, person: person.id })),
    ],
    rowOf: (place) => (place.person === null ? NOBODY : String(place.person)),
    face(place) {
      const sitting = sittingOf(school, place);
      return dotted(`${shortDate(sitting.date)}, ${lessonOf(sitting)}`, `${sitting.class} ${sitting.short}`, place.text);
    },
    cards: false,
  };
}

/** @param {School} school @returns {Axis} */
export function byClass(school) {
  return {
    kind: "classes",
    label: w("rosterByClasses"),
    rows: classes(school).map((name) => ({ id: name, title: name })),
    rowOf: (place) => sittingOf(school, place).class,
    face: null,
    cards: true,
  };
}

/**
 * @param {School} school
 * @param {Roster} roster
 * @param {Axis} axis
 * @returns {import("./grid-days.js").Board}
 */
export function rowsGrid(school, roster, axis) {
  const grid = h("div", { role: "grid", class: `grid rows ${axis.kind}`, "aria-label": axis.label });
  /** @type {Map<string, HTMLElement>} */
  const cells = new Map();
  /** @type {Map<string, string>} the row each place was drawn in */
  const home = new Map();
  /** @type {Map<string, HTMLElement>} */
  const rows = new Map(
    axis.rows.map(({ id, person }) => [id, h("div", { role: "row", class: "line", "data-row-person": person })]),
  );
  let shown = roster;
  let words = "";

  draw(new Set(rows.keys()));
  grid.append(...rows.values());
  const stops = rove(grid);
  stops.refresh();

  /** @param {Set<string>} ids  rows to draw */
  function draw(ids) {
    /** @type {Map<string, Place[]>} */
    const held = new Map([...ids].map((id) => [id, []]));
    for (const place of shown.places.values()) held.get(axis.rowOf(place))?.push(place);
    for (const { id, title } of axis.rows) {
      const places = held.get(id);
      if (places) drawRow(/** @type {HTMLElement} */ (rows.get(id)), id, title, places);
    }
  }

  /** @param {HTMLElement} row @param {string} id @param {string} title @param {Place[]} places */
  function drawRow(row, id, title, places) {
    places.sort((a, b) => inOrder(sittingOf(school, a), sittingOf(school, b)) || a.role - b.role);
    const flow = h("div", { class: "flow", role: "presentation" });
    let holder = flow;
    places.forEach((place, position) => {
      if (axis.cards && places[position - 1]?.sitting !== place.sitting) {
        holder = card(sittingOf(school, place));
        flow.append(holder);
      }
      const cell = placeCell(position + 2);
      showPlace(cell, school, place, axis.face?.(place));
      cell.prepend(h("span", { class: `role-mark role-${ROLES[place.role]}`, "data-mark": roleShort(place.role) }));
      cells.set(place.key, cell);
      home.set(place.key, id);
      holder.append(cell);
    });
    const count = axis.cards ? null : h("small", {}, many("duties", places.length));
    row.replaceChildren(h("div", { role: "rowheader", class: "row-title" }, title, count), flow);
    row.classList.toggle("is-nobody", id === NOBODY);
    row.classList.toggle("is-idle", places.length === 0);
    row.dataset.text =
      `${title} ${flow.textContent} ${places.map((place) => shortName(school, place)).join(" ")}`.toLocaleLowerCase();
    hide(row);
  }

  /** Rows without places, or without the words looked for. @param {HTMLElement} row */
  function hide(row) {
    const idle = row.classList.contains("is-idle") && !words;
    row.hidden = idle || !(row.dataset.text ?? "").includes(words);
  }

  return {
    element: grid,
    cell: (key) => cells.get(key),
    update(next, { changed, reshaped }) {
      const keys = new Set(changed);
      for (const sitting of reshaped) {
        for (const place of [...(shown.sittings.get(sitting) ?? []), ...(next.sittings.get(sitting) ?? [])])
          keys.add(place.key);
      }
      shown = next;
      /** @type {Set<string>} */
      const touched = new Set();
      for (const key of keys) {
        const [place, earlier] = [next.places.get(key), home.get(key)];
        if (place) touched.add(axis.rowOf(place));
        else cells.delete(key);
        if (earlier !== undefined) touched.add(earlier);
      }
      draw(touched);
      stops.refresh();
    },
    filter(text) {
      words = text;
      for (const row of rows.values()) hide(row);
      stops.refresh();
    },
    showDay() {},
  };
}

/** The holder of a sitting's places. @param {Sitting} sitting */
const card = (sitting) =>
  h(
    "div",
    { class: "sitting-card", role: "presentation" },
    h(
      "div",
      { class: "card-title", role: "presentation" },
      h("b", {}, shortDate(sitting.date)),
      ` ${lessonOf(sitting)} · ${sitting.short}`,
    ),
  );
