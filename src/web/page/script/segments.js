/** A choice of one among a few, as radio buttons side by side. */

import { h } from "./dom.js";

let count = 0;

/**
 * @param {string} label
 * @param {[id: string, words: string][]} choices
 * @param {string} chosen
 * @param {(id: string) => void} choose
 */
export function segments(label, choices, chosen, choose) {
  const name = `choice-${(count += 1)}`;
  return h(
    "fieldset",
    { class: "segments" },
    h("legend", { class: "out-of-sight" }, label),
    choices.map(([id, words]) =>
      h(
        "label",
        {},
        h("input", { type: "radio", name, value: id, checked: id === chosen, onchange: () => choose(id) }),
        h("span", {}, words),
      ),
    ),
  );
}
