/**
 * What needs a person's eye: places nobody can fill with the ways out, conflicts, exceptions, hints.
 */

import { placeAt, takeWay } from "./actions.js";
import { button, fill, h, icon } from "./dom.js";
import { evidence } from "./evidence.js";
import { placeWords } from "./place.js";
import { keyOf } from "./roster.js";
import { listen, school, state } from "./store.js";
import { w } from "./words.js";

/** @typedef {import("./types.js").Finding} Finding */

/** Findings of a kind shown before "show all". */
const FIRST = 12;

/** Where there is room beside the roster the list is open from the start; on a phone it waits for a tap. */
const ROOM = "(min-width: 900px)";

/**
 * @param {{show: (key: string) => void}} grid
 */
export function attention({ show }) {
  const count = h("span", { class: "count" });
  const body = h("div", { class: "attention-body" });
  const element = h("details", { class: "attention", open: matchMedia(ROOM).matches }, h("summary", {}, h("h2", {}, w("attention")), count), body);

  function draw() {
    const reply = state.roster?.reply;
    if (!reply) return fill(body);
    const of = (/** @type {Finding["kind"]} */ kind) => reply.findings.filter((finding) => finding.kind === kind && finding.rule !== "unfilled");
    const groups = [
      obstacles(),
      group("conflict", w("conflictsTitle"), of("conflict")),
      group("question", w("questionsTitle"), of("question")),
      group("exception", w("exceptionsTitle"), of("exception")),
      group("possible", w("possibleTitle"), of("possible")),
    ].filter(Boolean);
    const all = reply.unfilled.length + reply.findings.filter((finding) => finding.rule !== "unfilled").length;
    count.textContent = String(all);
    count.hidden = all === 0;
    fill(body, groups.length ? groups : calm());
  }

  function calm() {
    const nothing = state.roster?.reply.verdict.kind === "none";
    return h("p", { class: "calm" }, icon(nothing ? "wand" : "ok"), w(nothing ? "nothingYetHint" : "nothingToSee"));
  }

  /** @param {number|null} cell */
  function link(cell) {
    const row = cell === null ? undefined : state.roster?.reply.cells[cell];
    if (!row) return null;
    const key = keyOf([row[0], row[1], row[2]]);
    const place = placeAt(key);
    return place && h("button", { type: "button", class: "link", onclick: () => show(key) }, placeWords(school(), place));
  }

  function obstacles() {
    const unfilled = state.roster?.reply.unfilled ?? [];
    if (unfilled.length === 0) return null;
    return h(
      "section",
      { class: "group" },
      h("h3", {}, icon("empty"), w("unfilledTitle"), h("span", { class: "count" }, unfilled.length)),
      unfilled.map((obstacle, number) =>
        h(
          "article",
          { class: "card obstacle" },
          h("ul", { class: "bare" }, obstacle.cells.map((cell) => h("li", {}, link(cell)))),
          h("p", {}, obstacle.because),
          obstacle.barred.length > 0 &&
            h("ul", { class: "barred" }, obstacle.barred.map(({ title, count }) => h("li", {}, `${title}: ${count}`))),
          obstacle.ways.length > 0 && h("h4", {}, w("waysOut")),
          h(
            "ol",
            { class: "ways" },
            obstacle.ways.map((way) =>
              h("li", {}, h("span", {}, way.words), way.applies && button(w("apply"), () => void takeWay(number, way.id), { class: "button small" })),
            ),
          ),
        ),
      ),
    );
  }

  /** @param {Finding["kind"]} kind @param {string} title @param {Finding[]} findings */
  function group(kind, title, findings) {
    if (findings.length === 0) return null;
    const list = h("ul", { class: "bare" });
    const put = (/** @type {number} */ count) => fill(list, findings.slice(0, count).map((finding) => h("li", { class: `card finding finding-${kind}` }, card(finding))));
    put(FIRST);
    const more = button(w("showAll", { count: findings.length }), () => {
      put(findings.length);
      more.remove();
    }, { class: "button small" });
    return h(
      "section",
      { class: "group" },
      h("h3", {}, icon(kind === "question" || kind === "possible" ? "exception" : kind), title, h("span", { class: "count" }, findings.length)),
      list,
      findings.length > FIRST && more,
    );
  }

  /** @param {Finding} finding */
  function card(finding) {
    return [link(finding.cell), h("p", {}, finding.message), evidence(finding.evidence), finding.fix && h("p", { class: "fix" }, finding.fix)];
  }

  const off = [listen("roster", draw)];
  draw();
  return { element, leave: () => off.forEach((stop) => stop()) };
}

