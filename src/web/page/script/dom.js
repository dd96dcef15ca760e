/**
 * Elements made and changed. Text reaches the page as text nodes and attributes alone, so that a name is never markup.
 */

/**
 * @typedef {Node|string|number|null|undefined|false} Child
 * @typedef {Child|Child[]|(Child|Child[])[]} Children
 * @typedef {Record<string, unknown>} Attributes  `class`, `data-…`, `aria-…`; `on…` listeners; booleans set or drop the attribute
 */

/**
 * An element with attributes, listeners and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Children} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on") && typeof value === "function") {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else {
      attribute(element, name, value);
    }
  }
  append(element, children);
  return element;
}

/**
 * Sets, changes or (null, undefined, false) drops an attribute; touches nothing that is already so.
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
export function attribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
    return;
  }
  const text = value === true ? "" : String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/**
 * @param {Node} element
 * @param {Children[]} children
 */
function append(element, children) {
  for (const child of /** @type {Child[]} */ (children.flat(Infinity))) {
    if (child === null || child === undefined || child === false) continue;
    element.appendChild(typeof child === "object" ? child : document.createTextNode(String(child)));
  }
}

/**
 * Puts new children in place of all old ones.
 * @param {Element} element
 * @param {...Children} children
 */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/**
 * A picture of the sprite in index.html; decoration, hidden from readers.
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.appendChild(use);
  return svg;
}

/**
 * A sentence in which backticks mark what is typed as it stands: a column, a keyword.
 * @param {string} sentence
 * @returns {Child[]}
 */
export const prose = (sentence) =>
  sentence.split("`").map((part, index) => (index % 2 === 1 ? h("code", {}, part) : part));

/**
 * A button; its name is its text.
 * @param {string} text
 * @param {(event: MouseEvent) => void} press
 * @param {Attributes & {icon?: string}} [attributes]
 * @returns {HTMLButtonElement}
 */
export function button(text, press, { icon: picture, ...attributes } = {}) {
  return h(
    "button",
    { type: "button", class: "button", ...attributes, onclick: press },
    picture && icon(picture),
    h("span", {}, text),
  );
}

/**
 * Calls `work` once, when calls have paused for `pause` milliseconds.
 * @template {unknown[]} Parameters
 * @param {(...parameters: Parameters) => void} work
 * @param {number} pause
 * @returns {(...parameters: Parameters) => void}
 */
export function afterPause(work, pause) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  return (...parameters) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...parameters), pause);
  };
}

/** Whether the window has room for something beside the roster; the styles ask the same. */
export const hasRoom = () => matchMedia("(min-width: 900px)").matches;
