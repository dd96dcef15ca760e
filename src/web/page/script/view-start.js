/**
 * The start: files in, what was understood of them, and complaints next to the cells they are about.
 */

import { refused, takeLists } from "./actions.js";
import { complaintLine } from "./complaint.js";
import { button, fill, h, icon } from "./dom.js";
import { download, own } from "./door.js";
import { dropZone } from "./drop.js";
import { meaningPanel } from "./meaning.js";
import { neededTables, otherTables } from "./missing-tables.js";
import { say } from "./notice.js";
import { schedulePlan } from "./schedule-plan.js";
import * as server from "./server.js";
import { busy, listen, revision, state } from "./store.js";
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
  /** What is open above the table: what it is, or a schedule to be laid out. @type {"meaning"|"plan"|null} */
  let panel = null;
  const inside = h("div", { class: "start" });
  const above = h("div", { class: "panel-place" });
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
        button(w("startTyping"), () => void startTyping(), { class: "button large" }),
        h("span", {}, w("startTypingHint")),
      ),
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
    const { tables = [], complaints = [], aside = [], missing = [] } = state.opened ?? {};
    const errors = complaints.filter((complaint) => complaint.gravity === "error").length;
    const shown = [...tables, ...aside];
    const homeless = complaints.filter(
      (complaint) =>
        !shown.some((place) => addressOf(place) === addressOf(complaint)) &&
        !missing.some(({ needed, table }) => needed && complaint.file === `${table}.csv`),
    );
    if (!chosen || !shown.some((place) => addressOf(place) === chosen)) {
      const grave = (/** @type {TableRead} */ table) =>
        complaintsOf(table).some((complaint) => complaint.gravity === "error");
      const first = tables.find(grave) ?? tables.find((table) => complaintsOf(table).length > 0) ?? tables[0];
      const unknown = aside.find(({ said }) => !said);
      const next = unknown && missing.some(({ needed }) => needed) ? unknown : (first ?? unknown);
      chosen = next ? addressOf(next) : null;
    }
    return [
      h(
        "div",
        { class: "start-head" },
        h("div", {}, h("h1", {}, w("understoodTitle")), h("p", { class: "quiet" }, summary(errors))),
        next(errors),
      ),
      (homeless.length > 0 || missing.some(({ needed }) => needed)) &&
        h(
          "div",
          { class: "homeless" },
          homeless.map(homelessCard),
          neededTables(missing, (table) => void begin(table), () => void observe(false)),
        ),
      h(
        "div",
        { class: "start-body" },
        h(
          "div",
          { class: "start-side" },
          h("nav", { class: "tables", "aria-label": w("tables") }, tables.map(tableButton), aside.map(asideButton)),
          otherTables(missing, (table) => void begin(table)),
          observerSwitch(),
          more(),
        ),
        h("div", { class: "table-side" }, above, sheet),
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
    const { complaints = [], tables = [], aside = [], missing = [] } = state.opened ?? {};
    const wrong = complaints.some(
      (complaint) =>
        complaint.gravity === "error" && tables.some((table) => addressOf(table) === addressOf(complaint)),
    );
    if (missing.some(({ needed }) => needed) && !wrong) {
      const unknown = aside.some(({ said }) => !said);
      return h("p", { class: "next" }, w(unknown ? "sayWhatItIs" : "addLists"));
    }
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
    return h(
      "button",
      {
        type: "button",
        class: "table-button",
        "aria-current": chosen === addressOf(table) ? "true" : null,
        onclick: () => pick(addressOf(table)),
      },
      h("b", {}, table.title),
      h("small", {}, dotted(table.file, table.sheet, many("rows", table.rows))),
      own.length > 0 ? h("span", { class: grave ? "tag tag-conflict" : "tag" }, own.length) : icon("ok"),
    );
  }

  /** @param {string} address */
  function pick(address) {
    chosen = address;
    panel = null;
    draw();
    const current = inside.querySelector(".tables [aria-current=true]");
    if (current instanceof HTMLElement) current.focus();
  }

  /** A sheet that is no list yet. @param {import("./types.js").SchoolReply["aside"][number]} place */
  const asideButton = (place) =>
    h(
      "button",
      {
        type: "button",
        class: place.said ? "table-button is-aside" : "table-button is-unknown",
        "aria-current": chosen === addressOf(place) ? "true" : null,
        onclick: () => pick(addressOf(place)),
      },
      h("b", {}, dotted(place.file, place.sheet)),
      h("small", {}, many("rows", place.rows)),
      h("span", { class: "tag" }, w(place.said ? "leftAside" : "notATable")),
    );

  function observerSwitch() {
    const box = h("input", {
      type: "checkbox",
      checked: state.opened?.observers === false,
      onchange: () => void observe(!box.checked),
    });
    return h("label", { class: "check observer-switch" }, box, w("noObservers"));
  }

  /** @param {boolean} invited */
  const observe = (invited) => lists(() => server.inviteObservers(revision(), invited));

  /** @param {string} table */
  async function begin(table) {
    const before = new Set((state.opened?.tables ?? []).map(addressOf));
    await lists(() => server.beginTable(revision(), table));
    const begun = state.opened?.tables.find((one) => one.table === table && !before.has(addressOf(one)));
    if (begun) pick(addressOf(begun));
  }

  /** The lists that every school has, with their headings. */
  async function startTyping() {
    for (const table of ["staff", "classes", "load", "schedule"]) {
      await lists(() => server.beginTable(revision(), table));
    }
    const first = state.opened?.tables.find(({ table }) => table === "staff");
    if (first) pick(addressOf(first));
  }

  /** A step on the lists. @param {() => Promise<import("./types.js").SchoolReply>} step */
  async function lists(step) {
    try {
      await takeLists(await step());
    } catch (problem) {
      await refused(problem);
    }
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
    const unknown = state.opened?.aside.find((one) => addressOf(one) === chosen);
    const place = table ?? unknown;
    if (!place) {
      fill(above);
      fill(sheet);
      return null;
    }
    showPanel(place, Boolean(unknown));
    const turn = (/** @type {"meaning"|"plan"} */ kind) => () => {
      panel = panel === kind ? null : kind;
      showPanel(place, Boolean(unknown));
    };
    const verbs = [
      table?.table === "schedule" && { title: w("layOut"), press: turn("plan") },
      table && { title: w("meaningButton"), press: turn("meaning") },
    ].filter((verb) => verb !== false && verb !== undefined);
    void tableSheet(sheet, table ?? { ...place, title: w("notATable") }, verbs);
    return null;
  }

  /** @param {{file: string, sheet: string|null}} place @param {boolean} unknown */
  function showPanel({ file, sheet: of }, unknown) {
    const done = (/** @type {import("./types.js").SchoolReply} */ reply) => {
      panel = null;
      void takeLists(reply).catch(refused);
    };
    const leave = () => {
      panel = null;
      fill(above);
    };
    if (panel === "plan") void plan({ file, sheet: of }, done, leave);
    else if (unknown || panel === "meaning") void meaningPanel(above, { file, sheet: of }, done, leave);
    else fill(above);
  }

  /**
   * @param {{file: string, sheet: string|null}} place
   * @param {(reply: import("./types.js").SchoolReply) => void} done
   * @param {() => void} leave
   */
  async function plan({ file, sheet: of }, done, leave) {
    try {
      const { columns } = await server.reading(file, of, "schedule");
      const choices = (/** @type {string} */ name) =>
        columns.find((/** @type {{name: string}} */ column) => column.name === name)?.choices ?? [];
      schedulePlan(above, choices("class"), choices("subject"), done, leave);
    } catch (problem) {
      await refused(problem);
    }
  }

  /** Files come in one after the other; one that is refused keeps no other out. @param {File[]} list */
  async function send(list) {
    busy(w("reading"));
    const taken = [];
    try {
      for (const file of list) {
        try {
          const reply = await server.sendFile(file, file.name);
          taken.push(file.name);
          await opened(reply);
        } catch (problem) {
          await refused(problem);
        }
      }
      if (taken.length) say(w("filesTaken", { names: taken.join(", ") }), "done");
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
    panel = null;
    await takeLists(reply);
  }

  const off = [listen("school", draw), listen("roster", draw)];
  draw();
  return () => off.forEach((stop) => stop());
}
