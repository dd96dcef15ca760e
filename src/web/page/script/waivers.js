/** Exceptions granted in writing: who, from which rule, where, on what ground, approved by whom. */

import { change } from "./actions.js";
import { button, h } from "./dom.js";
import { picker } from "./picker.js";
import { classes } from "./school.js";
import * as server from "./server.js";
import { revision, school } from "./store.js";
import { dayWords, dotted, w } from "./words.js";

/** @typedef {{person: number, rule: string, class: string|null, subject: string|null, from: string|null, to: string|null, reason: string, approved: string}} Waiver */

/**
 * @param {Waiver[]} granted
 * @param {{code: string, what: string}[]} rules
 */
export function waivers(granted, rules) {
  return h(
    "section",
    { class: "rule-group waivers" },
    h("h2", {}, w("waivers")),
    h("p", { class: "quiet" }, w("waiversLead")),
    granted.length > 0 &&
      h(
        "ul",
        { class: "bare" },
        granted.map((waiver, index) => line(waiver, index, rules)),
      ),
    form(rules),
  );
}

/** @param {Waiver} waiver @param {number} index @param {{code: string, what: string}[]} rules */
function line(waiver, index, rules) {
  const days = [...new Set([waiver.from, waiver.to])].filter((date) => date !== null).map(dayWords);
  return h(
    "li",
    { class: "card waiver" },
    h("p", {}, h("b", {}, school().people[waiver.person]?.name)),
    h("p", {}, dotted(waiver.class, waiver.subject, days.join(" – "))),
    h("p", {}, rules.find((rule) => rule.code === waiver.rule)?.what ?? waiver.rule),
    h("p", { class: "quiet" }, w("waiverGround", { reason: waiver.reason, approved: waiver.approved })),
    button(w("takeBack"), () => void change(() => server.revokeWaiver(revision(), index)), { class: "button small" }),
  );
}

/** @param {{code: string, what: string}[]} rules */
function form(rules) {
  /** @type {number|null} */
  let person = null;
  const who = picker(w("person"), school().people, (id) => (person = id));
  const subjects = [...new Set(school().sittings.map((sitting) => sitting.subject))].sort();
  const rule = select(
    rules.map(({ code, what }) => [code, what]),
    null,
  );
  const group = select(
    classes(school()).map((name) => [name, name]),
    w("anyClass"),
  );
  const subject = select(
    subjects.map((name) => [name, name]),
    w("anySubject"),
  );
  const from = h("input", { type: "date" });
  const to = h("input", { type: "date" });
  const reason = h("input", { type: "text", required: true });
  const approved = h("input", { type: "text", required: true });
  const field = (/** @type {string} */ label, /** @type {HTMLElement} */ input, wide = false) =>
    h("label", { class: wide ? "field wide" : "field" }, h("span", {}, label), input);

  /** @param {Event} event */
  function grant(event) {
    event.preventDefault();
    if (person === null) return who.focus();
    const given = (/** @type {{value: string}} */ field) => field.value || undefined;
    const waiver = {
      person,
      rule: rule.value,
      class: given(group),
      subject: given(subject),
      from: given(from),
      to: given(to),
      reason: reason.value.trim(),
      approved: approved.value.trim(),
    };
    void change(() => server.grantWaiver(revision(), waiver));
  }

  return h(
    "details",
    { class: "card" },
    h("summary", {}, w("grantWaiver")),
    h(
      "form",
      { class: "form", onsubmit: grant },
      who.element,
      field(w("ruleWord"), rule, true),
      field(w("class"), group),
      field(w("subject"), subject),
      field(w("from"), from),
      field(w("until"), to),
      field(w("reason"), reason, true),
      field(w("approvedBy"), approved, true),
      h(
        "div",
        { class: "form-verbs" },
        button(w("grant"), () => {}, { type: "submit", class: "button strong" }),
      ),
    ),
  );
}

/**
 * @param {[value: string, words: string][]} choices
 * @param {string|null} none  words of the choice of none
 */
const select = (choices, none) =>
  h(
    "select",
    {},
    none !== null && h("option", { value: "" }, none),
    choices.map(([value, words]) => h("option", { value }, words)),
  );
