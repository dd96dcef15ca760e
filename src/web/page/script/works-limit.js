/** "Nobody checks more than … works": what each limit would cost, and the limit taken by one click. */

import { refused, takeLists } from "./actions.js";
import { fill, h } from "./dom.js";
import * as server from "./server.js";
import { revision } from "./store.js";
import { w } from "./words.js";

/**
 * @typedef {{works: number|null, status: string, empty: number, places: number, preferences: number, exceptions: number,
 *   own_subject_uses: number, most_works: number, fewest_works: number, with_works: number, without_works: number,
 *   lessons_lost: number|null}} Price
 */

const KEY = { section: "limits", key: "works" };

/** @returns {HTMLElement} */
export function worksLimit() {
  const body = h("div", { class: "works-limit" });
  const ask = h(
    "button",
    { class: "button small", type: "button", id: "works-limit-ask", onclick: () => void begin() },
    w("limitAsk"),
  );
  fill(body, ask);

  async function begin() {
    ask.disabled = true;
    const free = await priced(null);
    ask.disabled = false;
    if (free) draw(free);
  }

  /** @param {number|null} works @returns {Promise<Price|null>} */
  async function priced(works) {
    try {
      return (await server.price(revision(), works)).lines[0] ?? null;
    } catch (problem) {
      await refused(problem);
      return null;
    }
  }

  /** @param {Price} free  without a limit */
  function draw(free) {
    const most = Math.max(free.most_works, 1);
    const under = h("dd", { "aria-live": "polite" });
    const name = h("output", { for: "works-limit" });
    const take = h(
      "button",
      { class: "button small", type: "button", id: "works-limit-take", onclick: () => void apply() },
      w("limitTake"),
    );
    const slider = h("input", {
      id: "works-limit",
      type: "range",
      min: 1,
      max: most,
      value: most,
      oninput: () => fill(name, slider.value),
      onchange: () => void look(),
    });
    let turn = 0;
    let asked = most;

    async function look() {
      const mine = (turn += 1);
      asked = Number(slider.value);
      take.disabled = true;
      fill(name, slider.value);
      const price = await priced(asked);
      if (mine !== turn) return;
      fill(under, price ? said(price) : w("limitUnknown"));
      take.disabled = !price;
    }

    async function apply() {
      try {
        await takeLists(await server.setSetting(revision(), KEY, String(asked)));
      } catch (problem) {
        await refused(problem);
      }
    }

    fill(name, String(most));
    fill(under, said(free));
    fill(
      body,
      h("label", { for: "works-limit" }, w("limitLabel"), " ", name),
      slider,
      h("dl", {}, h("dt", {}, w("limitNone")), h("dd", {}, said(free)), h("dt", {}, w("limitUnder")), under),
      take,
    );
  }

  return body;
}

/** What the roster would be, in a line. @param {Price} price */
function said(price) {
  const parts = [
    w("priceEmpty", { n: price.empty, all: price.places }),
    w("priceOwn", { n: price.own_subject_uses }),
    w("priceWorks", { fewest: price.fewest_works, most: price.most_works, people: price.with_works }),
  ];
  if (price.exceptions) parts.push(w("priceExceptions", { n: price.exceptions }));
  if (price.lessons_lost !== null) parts.push(w("priceLessons", { n: price.lessons_lost }));
  parts.push(w(price.status === "optimal" ? "priceProven" : "priceOpen"));
  return parts.join("; ");
}
