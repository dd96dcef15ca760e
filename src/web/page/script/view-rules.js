/** The rules: the preset, a severity for each rule, what always holds, and exceptions granted in writing. */

import { change, refused } from "./actions.js";
import { fill, h, prose } from "./dom.js";
import { segments } from "./segments.js";
import * as server from "./server.js";
import { listen, revision } from "./store.js";
import { roleWord, rolesTitle, w } from "./words.js";
import { ROLES } from "./roster.js";
import { waivers } from "./waivers.js";

/** @typedef {"forbid"|"avoid"|"allow"} Severity */
/** @typedef {{code: string, title: string, roles: import("./types.js").Role[], what: string, why: string, fix: string, source: string|null, example: string|null, severity: Severity, default: Severity, overridden: boolean}} Rule */
/** @typedef {{preset: string, presets: {name: string, title: string, what: string}[], rules: Rule[], always: {code: string, title: string, why: string, fix: string}[], waivers: import("./waivers.js").Waiver[]}} Catalogue */

/** @type {Severity[]} */
const SEVERITIES = ["forbid", "avoid", "allow"];

/** @type {import("./main.js").View} */
export function rulesView(holder) {
  const body = h("div", { class: "rules" });
  fill(
    holder,
    h("div", { class: "view-head" }, h("h1", {}, w("view-rules")), h("p", { class: "quiet" }, w("rulesLead"))),
    body,
  );
  let turn = 0;

  async function load() {
    const mine = (turn += 1);
    try {
      const catalogue = /** @type {Catalogue} */ (await server.rules());
      if (mine === turn) draw(catalogue);
    } catch (problem) {
      if (mine === turn) await refused(problem);
    }
  }

  /** @param {Catalogue} catalogue */
  function draw(catalogue) {
    const preset = (/** @type {string} */ name) => void change(() => server.setPreset(revision(), name));
    const severity = (/** @type {Rule} */ rule, /** @type {string} */ chosen) =>
      void change(() => server.setSeverity(revision(), rule.code, chosen === rule.default ? null : chosen));
    const read = openRules();
    const back = focusInside();
    fill(
      body,
      h(
        "section",
        { class: "presets", role: "radiogroup", "aria-label": w("preset") },
        catalogue.presets.map(({ name, title, what }) =>
          h(
            "label",
            { class: "card preset" },
            h("input", {
              type: "radio",
              name: "preset",
              value: name,
              checked: name === catalogue.preset,
              onchange: () => preset(name),
            }),
            h("span", { class: "preset-title" }, title),
            h("span", { class: "quiet" }, what),
          ),
        ),
      ),
      byRole(catalogue).map(([title, rules]) =>
        h(
          "section",
          { class: "rule-group" },
          h("h2", {}, title),
          rules.map((rule) => ruleCard(rule, read.has(rule.code), (chosen) => severity(rule, chosen))),
        ),
      ),
      waivers(catalogue.waivers, catalogue.rules),
      h(
        "section",
        { class: "rule-group" },
        h("h2", {}, w("alwaysHolds")),
        h(
          "dl",
          { class: "always" },
          catalogue.always.map((rule) => h("div", {}, h("dt", {}, prose(rule.title)), h("dd", {}, prose(rule.why)))),
        ),
      ),
    );
    back();
  }

  /** Rules whose words are unfolded. */
  function openRules() {
    const open = [...body.querySelectorAll("[data-rule]:has(details[open])")];
    return new Set(open.map((rule) => /** @type {HTMLElement} */ (rule).dataset.rule));
  }

  /** How to give the focus back to the choice that has it, once all is drawn anew. */
  function focusInside() {
    const choice = document.activeElement;
    if (!(choice instanceof HTMLInputElement) || choice.type !== "radio" || !body.contains(choice)) return () => {};
    const rule = /** @type {HTMLElement|null} */ (choice.closest("[data-rule]"))?.dataset.rule;
    const where = `${rule ? `[data-rule="${rule}"]` : ".presets"} input[value="${choice.value}"]`;
    return () => /** @type {HTMLElement|null} */ (body.querySelector(where))?.focus();
  }

  void load();
  return listen("roster", () => void load());
}

/**
 * By the first role that they bind; those of most roles last.
 * @param {Catalogue} catalogue
 * @returns {[string, Rule[]][]}
 */
function byRole({ rules }) {
  const isOfMost = (/** @type {Rule} */ rule) => 2 * rule.roles.length > ROLES.length;
  /** @type {[string, Rule[]][]} */
  const groups = ROLES.map((first) => {
    const members = rules.filter((rule) => !isOfMost(rule) && rule.roles[0] === first);
    const bound = ROLES.map((_, role) => role).filter((role) => members.some(({ roles }) => roles.includes(ROLES[role])));
    return [rolesTitle(bound), members];
  });
  groups.push([w("everybody"), rules.filter(isOfMost)]);
  return groups.filter(([, members]) => members.length > 0);
}

/**
 * @param {Rule} rule
 * @param {boolean} open
 * @param {(severity: string) => void} choose
 */
function ruleCard(rule, open, choose) {
  const note = rule.overridden && w("presetSays", { severity: w(`severity-${rule.default}`) });
  return h(
    "article",
    { class: `rule severity-${rule.severity}`, "data-rule": rule.code },
    h(
      "details",
      { open },
      h("summary", {}, h("span", {}, prose(rule.what))),
      h(
        "dl",
        {},
        [
          ["why", rule.why],
          ["fixWord", rule.fix],
          ["example", rule.example],
          ["source", rule.source],
        ].map(
          ([term, words]) =>
            words && h("div", {}, h("dt", {}, w(/** @type {import("./words.js").Word} */ (term))), h("dd", {}, prose(words))),
        ),
      ),
      h(
        "p",
        { class: "quiet" },
        h("code", {}, rule.code),
        " · ",
        rule.roles.map((role) => roleWord(ROLES.indexOf(role))).join(", "),
      ),
    ),
    h(
      "div",
      { class: "rule-severity" },
      segments(
        rule.what,
        SEVERITIES.map((severity) => [severity, w(`severity-${severity}`)]),
        rule.severity,
        choose,
      ),
      note && h("small", {}, note),
    ),
  );
}
