/**
 * How the single file does at large size (180 staff, 700 sittings) beside the program: a roster made, all sheets saved, moves judged,
 * memory. `RECUSE=target/release/recuse RECUSE_HTML=target/recuse.html node tests/browser/speed-single.js` after a release build.
 */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { launch, openFile } from "./browser.js";
import { inRepository, run } from "./program.js";
import { choose, listsOf } from "./single.js";
import { goTo, names, press, rosterShown, savedFile, verdictIs } from "./steps.js";

const FILE = process.env.RECUSE_HTML ?? inRepository("target/recuse.html");
const [TURNS, MOVES] = [5, 30];
const words = names("ru");

/** @param {number[]} times */
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
/** @param {string} name @param {number[]} times */
const report = (name, times) =>
  console.log(`${name}: median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms (${times.length})`);

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Notes, for each key, when the verdict that follows has been painted. */
function watchMoves() {
  const seen = /** @type {any} */ (globalThis);
  seen.moves = [];
  addEventListener("keydown", () => (seen.started = performance.now()), { capture: true });
  new MutationObserver(() => {
    if (seen.started === undefined) return;
    const from = seen.started;
    seen.started = undefined;
    requestAnimationFrame(() => setTimeout(() => seen.moves.push(performance.now() - from)));
  }).observe(/** @type {Node} */ (document.querySelector("[role=status]")), {
    attributes: true,
    attributeFilter: ["data-revision"],
  });
}

/** In the worker: notes how long the making of a roster takes. */
function timeCalls() {
  const seen = /** @type {any} */ (globalThis);
  const { carry } = seen;
  seen.carry = async (/** @type {{address: string}} */ call) => {
    const began = performance.now();
    const reply = await carry(call);
    if (call.address.startsWith("/api/generate")) seen.spent = performance.now() - began;
    return reply;
  };
}

const folder = mkdtempSync(join(tmpdir(), "recuse-large-"));
const school = join(folder, "school");
assert.equal(await run(["demo", school, "--size", "large"]), 0);
const native = [];
for (let turn = 0; turn < TURNS; turn += 1) {
  // A name of its own: a roster that is there already is not written over.
  const roster = join(folder, `roster-${turn}.csv`);
  const asked = ["generate", school, "-o", roster, "--lang", "ru"];
  native.push(await timed(async () => assert.equal(await run(asked), 0, "the program has made a roster")));
  assert.ok(statSync(roster).size > 10_000);
}
report("the program: lists read, a roster made and written", native);

const browser = await launch();
const single = [];
const computed = [];
let window = await openFile(browser, FILE, { lang: "ru" });
for (let turn = 0; turn < TURNS; turn += 1) {
  if (turn > 0) {
    await window.close();
    window = await openFile(browser, FILE, { lang: "ru" });
  }
  await choose(window.page, listsOf(school));
  await window.page.locator("body.has-school").waitFor();
  const [worker] = window.page.workers();
  await worker.evaluate(timeCalls);
  single.push(
    await timed(async () => {
      await press(window.page, words.generate);
      await rosterShown(window.page);
      await verdictIs(window.page, "clean", "exceptions", "unfilled");
    }),
  );
  computed.push(await worker.evaluate("globalThis.spent"));
}
report("the single file: the call computed", computed);
report("the single file: Generate pressed → roster and verdict painted", single);
const times = (/** @type {number[]} */ all) => (median(all) / median(native)).toFixed(2);
console.log(`times the program's: ${times(computed)} computed, ${times(single)} painted`);

const { page } = window;
await goTo(page, words.views.sheets);
await page.locator(".view-sheets .paper").waitFor();
const isDraft = (await page.locator(".view-sheets .draft-note").count()) > 0;
const all = await timed(() => savedFile(page, () => press(page, isDraft ? "Всё как проект" : "Всё одним файлом")));
console.log(`all sheets saved: ${all.toFixed(0)} ms`);
const [worker] = page.workers();
const work = await worker.evaluate("work.memory.buffer.byteLength");
const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
const most = processInfo
  .filter((/** @type {any} */ one) => one.type === "renderer")
  .map((/** @type {any} */ one) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${one.id}/status`, "utf8"))?.[1]) / 1024);
console.log(`memory: the work ${(work / 2 ** 20).toFixed(0)} MiB, its window at most ${Math.max(...most).toFixed(0)} MiB`);

await goTo(page, words.views.roster);
await rosterShown(page);
await page.evaluate(watchMoves);
const places = page.locator("[role=gridcell][data-role=proctor]:not(.is-empty)");
const keys = await places.evaluateAll((/** @type {HTMLElement[]} */ cells) => cells.map((cell) => cell.dataset.key));
for (const key of keys.slice(0, MOVES)) {
  const revision = await page.getAttribute("[role=status]", "data-revision");
  await page.locator(`[data-key="${key}"]`).focus();
  await page.keyboard.press("Delete");
  await page.waitForFunction(
    (/** @type {string} */ old) => document.querySelector("[role=status]")?.getAttribute("data-revision") !== old,
    revision,
  );
  await page.waitForTimeout(80);
}
report("place emptied → verdict painted", await page.evaluate(() => /** @type {any} */ (globalThis).moves));

await browser.close();
rmSync(folder, { recursive: true, force: true });
