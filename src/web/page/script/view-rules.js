/** The rules: the preset, a severity for each rule, what always holds, and exceptions granted in writing. */

import { change, refused } from "./actions.js";
import { fill, h } from "./dom.js";
import { segments } from "./segments.js";
import * as server from "./server.js";
import { listen, revision } from "./store.js";
import { roleWord, w } from "./words.js";
import { ROLES } from "./roster.js";
import { waivers } from "./waivers.js";

/** @typedef {"forbid"|"avoid"|"allow"} Severity */
/** @typedef {{code: string, title: string, roles: import("./types.js").Role[], what: string, why: string, fix: string, source: string, example?: string, severity: Severity, overridden: boolean, presets: Record<string, Severity>}} Rule */
/** @typedef {{preset: string, presets: {name: string, title: string, what: string}[], rules: Rule[], always: {code: string, title: string, what: string}[], waivers: import("./waivers.js").Waiver[]}} Catalogue */

/** @type {Severity[]} */
const SEVERITIES = ["forbid", "avoid", "allow"];

/** @type {import("./main.js").View} */
export function rulesView(holder) {
  const body = h("div", { class: "rules" });
  fill(holder, h("div", { class: "view-head" }, h("h1", {}, w("view-rules")), h("p", { class: "quiet" }, w("rulesLead"))), body);
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
    const kept = Object.fromEntries(catalogue.rules.filter((rule) => rule.overridden).map((rule) => [rule.code, rule.severity]));
    const set = (/** @type {string} */ preset, /** @type {Record<string, string>} */ severities) => void change(() => server.setPolicy(revision(), preset, severities));
    fill(
      body,
      h(
        "section",
        { class: "presets", role: "radiogroup", "aria-label": w("preset") },
        catalogue.presets.map((preset) =>
          h(
            "label",
            { class: "card preset" },
            h("input", { type: "radio", name: "preset", value: preset.name, checked: preset.name === catalogue.preset, onchange: () => set(preset.name, kept) }),
            h("span", { class: "preset-title" }, preset.title),
            h("span", { class: "quiet" }, preset.what),
          ),
        ),
      ),
      byRole(catalogue).map(([title, rules]) =>
        h("section", { class: "rule-group" }, h("h2", {}, title), rules.map((rule) => ruleCard(rule, catalogue.preset, (severity) => {
          const severities = { ...kept, [rule.code]: severity };
          if (severity === rule.presets[catalogue.preset]) delete severities[rule.code];
          set(catalogue.preset, severities);
        }))),
      ),
      waivers(catalogue.waivers, catalogue.rules),
      h("section", { class: "rule-group" }, h("h2", {}, w("alwaysHolds")), h("dl", { class: "always" }, catalogue.always.map((rule) => h("div", {}, h("dt", {}, rule.title), h("dd", {}, rule.what))))),
    );
  }

  void load();
  return listen("roster", () => void load());
}

/**
 * @param {Catalogue} catalogue
 * @returns {[string, Rule[]][]}
 */
function byRole({ rules }) {
  /** @type {[string, Rule[]][]} */
  const groups = ROLES.slice(0, 3).map((role, index) => [w(/** @type {import("./words.js").Word} */ (`roles-${index}`)), rules.filter((rule) => rule.roles.length < 3 && rule.roles[0] === role)]);
  groups.push([w("roles-all"), rules.filter((rule) => rule.roles.length >= 3)]);
  return groups.filter(([, members]) => members.length > 0);
}

/**
 * @param {Rule} rule
 * @param {string} preset
 * @param {(severity: string) => void} choose
 */
function ruleCard(rule, preset, choose) {
  const usual = rule.presets[preset];
  const note = rule.overridden && usual !== rule.severity && w("presetSays", { severity: w(`severity-${usual}`) });
  return h(
    "article",
    { class: `rule severity-${rule.severity}` },
    h(
      "details",
      {},
      h("summary", {}, h("span", {}, rule.what)),
      h("dl", {}, [["why", rule.why], ["fixWord", rule.fix], ["example", rule.example], ["source", rule.source]].map(([term, words]) => words && h("div", {}, h("dt", {}, w(/** @type {import("./words.js").Word} */ (term))), h("dd", {}, words)))),
      h("p", { class: "quiet" }, h("code", {}, rule.code), " · ", rule.roles.map((role) => roleWord(ROLES.indexOf(role))).join(", ")),
    ),
    h("div", { class: "rule-severity" }, segments(rule.what, SEVERITIES.map((severity) => [severity, w(`severity-${severity}`)]), rule.severity, choose), note && h("small", {}, note)),
  );
}
