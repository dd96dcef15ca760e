/**
 * Everybody for one place, best first; those a rule bars stand below, greyed, with the reason. A field to narrow the
 * list keeps the focus; arrows choose, Enter takes.
 */

import { attribute, fill, h, icon } from "./dom.js";
import { evidence } from "./evidence.js";
import { refused } from "./actions.js";
import * as server from "./server.js";
import { school } from "./store.js";
import { dotted, loadWords, many, w } from "./words.js";

/** @typedef {import("./types.js").Candidate} Candidate */
/** @typedef {import("./roster.js").Place} Place */

/**
 * @param {{take: (person: number) => void}} place
 */
export function candidates({ take }) {
  /** @type {Place|null} */
  let place = null;
  /** @type {Candidate[]} */
  let everybody = [];
  /** @type {HTMLElement[]} */
  let options = [];
  let active = 0;
  let asked = 0;

  const list = h("div", { role: "listbox", id: "candidates", class: "candidates", "aria-label": w("candidates") });
  const field = h("input", {
    type: "text",
    role: "combobox",
    class: "find",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": w("whoTakesIt"),
    placeholder: w("whoTakesIt"),
    "aria-controls": "candidates",
    "aria-expanded": "true",
    "aria-autocomplete": "list",
    oninput: draw,
    onkeydown: byKey,
  });
  const element = h("div", { class: "choose" }, field, list);

  list.addEventListener("click", (event) => {
    const option = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest("[role=option]"));
    if (option) choose(option);
  });

  /** @param {HTMLElement} option */
  function choose(option) {
    const person = Number(option.dataset.candidate);
    field.value = "";
    if (person !== place?.person) take(person);
  }

  /** @param {KeyboardEvent} event */
  function byKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step) {
      event.preventDefault();
      activate(Math.min(Math.max(active + step, 0), options.length - 1));
    } else if (event.key === "Enter" && options[active]) {
      event.preventDefault();
      choose(options[active]);
    }
  }

  /** @param {number} index */
  function activate(index) {
    options[active]?.classList.remove("is-active");
    active = index;
    const option = options[active];
    option?.classList.add("is-active");
    option?.scrollIntoView({ block: "nearest" });
    attribute(field, "aria-activedescendant", option?.id);
  }

  function draw() {
    const words = field.value.trim().toLocaleLowerCase();
    const fits = everybody.filter(({ person }) => school().people[person]?.name.toLocaleLowerCase().includes(words));
    const of = (/** @type {Candidate["status"]} */ status) => fits.filter((candidate) => candidate.status === status);
    options = [];
    fill(
      list,
      part(w("canTakeIt"), of("free")),
      part(w("heldFromIt"), of("held")),
      part(w("barredFromIt"), of("barred")),
    );
    if (fits.length === 0) fill(list, h("p", { class: "quiet", role: "presentation" }, w("nobodyFits")));
    active = 0;
    activate(0);
  }

  /** @param {string} title @param {Candidate[]} group */
  function part(title, group) {
    if (group.length === 0) return null;
    return h(
      "div",
      { role: "group", "aria-label": title },
      h("p", { class: "part-title", role: "presentation" }, title, h("span", { class: "count" }, group.length)),
      group.map(option),
    );
  }

  /** @param {Candidate} candidate */
  function option(candidate) {
    const person = school().people[candidate.person];
    const facts = dotted(
      loadWords(place?.role ?? 0, candidate.load),
      candidate.here && candidate.lost > 0 && many("lost", candidate.lost),
    );
    const element = h(
      "div",
      {
        role: "option",
        id: `candidate-${candidate.person}`,
        class: `candidate is-${candidate.status}`,
        "data-candidate": candidate.person,
        "aria-selected": String(candidate.here),
      },
      h("span", { class: "candidate-name" }, candidate.here && icon("ok"), person.short),
      h("span", { class: "candidate-facts" }, facts),
      candidate.change &&
        !candidate.here &&
        candidate.status === "free" &&
        h("span", { class: "candidate-change" }, candidate.change),
      candidate.held.map((words) => h("span", { class: "candidate-bar" }, words)),
      candidate.bars.map((bar) =>
        h("span", { class: `candidate-bar bar-${bar.severity}` }, bar.message, evidence(bar.evidence, bar.message)),
      ),
    );
    options.push(element);
    return element;
  }

  return {
    element,
    focus() {
      field.focus();
      field.select();
    },
    /** Asks for the people of another place, or anew for the same. @param {Place|null} next */
    async show(next) {
      const other = next?.key !== place?.key;
      place = next;
      if (other) {
        field.value = "";
        everybody = [];
        options = [];
        fill(list);
      }
      if (!place) return;
      const turn = (asked += 1);
      try {
        const reply = await server.candidates(place.id);
        if (turn !== asked) return;
        everybody = reply.candidates;
        draw();
      } catch (problem) {
        if (turn === asked) await refused(problem);
      }
    },
  };
}
