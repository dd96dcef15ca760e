/** A field that finds a person by any part of the name: a combobox with a list below it. */

import { attribute, fill, h } from "./dom.js";

/** Names offered at once. */
const MOST = 8;

let count = 0;

/**
 * @param {string} label
 * @param {{id: number, name: string}[]} people
 * @param {(id: number|null) => void} pick
 */
export function picker(label, people, pick) {
  const id = `picker-${(count += 1)}`;
  /** @type {{id: number, name: string}[]} */
  let offered = [];
  let active = 0;
  const list = h("div", { role: "listbox", id, class: "picker-list", "aria-label": label, hidden: true });
  const field = h("input", {
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-controls": id,
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    oninput: () => {
      pick(null);
      offer();
    },
    onkeydown: byKey,
    onblur: close,
  });
  const element = h("label", { class: "field picker" }, h("span", {}, label), field, list);
  list.addEventListener("pointerdown", (event) => {
    const option = /** @type {Element} */ (event.target).closest("[role=option]");
    event.preventDefault();
    if (option) take(offered[Number(option.getAttribute("data-index"))]);
  });

  function offer() {
    const words = field.value.trim().toLocaleLowerCase();
    offered = words ? people.filter(({ name }) => name.toLocaleLowerCase().includes(words)).slice(0, MOST) : [];
    active = 0;
    draw();
  }

  function draw() {
    list.hidden = offered.length === 0;
    attribute(field, "aria-expanded", String(!list.hidden));
    fill(
      list,
      offered.map(({ name }, index) =>
        h(
          "div",
          {
            role: "option",
            id: `${id}-${index}`,
            "data-index": index,
            "aria-selected": String(index === active),
            class: index === active ? "is-active" : null,
          },
          name,
        ),
      ),
    );
    attribute(field, "aria-activedescendant", offered.length ? `${id}-${active}` : null);
  }

  /** @param {{id: number, name: string}|undefined} person */
  function take(person) {
    if (!person) return;
    field.value = person.name;
    close();
    pick(person.id);
  }

  function close() {
    offered = [];
    draw();
  }

  /** @param {KeyboardEvent} event */
  function byKey(event) {
    if (event.key === "Escape") return close();
    if (!offered.length) return;
    if (event.key === "ArrowDown") active = (active + 1) % offered.length;
    else if (event.key === "ArrowUp") active = (active + offered.length - 1) % offered.length;
    else if (event.key === "Enter" || event.key === "Tab") {
      take(offered[active]);
      if (event.key === "Enter") event.preventDefault();
      return;
    } else return;
    event.preventDefault();
    draw();
  }

  return {
    element,
    focus: () => field.focus(),
    /** @param {{id: number, name: string}} person */
    put(person) {
      take(person);
      field.focus();
    },
    clear() {
      field.value = "";
      close();
    },
  };
}
