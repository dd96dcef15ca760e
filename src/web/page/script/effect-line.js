/** What the last step did: what it broke or mended, whose load changed, lessons. */

import { fill, h, icon } from "./dom.js";
import { ROLES } from "./roster.js";
import { listen, school, state } from "./store.js";
import { dotted, many, roleWord, w } from "./words.js";

/** Loads named one by one; of more, only the number of people is told. */
const NAMED = 4;

/** Loads that change when a roster is made anew; that is no step whose effect could be told in a line. */
const WHOLE = 40;

export function effectLine() {
  const element = h("div", { class: "effect", "aria-live": "polite" });

  /** @param {import("./store.js").Step} step */
  function show(step) {
    const effect = step.effect;
    if (!effect || effect.load.length > WHOLE) {
      fill(element);
      return;
    }
    const { broke, mended, load, lost } = effect;
    fill(
      element,
      broke
        .slice(0, 2)
        .map((finding) =>
          h(
            "p",
            { class: `effect-${finding.kind}` },
            icon(finding.kind === "unfilled" ? "empty" : finding.kind),
            finding.message,
          ),
        ),
      broke.length > 2 && h("p", {}, w("andMore", { count: broke.length - 2 })),
      mended.length > 0 && h("p", { class: "effect-mended" }, icon("ok"), many("mended", mended.length)),
      (load.length > 0 || lost !== 0) &&
        h("p", { class: "quiet" }, dotted(...loadWords(load), ...lostWords(lost))),
    );
  }

  return { element, leave: listen("roster", show) };
}

/** @param {import("./roster.js").Effect["load"]} load */
function loadWords(load) {
  if (load.length > NAMED) {
    const people = new Set(load.map(({ person }) => person)).size;
    return [w("loadsChanged", { people: many("people", people) })];
  }
  return load.map(({ person, role, from, to }) => {
    const { short, before } = school().people[person];
    const carried = before[ROLES[role]];
    return `${short}, ${roleWord(role)}: ${carried + from} → ${carried + to}`;
  });
}

/** @param {number} lost */
function lostWords(lost) {
  if (lost === 0) return [];
  const total = state.roster?.reply.objective?.lessons_lost ?? 0;
  return [w("lessonsLost", { count: total, change: lost > 0 ? `+${lost}` : `−${-lost}` })];
}
