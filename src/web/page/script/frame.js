/**
 * What stands around every view: name of the school, the views, the verdict, and the verbs that are always at hand.
 */

import { generate, redo, refused, undo } from "./actions.js";
import { attribute, button, fill, h, icon } from "./dom.js";
import { download, own } from "./door.js";
import { noticeArea, say } from "./notice.js";
import * as server from "./server.js";
import { showReasons } from "./place.js";
import { draftOnly, listen, state } from "./store.js";
import { lang, w } from "./words.js";

/** @typedef {{id: string, title: string}} Tab */

/** How long a generation may take before progress is shown. */
const BLINK = 250;

/** Words of levels 1–4. */
const LEVELS = /** @type {const} */ (["levelEmpty", "levelAvoided", "levelLost", "levelEven"]);

const nav = h("nav", { class: "nav" });
const verdict = h("div", { class: "verdict", role: "status" });
const main = h("main", { id: "main", tabindex: -1 });
const reasons = h("div", { id: "reasons", hidden: true });
const schoolName = h("span", { class: "school-name" });
/** @type {Record<"generate"|"check"|"sheets"|"undo"|"redo"|"stop"|"save", HTMLButtonElement>} */
let verbs;

/**
 * Builds the frame and returns where views are drawn.
 * @param {HTMLElement} page
 * @param {Tab[]} tabs
 */
export function buildFrame(page, tabs) {
  drawFrame(page, tabs);
  for (const topic of /** @type {const} */ (["school", "roster", "busy"])) listen(topic, show);
  listen("roster", () => showReasons(reasons, state.roster));
  addEventListener("hashchange", markTab);
  document.addEventListener("keydown", undoByKey);
  return main;
}

/**
 * The frame in the words of the language chosen.
 * @param {HTMLElement} page
 * @param {Tab[]} tabs
 */
export function drawFrame(page, tabs) {
  verbs = {
    generate: button(w("generate"), () => void generateInView(), { icon: "wand", class: "button strong" }),
    check: button(w("checkRoster"), chooseRoster, { icon: "check" }),
    sheets: button(w("downloadSheets"), downloadSheets, { icon: "down" }),
    undo: button(w("undo"), () => void undo(), { icon: "undo", "aria-keyshortcuts": "Control+Z" }),
    redo: button(w("redo"), () => void redo(), {
      icon: "redo",
      class: "button icon-only",
      "aria-keyshortcuts": "Control+Shift+Z",
    }),
    stop: button(w("stop"), () => void server.cancel().catch(refused), { class: "button", hidden: true }),
    save: button(w("saveAll"), () => void own?.saveAll().then(show, refused), { icon: "down", hidden: true }),
  };
  fill(
    nav,
    h(
      "ul",
      {},
      tabs.map((tab) => h("li", {}, h("a", { href: `#${tab.id}` }, tab.title))),
    ),
  );
  attribute(nav, "aria-label", w("views"));
  const other = lang() === "ru" ? "en" : "ru";
  fill(
    page,
    h("a", { class: "skip", href: "#main", onclick: skip }, w("skip")),
    h(
      "header",
      { class: "top" },
      h(
        "a",
        { class: "brand", href: "#start" },
        h("img", { src: "/icon.svg", alt: "", width: 24, height: 24 }),
        "recuse",
      ),
      schoolName,
      nav,
      h(
        "a",
        { class: "lang", href: `?lang=${other}`, hreflang: other, lang: other, onclick: speakOther },
        other === "ru" ? "Русский" : "English",
      ),
    ),
    h(
      "div",
      { class: "bar", role: "region", "aria-label": w("verdictAndVerbs") },
      verdict,
      h("div", { class: "verbs" }, verbs.stop, verbs.undo, verbs.redo, verbs.generate, verbs.check, verbs.sheets, verbs.save),
    ),
    main,
    reasons,
    noticeArea(),
  );
  markTab();
  show();
}

function show() {
  const reply = state.roster?.reply;
  schoolName.textContent = state.opened?.school ? state.opened.school.name || state.opened.folder : "";
  document.body.classList.toggle("is-open", Boolean(state.opened?.open));
  document.body.classList.toggle("has-school", Boolean(state.opened?.school));
  const idle = !state.opened?.school || state.busy !== null;
  const filled = reply !== undefined && reply.verdict.kind !== "none";
  verbs.generate.disabled = idle;
  verbs.check.disabled = !state.opened?.school;
  verbs.sheets.disabled = !filled;
  verbs.save.hidden = !own?.isUnsaved();
  verbs.generate.classList.toggle("strong", !filled);
  for (const step of /** @type {const} */ (["undo", "redo"])) {
    const name = reply?.[step] ?? state.opened?.[step];
    verbs[step].disabled = state.busy !== null || !name;
    attribute(verbs[step], "title", name);
  }
  showVerdict();
}

/** The picture of each kind of verdict. */
export const PICTURES = {
  none: "empty",
  clean: "ok",
  exceptions: "exception",
  unfilled: "empty",
  conflicts: "conflict",
};

function showVerdict() {
  const reply = state.roster?.reply;
  const kind = state.busy ? "busy" : (reply?.verdict.kind ?? "none");
  const words = state.busy ?? reply?.verdict.words ?? w("nothingYet");
  verdict.className = `verdict verdict-${kind}`;
  verdict.dataset.revision = String(reply?.revision ?? 0);
  fill(
    verdict,
    kind === "busy"
      ? h("span", { class: "spinner", "aria-hidden": "true" })
      : icon(PICTURES[/** @type {keyof typeof PICTURES} */ (kind)]),
    h("span", { class: "verdict-words" }, words),
  );
}

/** The roster is shown at once; it fills when it is made. */
async function generateInView() {
  location.hash = "#roster";
  const watch = setTimeout(() => void watchProgress(), BLINK);
  await generate();
  clearTimeout(watch);
  verbs.stop.hidden = true;
}

/** Says how far a longer generation has come, and offers to stop it with the best so far. */
async function watchProgress() {
  while (state.busy !== null) {
    verbs.stop.hidden = false;
    const progress = await server.progress().catch(() => null);
    const words = verdict.querySelector(".verdict-words");
    if (progress?.level && words && state.busy !== null) {
      const { level, value, bound } = progress;
      const said = w(value === bound ? "levelProven" : "levelOpen", { level: w(LEVELS[level - 1]), value, bound });
      words.textContent = `${state.busy} ${said}`;
    }
    await new Promise((resolve) => setTimeout(resolve, BLINK));
  }
  verbs.stop.hidden = true;
}

/** Goes to the check and opens its file dialog, once the view stands. */
function chooseRoster() {
  const choose = () => dispatchEvent(new CustomEvent("choose-roster"));
  if (location.hash === "#check") return choose();
  addEventListener("hashchange", choose, { once: true });
  location.hash = "#check";
}

/** The sheets as one file; while something is wrong, the view of the sheets says so and offers a draft. */
function downloadSheets() {
  if (draftOnly()) {
    const broken = state.roster?.reply.verdict.kind === "conflicts";
    if (location.hash === "#sheets") say(w(broken ? "draftOnly" : "agreeFirst"), "error");
    location.hash = "#sheets";
    return;
  }
  download(server.zipAddress({ draft: false, public: false }));
}

/** Fields in which Ctrl+Z takes back what was typed, as long as something is. */
const TYPED_IN = "input:not([type=radio], [type=checkbox], [type=file])";

/** @param {KeyboardEvent} event */
function undoByKey(event) {
  const { target } = event;
  const typing = target instanceof HTMLInputElement && target.matches(TYPED_IN) && target.value !== "";
  if (!(event.ctrlKey || event.metaKey) || event.altKey || typing) return;
  const back = event.code === "KeyZ" && !event.shiftKey;
  const forth = (event.code === "KeyZ" && event.shiftKey) || event.code === "KeyY";
  if (!back && !forth) return;
  event.preventDefault();
  const verb = back ? verbs.undo : verbs.redo;
  if (!verb.disabled) verb.click();
}

function markTab() {
  const here = location.hash.split("/")[0] || "#start";
  for (const link of nav.querySelectorAll("a")) {
    const current = link.getAttribute("href") === here;
    attribute(link, "aria-current", current ? "page" : null);
    if (current) document.title = `${link.textContent} – recuse`;
    if (current) link.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  main.focus();
}

/** The other language, in the view one is in; nothing is loaded anew. @param {MouseEvent} event */
function speakOther(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { hreflang } = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  dispatchEvent(new CustomEvent("language", { detail: hreflang }));
}
