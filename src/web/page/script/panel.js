/**
 * The panel of the chosen place: who holds it and what is wrong, what can be done, and everybody for that place.
 */

import { assign, clear, lock, placeAt } from "./actions.js";
import { candidates } from "./candidates.js";
import { button, fill, h, icon, prose } from "./dom.js";
import { evidence } from "./evidence.js";
import { fullName, lessonWords, sittingOf } from "./place.js";
import { isEmpty } from "./roster.js";
import { hours } from "./school.js";
import { listen, move, school, state } from "./store.js";
import { dayWords, dotted, many, roleTitle, w } from "./words.js";

/** @typedef {import("./roster.js").Place} Place */

/**
 * @param {{backToGrid: () => void}} roster
 */
export function panel({ backToGrid }) {
  const head = h("div", { class: "panel-head" });
  const holder = h("div", { class: "panel-now" });
  const list = candidates({
    take: (person) => {
      const place = placeAt(state.chosen);
      if (place) void assign(place, person);
    },
  });
  const element = h(
    "section",
    { class: "panel", "aria-label": w("chosenPlace"), tabindex: -1, hidden: true, onkeydown: leaveByKey },
    head,
    holder,
    list.element,
    h("p", { class: "keys" }, w("keysHint")),
  );

  /** @param {KeyboardEvent} event */
  function leaveByKey(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    backToGrid();
  }

  function draw() {
    const place = placeAt(state.chosen);
    element.hidden = !place;
    if (!place) return;
    const sitting = sittingOf(school(), place);
    const facts = dotted(
      `${sitting.weekday}, ${dayWords(sitting.date)}`,
      [sitting.lesson && lessonWords(sitting), hours(sitting)].filter(Boolean).join(", "),
      sitting.room && w("roomN", { room: sitting.room }),
      many("pupils", sitting.pupils),
    );
    fill(
      head,
      h(
        "p",
        { class: "panel-role" },
        roleTitle(place.role),
        place.surplus && h("span", { class: "tag" }, w("surplus")),
      ),
      h("h2", {}, dotted(sitting.class, sitting.subject, sitting.group)),
      h("p", { class: "quiet" }, facts),
      button(w("closePanel"), backToGrid, { class: "button plain icon-only", icon: "close" }),
    );
    fill(holder, isEmpty(place) ? vacancy() : occupant(place), verbs(place));
  }

  const vacancy = () => h("p", { class: "vacant" }, icon("empty"), w("emptyNow"));

  /** @param {Place} place */
  function occupant(place) {
    return [
      h("p", { class: "occupant" }, fullName(school(), place), place.locked && icon("lock")),
      (place.mark?.findings ?? []).map((finding) =>
        h(
          "div",
          { class: `finding finding-${finding.kind}` },
          h("p", {}, icon(finding.kind === "conflict" ? "conflict" : "exception"), h("span", {}, finding.message)),
          evidence(finding.evidence, finding.message),
          finding.fix && h("p", { class: "fix" }, prose(finding.fix)),
        ),
      ),
    ];
  }

  /** @param {Place} place */
  function verbs(place) {
    const held = !isEmpty(place);
    return h(
      "div",
      { class: "panel-verbs" },
      button(w(place.locked ? "unlock" : "lock"), () => void lock(place, !place.locked), {
        class: "button small",
        disabled: !held && !place.locked,
        "aria-pressed": String(place.locked),
      }),
      button(w("clear"), () => void clear(place), { class: "button small", disabled: !held }),
      button(w("moveOrSwap"), () => move(place.key), { class: "button small", disabled: !held }),
    );
  }

  const off = [
    listen("chosen", () => {
      draw();
      list.show(placeAt(state.chosen) ?? null);
    }),
    listen("roster", () => {
      draw();
      list.show(placeAt(state.chosen) ?? null);
    }),
  ];
  draw();
  return {
    element,
    focus: () => list.focus(),
    leave: () => off.forEach((stop) => stop()),
  };
}
