/** The sheets: each with its formats, a preview beside them, all in one file; a draft while conflicts stand. */

import { refused } from "./actions.js";
import { button, fill, h, icon } from "./dom.js";
import { download, offer, show as showSheet } from "./door.js";
import { longList } from "./long-list.js";
import { say } from "./notice.js";
import * as server from "./server.js";
import { placeWords } from "./place.js";
import { agreeToBlanks, blanksAgreed, draftOnly, listen, school, state, vacancies } from "./store.js";
import { many, w } from "./words.js";

/** @typedef {{name: string, title: string, format: string, group?: string, about?: string}} SheetFile */
/** @typedef {{title: string, files: SheetFile[]}} Sheet */

/** Empty places that are named one by one. */
const MOST_BLANKS = 12;

/** @type {import("./main.js").View} */
export function sheetsView(holder) {
  const list = h("div", { class: "sheets-list" });
  const preview = h("div", { class: "preview" });
  const head = h("div", { class: "sheets-head" });
  const forPublic = h("input", { type: "checkbox", onchange: () => void draw() });
  fill(
    holder,
    h("div", { class: "view-head" }, h("h1", {}, w("view-sheets")), head),
    h("div", { class: "sheets-body" }, list, preview),
  );
  let turn = 0;

  /** @returns {import("./server.js").SheetChoice} */
  const choice = () => ({ draft: draftOnly(), public: forPublic.checked });

  async function draw() {
    const mine = (turn += 1);
    if ((state.roster?.reply.verdict.kind ?? "none") === "none") {
      fill(head);
      fill(list, h("p", { class: "calm" }, icon("wand"), w("nothingYetHint")));
      return;
    }
    fill(
      head,
      state.roster?.reply.verdict.kind === "conflicts" &&
        h("p", { class: "draft-note" }, icon("conflict"), w("draftOnly")),
      state.roster?.reply.verdict.kind === "unfilled" && blanks(),
      h("label", { class: "check" }, forPublic, w("forPublic")),
      button(w("copyForChat"), () => void copyForChat(), { icon: "copy" }),
      button(w(choice().draft ? "zipDraft" : "zip"), () => download(server.zipAddress(choice())), { icon: "down" }),
    );
    if (!list.hasChildNodes()) fill(list, h("p", { class: "quiet" }, w("makingSheets")));
    try {
      const files = /** @type {SheetFile[]} */ (await server.sheets(choice()));
      if (mine === turn) show(files);
    } catch (problem) {
      if (mine === turn) await refused(problem);
    }
  }

  /** The empty places, and the word that they may be printed as blanks. */
  function blanks() {
    const empty = vacancies();
    const agree = h("input", {
      type: "checkbox",
      checked: blanksAgreed(),
      onchange: () => {
        agreeToBlanks(agree.checked);
        void draw();
      },
    });
    return h(
      "div",
      { class: "draft-note blanks" },
      h("p", {}, icon("empty"), many("emptyPlaces", empty.length)),
      h(
        "ul",
        {},
        empty.slice(0, MOST_BLANKS).map((place) => h("li", {}, placeWords(school(), place))),
        empty.length > MOST_BLANKS && h("li", {}, w("andMore", { count: empty.length - MOST_BLANKS })),
      ),
      h("label", { class: "check" }, agree, w("agreeToBlanks")),
    );
  }

  /** @param {SheetFile[]} files */
  function show(files) {
    const groups = grouped(files, groupOf);
    fill(
      list,
      [...groups].map(([group, members]) => section(group, sheetsOf(members))),
    );
    const first = files.find((file) => file.format === "html");
    if (first) open(first);
    else fill(preview);
  }

  /** @param {string} group @param {Sheet[]} sheets */
  function section(group, sheets) {
    const title = w(/** @type {import("./words.js").Word} */ (`sheets-${group}`));
    return h(
      "section",
      { class: "sheet-group" },
      h("h2", {}, title, h("span", { class: "count" }, sheets.length)),
      longList(sheets, row),
    );
  }

  /** @param {Sheet} sheet */
  function row({ title, files }) {
    const page = files.find((file) => file.format === "html");
    return h(
      "li",
      { class: "sheet-line" },
      page ? h("button", { type: "button", class: "link", onclick: () => open(page) }, title) : h("span", {}, title),
      h(
        "span",
        { class: "formats" },
        files.map((file) =>
          h(
            "a",
            {
              class: "format",
              ...offer(server.sheetAddress(choice(), file.name, true), file.name),
              "aria-label": w("downloadFile", { name: file.name }),
            },
            file.format.toUpperCase(),
          ),
        ),
      ),
    );
  }

  /** The text for the staff chat, to be looked at and copied; after a repair its changes too. */
  async function copyForChat() {
    try {
      const texts = await server.chat(choice());
      showText(w("chatText"), texts.whole, texts.changes);
      await copy(texts.changes ?? texts.whole);
    } catch (problem) {
      await refused(problem);
    }
  }

  /** @param {string} text */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      say(w("copied"), "done");
    } catch {
      // Without leave to write there, the text lies open and chosen, to be copied by hand.
      const area = preview.querySelector("textarea");
      area?.focus();
      area?.select();
      say(w("copyByHand"), "done");
    }
  }

  /** @param {string} title @param {string} whole @param {string|null} changes */
  function showText(title, whole, changes) {
    const area = h("textarea", { class: "chat-text", readonly: true, "aria-label": title });
    /** @param {string} text */
    const put = (text) => {
      area.value = text;
    };
    /** @param {import("./words.js").Word} word @param {string} text */
    const choose = (word, text) =>
      button(
        w(word),
        () => {
          put(text);
          void copy(text);
        },
        { class: "button small", icon: "copy" },
      );
    put(changes ?? whole);
    fill(
      preview,
      h(
        "div",
        { class: "preview-head" },
        h("h2", {}, title),
        changes !== null && choose("copyChanges", changes),
        choose("copyWhole", whole),
      ),
      area,
    );
  }

  /** @param {SheetFile} file */
  function open(file) {
    const frame = h("iframe", { title: w("previewOf", { title: file.title }), class: "paper" });
    showSheet(frame, server.sheetAddress(choice(), file.name, false));
    fill(
      preview,
      h(
        "div",
        { class: "preview-head" },
        h("h2", {}, file.title),
        button(w("printSheet"), () => frame.contentWindow?.print(), { class: "button small", icon: "print" }),
      ),
      frame,
    );
  }

  void draw();
  return listen("roster", () => void draw());
}

/** @param {SheetFile} file */
const groupOf = (file) =>
  ["school", "days", "people", "data"].includes(file.group ?? "") ? /** @type {string} */ (file.group) : "school";

/**
 * Files of one sheet in several formats, as one line.
 * @param {SheetFile[]} files
 * @returns {Sheet[]}
 */
function sheetsOf(files) {
  const sheets = grouped(files, (file) => file.about ?? file.name.replace(/\.[^.]+$/, ""));
  return [...sheets.values()].map((members) => ({ title: members[0].title, files: members }));
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => string} key
 * @returns {Map<string, Item[]>}
 */
function grouped(items, key) {
  const found = new Map();
  for (const item of items) {
    const group = found.get(key(item)) ?? [];
    group.push(item);
    found.set(key(item), group);
  }
  return found;
}
