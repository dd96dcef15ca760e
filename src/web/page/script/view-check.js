/** A roster made elsewhere: its table with the findings on it, suggestions to accept, and a way to go on from it. */

import { change, refused } from "./actions.js";
import { button, fill, h, icon } from "./dom.js";
import { dropZone } from "./drop.js";
import { PICTURES } from "./frame.js";
import { evidence } from "./evidence.js";
import { rove } from "./roving.js";
import { columnTemplate } from "./sheet-columns.js";
import * as server from "./server.js";
import { busy, revision } from "./store.js";
import { many, w } from "./words.js";

/**
 * @typedef {object} Checked
 * @property {string} [file]
 * @property {{sheet: string|null, columns: string[], rows: string[][], firstRow: number}} reading
 * @property {CheckFinding[]} findings
 * @property {import("./types.js").Verdict} verdict
 *
 * @typedef {import("./types.js").Finding & {row: number|null, column: number|null, accepted?: boolean, suggestion: {words: string, person: number}|null}} CheckFinding
 */

/** The roster last checked, kept while the page is open. @type {Checked|null} */
let checked = null;

/** @type {import("./main.js").View} */
export function checkView(holder) {
  const zone = dropZone({ name: w("rosterFile"), title: w("dropRoster"), hint: w("dropRosterHint") }, false, ([file]) => void send(file));
  const answer = h("div", { class: "checked" });
  fill(holder, h("div", { class: "view-head" }, h("h1", {}, w("view-check")), h("p", { class: "quiet" }, w("checkLead"))), zone.element, answer);
  draw();

  /** @param {File} file */
  const send = (file) => ask(async () => ({ ...(await server.check(file)), file: file.name }));

  /** @param {() => Promise<Checked>} call */
  async function ask(call) {
    busy(w("checking"));
    try {
      checked = { file: checked?.file, ...(await call()) };
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
    const { file, reading, findings, verdict } = checked;
    const open = findings.filter((finding) => finding.suggestion && !finding.accepted);
    fill(
      answer,
      h(
        "div",
        { class: "checked-head" },
        h("div", {}, h("h2", {}, [file, reading.sheet].filter(Boolean).join(" · ")), h("p", { class: `verdict-line verdict-${verdict.kind}` }, icon(PICTURES[verdict.kind]), verdict.words)),
        h(
          "div",
          { class: "checked-verbs" },
          open.length > 0 && button(w("acceptAll", { count: open.length }), () => void ask(() => server.acceptFindings("all")), { class: "button" }),
          button(w("adopt"), () => void adopt(), { class: "button strong" }),
        ),
      ),
      h("div", { class: "checked-body" }, table(), list()),
    );
  }

  function table() {
    if (!checked) return null;
    const { reading, findings } = checked;
    const width = reading.columns.length;
    const grid = h("div", { role: "grid", class: "sheet", "aria-label": w("rosterFile") });
    grid.style.setProperty("--columns", columnTemplate([reading.columns, ...reading.rows], width));
    grid.append(h("div", { role: "row", class: "sheet-row sheet-header" }, h("div", { role: "columnheader", class: "line-number" }, "№"), reading.columns.map((name) => h("div", { role: "columnheader" }, name))));
    reading.rows.forEach((cells, index) => {
      const line = reading.firstRow + index;
      const here = findings.filter((finding) => finding.row === line);
      const row = h("div", { role: "row", class: "sheet-row", id: `checked-${line}` }, h("div", { role: "rowheader", class: "line-number" }, line));
      for (let column = 0; column < width; column += 1) {
        const wrong = here.filter((finding) => !finding.accepted && (finding.column === column || (finding.column === null && column === width - 1)));
        row.append(
          h(
            "div",
            {
              role: "gridcell",
              tabindex: -1,
              "aria-colindex": column + 2,
              class: wrong.length ? `cell cell-${wrong[0].kind === "conflict" ? "error" : "warning"}` : "cell",
              "aria-invalid": wrong.some((finding) => finding.kind === "conflict") ? "true" : null,
              "aria-describedby": wrong.length ? wrong.map((finding) => `finding-${findings.indexOf(finding)}`).join(" ") : null,
              title: wrong.map((finding) => finding.message).join("\n") || null,
            },
            wrong.length > 0 && icon(wrong[0].kind === "conflict" ? "conflict" : "exception"),
            h("span", { class: "cell-text" }, cells[column] ?? ""),
          ),
        );
      }
      grid.append(row);
    });
    rove(grid).refresh();
    return h("div", { class: "sheet-scroll" }, grid);
  }

  function list() {
    if (!checked) return null;
    const { findings } = checked;
    return h(
      "aside",
      { class: "checked-findings", "aria-label": w("findings") },
      h("h2", {}, many("findings", findings.length)),
      findings.length === 0 && h("p", { class: "calm" }, icon("ok"), w("nothingToSee")),
      findings.map((finding, index) =>
        h(
          "article",
          { class: `card finding finding-${finding.kind}${finding.accepted ? " is-accepted" : ""}` },
          finding.row !== null && h("button", { type: "button", class: "link", onclick: () => goTo(finding.row) }, w("lineN", { row: finding.row })),
          h("p", { id: `finding-${index}` }, finding.message),
          evidence(finding.evidence),
          finding.accepted
            ? h("p", { class: "accepted" }, icon("ok"), finding.suggestion?.words)
            : finding.suggestion
              ? h("p", { class: "suggestion" }, finding.suggestion.words, button(w("accept"), () => void ask(() => server.acceptFindings([index])), { class: "button small" }))
              : finding.fix && h("p", { class: "fix" }, finding.fix),
        ),
      ),
    );
  }

  /** @param {number|null} row */
  function goTo(row) {
    const line = document.getElementById(`checked-${row}`);
    line?.scrollIntoView({ block: "center" });
    /** @type {HTMLElement|null|undefined} */ (line?.querySelector("[aria-invalid], .cell-warning, [role=gridcell]"))?.focus({ preventScroll: true });
  }

  async function adopt() {
    const reply = await change(() => server.adoptChecked(revision()), w("checking"));
    if (reply) location.hash = "#roster";
  }

  const choose = () => zone.choose();
  addEventListener("choose-roster", choose);
  return () => removeEventListener("choose-roster", choose);
}
