/** Starts the page: language, frame, the view that the address names. */

import { catchUp, refresh, refused } from "./actions.js";
import { fill } from "./dom.js";
import { buildFrame, drawFrame } from "./frame.js";
import { progress, speak } from "./server.js";
import { state } from "./store.js";
import { checkView } from "./view-check.js";
import { journalView } from "./view-journal.js";
import { loadView } from "./view-load.js";
import { rosterView } from "./view-roster.js";
import { rulesView } from "./view-rules.js";
import { settingsView } from "./view-settings.js";
import { sheetsView } from "./view-sheets.js";
import { startView } from "./view-start.js";
import { todayView } from "./view-today.js";
import { chooseLanguage, w } from "./words.js";

/**
 * A view draws itself into the holder and returns what to do when it is left.
 * @typedef {(holder: HTMLElement) => (() => void)} View
 */

/** @type {Record<string, View>} */
const VIEWS = {
  start: startView,
  roster: rosterView,
  load: loadView,
  check: checkView,
  today: todayView,
  sheets: sheetsView,
  rules: rulesView,
  settings: settingsView,
  journal: journalView,
};

/** @param {string|null} asked */
function speakIn(asked) {
  const lang = chooseLanguage(asked, navigator.language);
  speak(lang);
  document.documentElement.lang = lang;
  return lang;
}

const tabs = () =>
  Object.keys(VIEWS).map((id) => ({ id, title: w(/** @type {import("./words.js").Word} */ (`view-${id}`)) }));

speakIn(new URLSearchParams(location.search).get("lang"));
const page = /** @type {HTMLElement} */ (document.getElementById("page"));
const main = buildFrame(page, tabs());

/** The program ends when no page has asked anything for long; an open one says now and then that it is there. */
const PULSE = 60_000;

let leave = () => {};
let shown = "";

/** Draws the view of the address; without an open school there is only the start. */
function show() {
  const wanted = location.hash.slice(1).split("/")[0];
  const id = state.opened?.school && Object.hasOwn(VIEWS, wanted) ? wanted : "start";
  leave();
  fill(main);
  main.className = `view view-${id}`;
  leave = VIEWS[id](main);
  if (shown && shown !== id) {
    main.focus({ preventScroll: true });
    main.scrollTo(0, 0);
  }
  shown = id;
}

/** An address without a view: the roster where there is one, else the lists. */
function begin() {
  if (!location.hash && state.roster && state.roster.reply.verdict.kind !== "none") {
    history.replaceState(null, "", "#roster");
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else {
    show();
  }
}

/** All of it in the other language. @param {Event} event */
async function turnLanguage(event) {
  const lang = speakIn(/** @type {CustomEvent<string>} */ (event).detail);
  try {
    history.replaceState(null, "", `?lang=${lang}${location.hash}`);
  } catch {
    // Some browsers keep the address of a file as it was opened; then the language is not kept in it.
  }
  drawFrame(page, tabs());
  await refresh().catch(refused);
  show();
}

addEventListener("language", (event) => void turnLanguage(event));
addEventListener("hashchange", show);
addEventListener("focus", () => void catchUp());
setInterval(() => void progress().catch(refused), PULSE);
refresh().then(begin, async (problem) => {
  await refused(problem);
  show();
});
