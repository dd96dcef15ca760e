/**
 * What needs a person's eye: places nobody can fill with the ways out, conflicts, unclear names, exceptions, hints.
 */

import { assign, dropStray, placeAt } from "./actions.js";
import { button, fill, h, hasRoom, icon, prose } from "./dom.js";
import { evidence } from "./evidence.js";
import { hintForms } from "./hint.js";
import { longList } from "./long-list.js";
import { obstacles } from "./obstacles.js";
import { placeWords } from "./place.js";
import { keyOf } from "./roster.js";
import { listen, school, state } from "./store.js";
import { dotted, w } from "./words.js";

/** @typedef {import("./types.js").Finding} Finding */

/**
 * Where there is room beside the roster the list is open from the start; on a phone it waits for a tap.
 * @param {{show: (key: string) => void}} grid
 */
export function attention({ show }) {
  const count = h("span", { class: "count" });
  const holes = obstacles({ link });
  const found = h("div", { class: "attention-body" });
  const element = h(
    "details",
    { class: "attention", open: hasRoom() },
    h("summary", {}, h("h2", {}, w("attention")), count),
    holes.element,
    found,
  );

  function draw() {
    const reply = state.roster?.reply;
    if (!reply) return;
    const of = (/** @type {Finding["kind"]} */ kind) =>
      reply.findings.filter((finding) => finding.kind === kind && finding.stray === null);
    const groups = [
      group("conflict", w("conflictsTitle"), of("conflict")),
      group("question", w("questionsTitle"), of("question")),
      strays(),
      group("exception", w("exceptionsTitle"), of("exception")),
      group("possible", w("possibleTitle"), of("possible")),
      notes("exception", w("uncheckedTitle"), reply.verdict.unchecked),
      notes(null, w("preferencesTitle"), reply.verdict.preferences),
      notes(null, w("warningsTitle"), reply.verdict.warnings),
    ].filter(Boolean);
    const all = reply.findings.length + reply.verdict.unchecked.length;
    count.textContent = String(all);
    count.hidden = all === 0;
    fill(found, all || groups.length ? groups : calm());
  }

  function calm() {
    const nothing = state.roster?.reply.verdict.kind === "none";
    return h("p", { class: "calm" }, icon(nothing ? "wand" : "ok"), w(nothing ? "nothingYetHint" : "nothingToSee"));
  }

  /** @param {number|null} cell */
  function placeOf(cell) {
    const row = cell === null ? undefined : state.roster?.reply.cells[cell];
    return row && placeAt(keyOf([row[0], row[1], row[2]]));
  }

  /** The place of a cell, as a way to it. @param {number} cell */
  function link(cell) {
    const place = placeOf(cell);
    return (
      place &&
      h("button", { type: "button", class: "link", onclick: () => show(place.key) }, placeWords(school(), place))
    );
  }

  /** @param {Finding["kind"]} kind @param {string} title @param {Finding[]} findings */
  function group(kind, title, findings) {
    if (findings.length === 0) return null;
    const item = (/** @type {Finding} */ finding, /** @type {number} */ index) =>
      h("li", { class: `card finding finding-${kind}` }, card(finding, findings[index - 1]));
    return h("section", { class: "group" }, heading(kind, title, findings.length), longList(findings, item));
  }

  /** Lines about the whole roster. @param {"exception"|null} picture @param {string} title @param {string[]} lines */
  function notes(picture, title, lines) {
    if (lines.length === 0) return null;
    return h(
      "section",
      { class: "group" },
      h("h3", {}, picture && icon(picture), title),
      h(
        "ul",
        {},
        lines.map((line) => h("li", {}, line)),
      ),
    );
  }

  /** @param {Finding["kind"]} kind @param {string} title @param {number} number */
  const heading = (kind, title, number) =>
    h("h3", {}, icon(kind === "conflict" ? "conflict" : "exception"), title, h("span", { class: "count" }, number));

  /** The same advice is not given twice running. @param {Finding} finding @param {Finding|undefined} before */
  function card(finding, before) {
    const { cell, message, fix } = finding;
    const place = placeOf(cell);
    const words = place
      ? h("button", { type: "button", class: "finding-link", onclick: () => show(place.key) }, message)
      : h("p", {}, message);
    return [
      words,
      evidence(finding.evidence, message),
      fix && fix !== before?.fix && h("p", { class: "fix" }, prose(fix)),
      choice(finding),
      finding.kind === "possible" && place && hintForms(place),
    ];
  }

  /** Whom an unclear name means. @param {Finding} finding */
  function choice({ cell, candidates }) {
    const place = placeOf(cell);
    if (!place || candidates.length === 0) return null;
    return h(
      "div",
      { class: "panel-verbs" },
      candidates.map((id) => button(school().people[id].name, () => void assign(place, id), { class: "button small" })),
    );
  }

  function strays() {
    const rows = state.roster?.reply.strays ?? [];
    if (rows.length === 0) return null;
    const drop = (/** @type {number} */ index) =>
      button(w("dropRow"), () => void dropStray(index), { class: "button small" });
    return h(
      "section",
      { class: "group" },
      heading("conflict", w("straysTitle"), rows.length),
      rows.map((row, index) =>
        h(
          "div",
          { class: "card finding finding-conflict" },
          h("p", {}, dotted(row.date, row.class, row.subject, row.text)),
          h("div", {}, drop(index)),
        ),
      ),
    );
  }

  const off = listen("roster", draw);
  draw();
  return {
    element,
    leave() {
      off();
      holes.leave();
    },
  };
}
