/** A hint about a person and a class, answered: there is no tie and who looked into it, or what the tie is. */

import { change } from "./actions.js";
import { button, h } from "./dom.js";
import * as server from "./server.js";
import { revision, school } from "./store.js";
import { w } from "./words.js";

/** @param {import("./roster.js").Place} place  a place whose person may have an interest in its class */
export function hintForms(place) {
  const { person } = place;
  if (person === null) return null;
  const about = { person, class: school().sittings[place.sitting].class };
  return [looked(about), tied(about)];
}

/** @param {{person: number, class: string}} about */
function looked(about) {
  const reason = input(w("noKin"));
  const approved = input("");
  const answer = () => ({ ...about, reason: reason.value.trim(), approved: approved.value.trim() });
  return form(w("lookedInto"), answer, [field(w("whyNoTie"), reason), field(w("lookedBy"), approved)]);
}

/** @param {{person: number, class: string}} about */
function tied(about) {
  const kind = input("");
  const answer = () => ({ ...about, kind: kind.value.trim() });
  return form(w("enterTie"), answer, [field(w("whatTie"), kind)]);
}

/**
 * @param {string} title
 * @param {() => Parameters<typeof server.answerHint>[1]} answer
 * @param {HTMLElement[]} fields
 */
function form(title, answer, fields) {
  /** @param {Event} event */
  function send(event) {
    event.preventDefault();
    void change(() => server.answerHint(revision(), answer()));
  }
  return h(
    "details",
    { class: "hint-answer" },
    h("summary", {}, title),
    h(
      "form",
      { class: "form", onsubmit: send },
      fields,
      h(
        "div",
        { class: "form-verbs" },
        button(w("enter"), () => {}, { type: "submit", class: "button small" }),
      ),
    ),
  );
}

/** @param {string} value */
const input = (value) => h("input", { type: "text", required: true, value });

/** @param {string} label @param {HTMLElement} control */
const field = (label, control) => h("label", { class: "field wide" }, h("span", {}, label), control);
