/**
 * Places nobody can fill: what stands in the way, and ways out, each tried before it is named. Asked for apart from the
 * roster, as finding them takes longer than a move may.
 */

import { refused, takeWay } from "./actions.js";
import { afterPause, button, fill, h, icon } from "./dom.js";
import { learnRules, ruleTitle } from "./rule-titles.js";
import * as server from "./server.js";
import { listen, state } from "./store.js";
import { w } from "./words.js";

/** @typedef {import("./types.js").Obstacle} Obstacle */

/** Moves that follow each other faster than this ask once. */
const PAUSE = 350;

/**
 * @param {{link: (cell: number) => HTMLElement|null|undefined}} grid
 */
export function obstacles({ link }) {
  const element = h("div", { class: "attention-body" });
  let turn = 0;

  const ask = afterPause(async () => {
    const mine = (turn += 1);
    try {
      const [found] = await Promise.all([server.obstacles(), learnRules()]);
      if (mine === turn) show(found.unfilled);
    } catch (problem) {
      if (mine === turn) await refused(problem);
    }
  }, PAUSE);

  function changed() {
    turn += 1;
    const empty = state.roster?.reply.verdict.unfilled ?? 0;
    if (empty === 0) return fill(element);
    fill(element, title(empty), h("p", { class: "quiet" }, w("seekingWays")));
    ask();
  }

  /** @param {number} count */
  const title = (count) => h("h3", {}, icon("empty"), w("unfilledTitle"), h("span", { class: "count" }, count));

  /** @param {Obstacle[]} found */
  function show(found) {
    fill(element, title(state.roster?.reply.verdict.unfilled ?? 0), found.map(card));
  }

  /** @param {Obstacle} obstacle @param {number} number */
  function card({ cells, because, barred, ways }, number) {
    return h(
      "article",
      { class: "card obstacle" },
      h(
        "ul",
        { class: "bare" },
        cells.map((cell) => h("li", {}, link(cell))),
      ),
      h("p", {}, because),
      barred.length > 0 &&
        h(
          "details",
          { class: "barred" },
          h("summary", {}, w("whoIsBarred")),
          h(
            "ul",
            { class: "bare" },
            barred.map(({ rule, count }) => h("li", {}, h("b", {}, count), " ", ruleTitle(rule))),
          ),
        ),
      ways.length > 0 && h("h4", {}, w("waysOut")),
      h(
        "ol",
        { class: "ways" },
        ways.map((way) => wayOut(number, way)),
      ),
    );
  }

  /** @param {number} obstacle @param {import("./types.js").Way} way */
  function wayOut(obstacle, way) {
    const line = h("li", {}, h("span", {}, way.words));
    const apply = () => void takeWay({ obstacle, way: way.id });
    const sign = () =>
      line.replaceChildren(
        h("span", {}, way.words),
        signature((signed) => void takeWay({ obstacle, way: way.id, signature: signed })),
      );
    if (way.applies) line.append(button(w("apply"), way.signed ? sign : apply, { class: "button small" }));
    return line;
  }

  const off = listen("roster", changed);
  changed();
  return { element, leave: off };
}

/** Two fields: on what ground, and who approved. @param {(signed: {reason: string, approved: string}) => void} done */
function signature(done) {
  const reason = h("input", { type: "text", required: true });
  const approved = h("input", { type: "text", required: true });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    done({ reason: reason.value.trim(), approved: approved.value.trim() });
  };
  return h(
    "form",
    { class: "signature", onsubmit: submit },
    h("label", { class: "field" }, h("span", {}, w("reason")), reason),
    h("label", { class: "field" }, h("span", {}, w("approvedBy")), approved),
    h(
      "div",
      {},
      button(w("grant"), () => {}, { type: "submit", class: "button small" }),
    ),
  );
}
