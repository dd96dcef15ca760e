/** Short notices at the foot of the page: what was refused, what was done. */

import { button, h, icon } from "./dom.js";
import { w } from "./words.js";

/** How long a good notice stays; a refusal stays until it is closed. */
const STAYS = 7000;

const area = h("div", { class: "notices", "aria-live": "polite", "aria-relevant": "additions" });

/** @returns {HTMLElement} where notices appear */
export const noticeArea = () => area;

/**
 * @param {string} words
 * @param {"error"|"done"} kind
 */
export function say(words, kind) {
  if ([...area.children].some((other) => other.querySelector("p")?.textContent === words)) return;
  const note = h(
    "div",
    { class: `notice notice-${kind}`, role: kind === "error" ? "alert" : null },
    icon(kind === "error" ? "conflict" : "ok"),
    h("p", {}, words),
    button(w("close"), () => note.remove(), { class: "button plain", icon: "close" }),
  );
  area.append(note);
  while (area.children.length > 3) area.firstElementChild?.remove();
  if (kind === "done") setTimeout(() => note.remove(), STAYS);
}
