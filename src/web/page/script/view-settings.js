/** Every setting of the school with a sentence on what it decides. */

import { refused, takeLists } from "./actions.js";
import { fill, h } from "./dom.js";
import * as server from "./server.js";
import { listen, revision } from "./store.js";
import { w } from "./words.js";
import { worksLimit } from "./works-limit.js";

/** @typedef {{section: string, key: string, kind: "text"|"count"|"choice"|"countOr", most: number|null, title: string, about: string, value: string, default: string, choices: [string, string][]}} Setting */
/** @typedef {{title: string, settings: Setting[]}} Section */

/** @type {import("./main.js").View} */
export function settingsView(holder) {
  const body = h("div", { class: "settings" });
  fill(
    holder,
    h("div", { class: "view-head" }, h("h1", {}, w("view-settings")), h("p", { class: "quiet" }, w("settingsLead"))),
    body,
  );
  let turn = 0;

  async function load() {
    const mine = (turn += 1);
    try {
      const sections = /** @type {Section[]} */ (await server.settings());
      if (mine === turn) draw(sections);
    } catch (problem) {
      if (mine === turn) await refused(problem);
    }
  }

  /** @param {Section[]} sections */
  function draw(sections) {
    const back = document.activeElement?.id;
    fill(
      body,
      sections.map(({ title, settings }) =>
        h(
          "section",
          { class: "setting-group" },
          h("h2", {}, title),
          settings.map(setting),
          settings.some((one) => one.section === "limits") && worksLimit(),
        ),
      ),
    );
    if (back) document.getElementById(back)?.focus();
  }

  /** @param {Setting} one */
  function setting(one) {
    const id = `setting-${one.section}-${one.key}`;
    return h(
      "div",
      { class: "setting", "data-key": one.key },
      h("label", { for: id }, one.title),
      field(one, id, (value) => void set(one, value)),
      h("p", { class: "quiet" }, one.about, " ", byDefault(one)),
    );
  }

  /** @param {Setting} one @param {string} value */
  async function set(one, value) {
    try {
      await takeLists(await server.setSetting(revision(), one, value));
    } catch (problem) {
      await refused(problem);
      await load();
    }
  }

  void load();
  return listen("school", () => void load());
}

/** @param {Setting} one */
function byDefault(one) {
  const word = one.choices.find(([value]) => value === one.default)?.[1] ?? one.default;
  return word && w("byDefault", { value: word });
}

/**
 * @param {Setting} one
 * @param {string} id
 * @param {(value: string) => void} set
 */
function field(one, id, set) {
  if (one.kind === "choice") {
    const select = h(
      "select",
      { id, onchange: () => set(select.value) },
      h("option", { value: "" }, byDefault(one) || w("notSet")),
      one.choices.map(([value, title]) => h("option", { value, selected: value === one.value }, title)),
    );
    return select;
  }
  const input = h("input", {
    id,
    type: one.kind === "count" ? "number" : "text",
    min: one.kind === "count" ? 0 : null,
    max: one.kind === "count" ? one.most : null,
    list: one.kind === "countOr" ? `${id}-words` : null,
    value: one.value,
    placeholder: one.default,
    onchange: () => set(input.value),
  });
  return one.kind === "countOr"
    ? h(
        "span",
        {},
        input,
        h("datalist", { id: `${id}-words` }, one.choices.map(([value, title]) => h("option", { value }, title))),
      )
    : input;
}
