/**
 * The roster: one of three grids, what needs a look beside it, and the panel of the chosen place.
 */

import { assign, clear, exchange, lock, placeAt, repairAroundLocks } from "./actions.js";
import { attention } from "./attention.js";
import { dayStrip } from "./day-strip.js";
import { attribute, button, fill, h, hasRoom } from "./dom.js";
import { draggable } from "./drag.js";
import { effectLine } from "./effect-line.js";
import { daysGrid } from "./grid-days.js";
import { byClass, byPerson, rowsGrid } from "./grid-rows.js";
import { panel } from "./panel.js";
import { fullName, shortName } from "./place.js";
import { isEmpty } from "./roster.js";
import { choose, listen, move, school, state } from "./store.js";
import { segments } from "./segments.js";
import { w } from "./words.js";

/** @typedef {import("./grid-days.js").Board} Board */

/** The arrangement last looked at, kept while the page is open. */
let arrangement = "days";

/** @type {import("./main.js").View} */
export function rosterView(holder) {
  /** @type {Board|null} */
  let board = null;
  let words = "";
  /** @type {HTMLElement|null} the cell drawn as chosen */
  let marked = null;
  const stage = h("div", { class: "stage" });
  const side = h("aside", { class: "side", "aria-label": w("details") });
  const strip = dayStrip((date) => board?.showDay(date));
  const banner = h("p", { class: "banner", role: "note", hidden: true });
  const find = h("input", {
    type: "search",
    class: "find",
    placeholder: w("findPlaceholder"),
    "aria-label": w("find"),
    oninput: () => {
      words = find.value.trim().toLocaleLowerCase();
      board?.filter(words);
    },
  });
  const line = effectLine();
  const details = panel({ backToGrid });
  const overview = attention({ show: (key) => reveal(key, true) });
  side.append(details.element, overview.element);
  fill(
    holder,
    h("h1", { class: "out-of-sight" }, w("view-roster")),
    h(
      "div",
      { class: "tools" },
      segments(
        w("arrangement"),
        [
          ["days", w("byDays")],
          ["people", w("byPeople")],
          ["classes", w("byClasses")],
        ],
        arrangement,
        (id) => {
          arrangement = id;
          build();
        },
      ),
      strip.element,
      find,
      button(w("repairAroundLocks"), () => void repairAroundLocks(), {
        class: "button quiet-button",
        icon: "lock",
        title: w("repairAroundLocksHint"),
      }),
      button(w("print"), () => print(), { class: "button quiet-button icon-only", icon: "print" }),
    ),
    h("div", { class: "board" }, h("div", { class: "board-main" }, banner, stage, line.element), side),
  );
  build();

  function build() {
    if (!state.roster) return;
    const { roster } = state;
    if (arrangement === "days") board = daysGrid(school(), roster);
    else board = rowsGrid(school(), roster, arrangement === "people" ? byPerson(school()) : byClass(school()));
    fill(stage, board.element);
    if (words) board.filter(words);
    strip.element.hidden = arrangement !== "days";
    strip.draw();
    strip.mark();
    markChosen();
  }

  /** @param {Event} event */
  const cellAt = (event) =>
    /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest("[role=gridcell]"));

  stage.addEventListener("click", (event) => {
    const cell = cellAt(event);
    if (cell?.dataset.key) take(cell.dataset.key, false);
  });

  stage.addEventListener("keydown", (event) => {
    const key = cellAt(event)?.dataset.key;
    const place = placeAt(key ?? null);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      Enter: () => take(place.key, true),
      Space: () => take(place.key, true),
      Delete: () => void clear(place),
      Backspace: () => void clear(place),
      KeyL: () => void lock(place, !place.locked),
      KeyM: () => !isEmpty(place) && move(place.key),
      Escape: () => (state.moving ? move(null) : choose(null)),
    };
    const act = keys[/** @type {keyof typeof keys} */ (event.code === "NumpadEnter" ? "Enter" : event.code)];
    if (!act) return;
    event.preventDefault();
    act();
  });

  /** Chooses a place, or lets the name that is being moved take it. @param {string} key @param {boolean} byKey */
  function take(key, byKey) {
    const moving = placeAt(state.moving);
    const place = placeAt(key);
    if (moving && place) {
      move(null);
      void exchange(moving, place);
      return;
    }
    choose(key);
    if (byKey) details.focus();
    // Where there is no room beside the roster the panel lies above it.
    else if (!hasRoom()) details.element.focus();
  }

  draggable(stage, (start) => {
    const cell = /** @type {HTMLElement|null} */ (start.closest("[role=gridcell]"));
    const place = placeAt(cell?.dataset.key ?? null);
    if (!place || isEmpty(place)) return null;
    const carried = place.key;
    return {
      words: shortName(school(), place),
      target: (over) => {
        const other = over?.closest("[role=gridcell]");
        if (other && other !== cell && stage.contains(other)) return other;
        const row = over?.closest("[data-row-person]");
        return row && row !== cell?.closest("[data-row-person]") ? row : null;
      },
      drop: (target) => dropped(carried, /** @type {HTMLElement} */ (target)),
    };
  });

  draggable(side, (start) => {
    const option = /** @type {HTMLElement|null} */ (start.closest("[data-candidate]"));
    if (!option) return null;
    const person = Number(option.dataset.candidate);
    return {
      words: school().people[person].short,
      target: (over) => over?.closest(".stage [role=gridcell]") ?? null,
      drop: (target) => {
        const place = placeAt(/** @type {HTMLElement} */ (target).dataset.key ?? null);
        if (place) void assign(place, person);
      },
    };
  });

  /** @param {string} key @param {HTMLElement} target */
  function dropped(key, target) {
    const from = placeAt(key);
    const onto = placeAt(target.dataset.key ?? null);
    if (from && onto) void exchange(from, onto);
    else if (from && target.dataset.rowPerson) void assign(from, Number(target.dataset.rowPerson));
  }

  /** Shows a place in the grid, and chooses it. @param {string} key @param {boolean} focus */
  function reveal(key, focus) {
    choose(key);
    const cell = board?.cell(key);
    cell?.scrollIntoView({ block: "center", inline: "center" });
    if (focus) cell?.focus({ preventScroll: true });
  }

  function backToGrid() {
    const key = state.chosen;
    choose(null);
    if (key) board?.cell(key)?.focus();
  }

  function markChosen() {
    if (marked) attribute(marked, "aria-selected", null);
    marked = state.chosen ? (board?.cell(state.chosen) ?? null) : null;
    if (marked) attribute(marked, "aria-selected", "true");
    side.classList.toggle("has-chosen", state.chosen !== null);
    overview.element.hidden = state.chosen !== null;
  }

  function showMoving() {
    const place = placeAt(state.moving);
    banner.hidden = !place;
    banner.textContent = place ? w("moveWhere", { name: fullName(school(), place) }) : "";
    stage.classList.toggle("is-moving", Boolean(place));
    if (place) board?.cell(place.key)?.focus();
  }

  /** Escape leaves the panel also from outside it, as after a press on a name. @param {KeyboardEvent} event */
  function escape(event) {
    if (event.key === "Escape" && state.chosen && !event.defaultPrevented) backToGrid();
  }
  document.addEventListener("keydown", escape);

  const off = [
    () => document.removeEventListener("keydown", escape),
    listen("chosen", markChosen),
    listen("moving", showMoving),
    listen("roster", (/** @type {import("./store.js").Step} */ step) => {
      if (!state.roster) return;
      const focused = /** @type {HTMLElement|null} */ (document.activeElement)?.dataset.key;
      if (step.effect === null || !board) build();
      else board.update(state.roster, step.difference);
      strip.mark();
      markChosen();
      side.scrollTo(0, 0);
      if (focused && document.activeElement === document.body) board?.cell(focused)?.focus({ preventScroll: true });
    }),
  ];
  return () => {
    move(null);
    choose(null);
    for (const stop of [...off, line.leave, details.leave, overview.leave]) stop();
  };
}
