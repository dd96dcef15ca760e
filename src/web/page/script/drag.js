/**
 * Names dragged by mouse or pen. A touch scrolls; there the menu of the place moves a name, as it does for keys.
 */

import { h } from "./dom.js";

/** Pixels a pointer goes before a press becomes a drag. */
const THRESHOLD = 6;

/**
 * @typedef {object} Carry
 * @property {string} words                                  shown at the pointer
 * @property {(over: Element|null) => Element|null} target   what would receive it here
 * @property {(target: Element) => void} drop
 */

/**
 * Lets what `pick` names be dragged out of a holder.
 * @param {HTMLElement} holder
 * @param {(start: Element) => Carry|null} pick
 */
export function draggable(holder, pick) {
  holder.addEventListener("pointerdown", (down) => {
    if (down.button !== 0 || down.pointerType === "touch") return;
    const carry = pick(/** @type {Element} */ (down.target));
    if (carry) follow(down, carry);
  });
}

/**
 * @param {PointerEvent} down
 * @param {Carry} carry
 */
function follow(down, carry) {
  /** @type {HTMLElement|null} */
  let ghost = null;
  /** @type {Element|null} */
  let over = null;
  const listening = new AbortController();
  const options = { signal: listening.signal };

  /** @param {Element|null} target */
  function hover(target) {
    if (target === over) return;
    over?.classList.remove("drop-here");
    over = target;
    over?.classList.add("drop-here");
  }

  function stop() {
    hover(null);
    ghost?.remove();
    document.body.classList.remove("dragging");
    listening.abort();
  }

  addEventListener(
    "pointermove",
    (event) => {
      if (!ghost) {
        if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < THRESHOLD) return;
        ghost = h("div", { class: "ghost", "aria-hidden": "true" }, carry.words);
        document.body.append(ghost);
        document.body.classList.add("dragging");
        getSelection()?.removeAllRanges();
      }
      event.preventDefault();
      ghost.style.transform = `translate(${event.clientX + 12}px, ${event.clientY + 10}px)`;
      hover(carry.target(document.elementFromPoint(event.clientX, event.clientY)));
    },
    options,
  );
  addEventListener(
    "pointerup",
    (event) => {
      const target = ghost && carry.target(document.elementFromPoint(event.clientX, event.clientY));
      if (ghost) swallowClick();
      stop();
      if (target) carry.drop(target);
    },
    options,
  );
  addEventListener("pointercancel", stop, options);
  addEventListener("keydown", (event) => event.key === "Escape" && stop(), options);
}

/** The click that ends a drag chooses nothing. */
function swallowClick() {
  const swallow = (/** @type {Event} */ event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
}
