/** A list of which only the first items are drawn until all are asked for. */

import { button, fill, h } from "./dom.js";
import { w } from "./words.js";

/** Items drawn at first. */
const FIRST = 12;

/**
 * The list, and below it, where there are more items, the button that shows them all.
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item, index: number) => HTMLElement} draw  an item as `li`
 * @returns {(HTMLElement|false)[]}
 */
export function longList(items, draw) {
  const list = h("ul", { class: "bare" }, items.slice(0, FIRST).map(draw));
  const more = button(
    w("showAll", { count: items.length }),
    () => {
      fill(list, items.map(draw));
      more.remove();
      /** @type {HTMLElement|null|undefined} */ (list.children[FIRST]?.querySelector("a, button"))?.focus();
    },
    { class: "button small" },
  );
  return [list, items.length > FIRST && more];
}
