/** A roster made elsewhere: its tables with the findings on them, suggestions to accept, and a way to go on from it. */

import { change, refused } from "./actions.js";
import { checkedTable, findingId, rowId } from "./checked-table.js";
import { complaintLine } from "./complaint.js";
import { button, fill, h, icon } from "./dom.js";
import { download } from "./door.js";
import { dropZone } from "./drop.js";
import { evidence } from "./evidence.js";
import { PICTURES } from "./frame.js";
import * as server from "./server.js";
import { busy, revision } from "./store.js";
import { many, w } from "./words.js";

/** @typedef {import("./checked-table.js").OwnFinding} OwnFinding */
/** @typedef {{kind: "clean"|"exceptions"|"unfilled"|"conflicts", words: string, unchecked: string[], preferences: string[]}} OwnVerdict */
/**
 * @typedef {object} Checked
 * @property {string} file
 * @property {OwnVerdict} verdict  on the roster as it came
 * @property {OwnVerdict} after    with what was accepted
 * @property {import("./checked-table.js").OwnTable[]} reading
 * @property {OwnFinding[]} findings
 * @property {import("./types.js").Complaint[]} complaints
 */

/** The roster last checked, kept while the page is open. @type {Checked|null} */
let checked = null;

/** @type {import("./main.js").View} */
export function checkView(holder) {
  const zone = dropZone(
    { name: w("rosterFile"), title: w("dropRoster"), hint: w("dropRosterHint") },
    false,
    ([file]) => void ask(() => server.check(file)),
  );
  const answer = h("div", { class: "checked" });
  fill(
    holder,
    h("div", { class: "view-head" }, h("h1", {}, w("view-check")), h("p", { class: "quiet" }, w("checkLead"))),
    zone.element,
    answer,
  );
  draw();

  /** @param {() => Promise<Checked>} call */
  async function ask(call) {
    busy(w("checking"));
    try {
      checked = await call();
      draw();
    } catch (problem) {
      await refused(problem);
    } finally {
      busy(null);
    }
  }

  function draw() {
    zone.element.classList.toggle("is-small", checked !== null);
    if (!checked) return fill(answer);
    const { file, reading, findings, verdict, after, complaints } = checked;
    const accepted = findings.some((finding) => finding.accepted);
    fill(
      answer,
      h(
        "div",
        { class: "checked-head" },
        h(
          "div",
          {},
          h("h2", {}, file),
          verdictLine(verdict),
          [...verdict.unchecked, ...verdict.preferences].map((line) => h("p", { class: "quiet" }, line)),
          accepted &&
            h("div", { class: "after" }, h("span", { class: "quiet" }, w("withAccepted")), verdictLine(after)),
        ),
        verbs(findings, accepted),
      ),
      complaints.map((complaint) => complaintLine(complaint)),
      h(
        "div",
        { class: "checked-body" },
        h(
          "div",
          { class: "checked-tables" },
          reading.map((table, number) => checkedTable(table, number, findings)),
        ),
        list(findings),
      ),
    );
  }

  /** @param {OwnFinding[]} findings @param {boolean} accepted */
  function verbs(findings, accepted) {
    const open = findings.filter((finding) => finding.accept && !finding.accepted).length;
    return h(
      "div",
      { class: "checked-verbs" },
      button(w("annotated"), () => download(server.annotatedAddress()), { icon: "down" }),
      accepted && button(w("fixedFile"), () => download(server.fixedAddress()), { icon: "down" }),
      open > 0 && button(w("acceptAll", { count: open }), () => void ask(() => server.acceptFindings("all"))),
      button(w("adopt"), () => void adopt(), { class: "button strong" }),
    );
  }

  /** @param {OwnFinding[]} findings */
  function list(findings) {
    return h(
      "aside",
      { class: "checked-findings", "aria-label": w("findings") },
      h("h2", {}, many("findings", findings.length)),
      findings.length === 0 && h("p", { class: "calm" }, icon("ok"), w("nothingToSee")),
      findings.map(card),
    );
  }

  /** @param {OwnFinding} finding */
  function card(finding) {
    const { table, row, place, message, suggestion, accept, accepted } = finding;
    return h(
      "article",
      { class: `card finding finding-${finding.kind}${accepted ? " is-accepted" : ""}` },
      row === null
        ? h("p", { class: "quiet" }, place)
        : h("button", { type: "button", class: "link", onclick: () => goTo(table, row) }, place),
      h("p", { id: findingId(finding) }, message),
      evidence(finding.evidence, message),
      suggestion &&
        h(
          "p",
          { class: accepted ? "accepted" : "suggestion" },
          accepted && icon("ok"),
          h("span", {}, suggestion),
          accept &&
            !accepted &&
            button(w("accept"), () => void ask(() => server.acceptFindings([finding.id])), { class: "button small" }),
        ),
    );
  }

  /** @param {number|null} table @param {number} row */
  function goTo(table, row) {
    const line = document.getElementById(rowId(table, row));
    line?.scrollIntoView({ block: "center" });
    const cell = line?.querySelector("[aria-invalid], .cell-warning, [role=gridcell]");
    if (cell instanceof HTMLElement) cell.focus({ preventScroll: true });
  }

  async function adopt() {
    const reply = await change(() => server.adoptChecked(revision()), w("checking"));
    if (reply) location.hash = "#roster";
  }

  const choose = () => zone.choose();
  addEventListener("choose-roster", choose);
  return () => removeEventListener("choose-roster", choose);
}

/** @param {OwnVerdict} verdict */
const verdictLine = ({ kind, words }) => h("p", { class: `verdict-line verdict-${kind}` }, icon(PICTURES[kind]), words);
