/**
 * The start: files in, what was understood of them, and complaints next to the cells they are about.
 */

import { refresh, refused } from "./actions.js";
import { complaintLine } from "./complaint.js";
import { button, fill, h, icon } from "./dom.js";
import { download, own } from "./door.js";
import { dropZone } from "./drop.js";
import * as server from "./server.js";
import { busy, listen, state, takeRoster, takeSchool } from "./store.js";
import { tableSheet } from "./table-sheet.js";
import { dotted, many, w } from "./words.js";

/** @typedef {import("./types.js").TableRead} TableRead */
/** @typedef {import("./types.js").Complaint} Complaint */

/** @param {TableRead|Complaint} place */
const addressOf = ({ file, sheet }) => `${file ?? ""}\u0000${sheet ?? ""}`;

/** @type {import("./main.js").View} */
export function startView(holder) {
  /** @type {string|null} */
  let chosen = null;
  const inside = h("div", { class: "start" });
  const sheet = h("div", { class: "table-place" });
  fill(holder, inside);

  function draw() {
    const opened = state.opened;
    fill(inside, opened?.open ? understood() : welcome());
    showChosen();
  }

  /** Where the tables stand in one row, the chosen one is in sight. */
  function showChosen() {
    const current = inside.querySelector(".tables [aria-current=true]");
    if (current instanceof HTMLElement && current.parentElement) {
      current.parentElement.scrollLeft = current.offsetLeft - current.parentElement.offsetLeft;
    }
  }

  const files = () =>
    dropZone({ name: w("schoolFiles"), title: w("dropTitle"), hint: w("dropHint") }, true, (list) => void send(list))
      .element;

  function welcome() {
    const folders = state.opened?.folders ?? [];
    return h(
      "div",
      { class: "welcome" },
      h("h1", {}, w("welcome")),
      h("p", { class: "lead" }, w("welcomeLead")),
      files(),
      ownFolder("button strong large"),
      h(
        "p",
        { class: "or" },
        button(w("openSample"), () => void open(server.openSample, w("opening")), { class: "button strong large" }),
        h("span", {}, w("sampleHint")),
      ),
      h(
        "p",
        { class: "or" },
        button(w("emptyTables"), () => download(server.templateAddress()), { icon: "down" }),
        h("span", {}, w("emptyTablesHint")),
      ),
      folders.length > 0 &&
        h("section", { class: "folders" }, h("h2", {}, w("foldersHere")), folders.map(folderButton)),
      h(
        "ol",
        { class: "steps" },
        ["step1", "step2", "step3"].map((step) => h("li", {}, w(/** @type {import("./words.js").Word} */ (step)))),
      ),
      h("p", { class: "private" }, icon("lock"), w(own ? "privateFile" : "private")),
      own && h("p", { class: "quiet edition" }, own.edition),
    );
  }

  /** Where the page itself can open the school's folder. @param {string} look */
  const ownFolder = (look) =>
    own?.canOpen &&
    h(
      "p",
      { class: "or" },
      button(w("openFolder"), () => void openOwn(), { class: look }),
      h("span", {}, w("openFolderHint")),
    );

  async function openOwn() {
    try {
      const reply = await own?.openFolder();
      if (reply) await opened(/** @type {import("./types.js").SchoolReply} */ (reply));
    } catch (problem) {
      await refused(problem);
    }
  }

  /** Is the school one of those beside the first? */
  const isBelow = () => (state.opened?.folders ?? []).includes(state.opened?.folder ?? "");

  /** @param {string} folder */
  const folderButton = (folder) => button(folder, () => void open(() => server.openFolder(folder), w("opening")));

  function understood() {
    const { tables = [], complaints = [] } = state.opened ?? {};
    const errors = complaints.filter((complaint) => complaint.gravity === "error").length;
    const homeless = complaints.filter(
      (complaint) => !tables.some((table) => addressOf(table) === addressOf(complaint)),
    );
    if (!chosen || !tables.some((table) => addressOf(table) === chosen)) {
      const grave = (/** @type {TableRead} */ table) =>
        complaintsOf(table).some((complaint) => complaint.gravity === "error");
      const first = tables.find(grave) ?? tables.find((table) => complaintsOf(table).length > 0) ?? tables[0];
      chosen = first ? addressOf(first) : null;
    }
    return [
      h(
        "div",
        { class: "start-head" },
        h("div", {}, h("h1", {}, w("understoodTitle")), h("p", { class: "quiet" }, summary(errors))),
        next(errors),
      ),
      homeless.length > 0 && h("div", { class: "homeless" }, homeless.map(homelessCard)),
      h(
        "div",
        { class: "start-body" },
        h(
          "div",
          { class: "start-side" },
          h("nav", { class: "tables", "aria-label": w("tables") }, tables.map(tableButton)),
          more(),
        ),
        sheet,
      ),
      showTable(),
    ];
  }

  /** @param {number} errors */
  function summary(errors) {
    const { school, complaints = [] } = state.opened ?? {};
    const facts = school ? [many("people", school.people.length), many("sittings", school.sittings.length)] : [];
    const wrong = complaints.length ? many("complaints", complaints.length) : w("noComplaints");
    return dotted(...facts, errors ? many("errors", errors) : wrong);
  }

  /** What to do now. @param {number} errors */
  function next(errors) {
    if (errors) return h("p", { class: "next" }, w("mendErrors"));
    if (state.roster && state.roster.reply.verdict.kind !== "none")
      return h("a", { class: "button", href: "#roster" }, w("toRoster"));
    return h("p", { class: "next" }, w("readyToGenerate"));
  }

  /** @param {TableRead} table */
  const complaintsOf = (table) =>
    (state.opened?.complaints ?? []).filter((complaint) => addressOf(complaint) === addressOf(table));

  /** @param {TableRead} table */
  function tableButton(table) {
    const own = complaintsOf(table);
    const grave = own.some((complaint) => complaint.gravity === "error");
    const pick = () => {
      chosen = addressOf(table);
      draw();
      const current = inside.querySelector(".tables [aria-current=true]");
      if (current instanceof HTMLElement) current.focus();
    };
    return h(
      "button",
      {
        type: "button",
        class: "table-button",
        "aria-current": chosen === addressOf(table) ? "true" : null,
        onclick: pick,
      },
      h("b", {}, table.title),
      h("small", {}, dotted(table.sheet ?? table.file, many("rows", table.rows))),
      own.length > 0 ? h("span", { class: grave ? "tag tag-conflict" : "tag" }, own.length) : icon("ok"),
    );
  }

  /** A complaint about no table that is here. @param {Complaint} complaint */
  const homelessCard = (complaint) =>
    complaintLine(complaint, [complaint.file, complaint.message].filter(Boolean).join(": "));

  const more = () =>
    h(
      "div",
      { class: "more-files" },
      files(),
      h(
        "div",
        { class: "more-verbs" },
        button(w("reload"), () => void open(server.reload, w("reading")), { class: "button small" }),
        button(w("newSchool"), () => void open(server.newSchool, w("opening")), { class: "button small" }),
        button(w("openSample"), () => void open(server.openSample, w("opening")), { class: "button small" }),
      ),
      ownFolder("button small"),
      isBelow() && button(w("firstSchool"), () => void open(() => server.openFolder(""), w("opening"))),
      (state.opened?.folders ?? []).map(folderButton),
      own && h("p", { class: "quiet edition" }, own.edition),
    );

  function showTable() {
    const table = state.opened?.tables.find((one) => addressOf(one) === chosen);
    if (table) void tableSheet(sheet, table);
    else fill(sheet);
    return null;
  }

  /** @param {File[]} list */
  async function send(list) {
    busy(w("reading"));
    try {
      /** @type {import("./types.js").SchoolReply|null} */
      let reply = null;
      for (const file of list) reply = await server.sendFile(file, file.name);
      if (reply) await opened(reply);
    } catch (problem) {
      await refresh().catch(() => undefined);
      await refused(problem);
    } finally {
      busy(null);
    }
  }

  /** @param {() => Promise<import("./types.js").SchoolReply>} call @param {string} words */
  async function open(call, words) {
    busy(words);
    try {
      await opened(await call());
    } catch (problem) {
      await refused(problem);
    } finally {
      busy(null);
    }
  }

  /** @param {import("./types.js").SchoolReply} reply */
  async function opened(reply) {
    chosen = null;
    takeSchool(reply);
    if (reply.school) takeRoster(await server.roster());
  }

  const off = [listen("school", draw), listen("roster", draw)];
  draw();
  return () => off.forEach((stop) => stop());
}
