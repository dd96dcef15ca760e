/**
 * How fast the page feels at large size (180 staff, 700 sittings): first paint, and from the release of a dragged name to
 * the painted verdict. Prints medians and the slowest; `node tests/browser/speed.js` after a release build.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { launch, open } from "./browser.js";
import { run, serve } from "./program.js";
import { press, verdictIs } from "./steps.js";

const MOVES = 30;

/** @param {string} name @param {number[]} times */
function report(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  console.log(
    `${name}: median ${sorted[Math.floor(sorted.length / 2)].toFixed(0)} ms, slowest ${sorted.at(-1)?.toFixed(0)} ms (${sorted.length})`,
  );
}

/** Notes when the roster's first cells have been painted, from the moment the address was entered. */
function watchFirst() {
  const seen = /** @type {any} */ (globalThis);
  const watch = new MutationObserver(() => {
    if (!document.querySelector("[role=gridcell]")) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => (seen.painted = performance.now())));
  });
  watch.observe(document, { childList: true, subtree: true });
}

/** Notes, for every release of the pointer or key, when the verdict that follows has been painted. */
function watchMoves() {
  const seen = /** @type {any} */ (globalThis);
  seen.moves = [];
  const start = () => (seen.started = performance.now());
  addEventListener("pointerup", start, { capture: true });
  addEventListener("keydown", start, { capture: true });
  new MutationObserver(() => {
    if (seen.started === undefined) return;
    const from = seen.started;
    seen.started = undefined;
    // The frame after the change, and then a task: by then the frame stands on the screen.
    requestAnimationFrame(() => setTimeout(() => seen.moves.push(performance.now() - from)));
  }).observe(/** @type {Node} */ (document.querySelector("[role=status]")), {
    attributes: true,
    attributeFilter: ["data-revision"],
  });
}

/** @param {any} page */
const moves = (page) => page.evaluate(() => /** @type {any} */ (globalThis).moves.splice(0));

const folder = mkdtempSync(join(tmpdir(), "recuse-large-"));
const school = join(folder, "school");
await run(["demo", school, "--size", "large"]);
const browser = await launch();
const served = await serve({ copy: school });
const { page } = await open(browser, served.address);
await page.locator("body.is-open").waitFor();
if (!(await page.locator("[role=gridcell]").count())) await press(page, "Generate");
await page.locator("[role=gridcell]").first().waitFor();
await verdictIs(page, "clean", "exceptions", "unfilled", "conflicts");
console.log(`places: ${await page.locator("[role=gridcell]").count()}`);

await page.addInitScript(watchFirst);
const paints = [];
for (let turn = 0; turn < 10; turn += 1) {
  await page.reload();
  paints.push(await (await page.waitForFunction(() => /** @type {any} */ (globalThis).painted)).jsonValue());
}
report("address entered → roster painted", paints);

await page.evaluate(watchMoves);
const cells = page.locator("[role=gridcell][data-role=proctor]");
for (let turn = 0; turn < MOVES; turn += 1) {
  const [from, onto] = [await cells.nth(turn % 3).boundingBox(), await cells.nth(3 + ((turn * 5) % 4)).boundingBox()];
  const revision = await page.getAttribute("[role=status]", "data-revision");
  await page.mouse.move(from.x + 30, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(onto.x + 30, onto.y + 12, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(
    (/** @type {string} */ old) => document.querySelector("[role=status]")?.getAttribute("data-revision") !== old,
    revision,
  );
  await page.waitForTimeout(120);
}
report("name dropped → verdict painted", await moves(page));

for (let turn = 0; turn < MOVES; turn += 1) {
  const revision = await page.getAttribute("[role=status]", "data-revision");
  await page.keyboard.press("Control+z");
  await page.waitForFunction(
    (/** @type {string} */ old) => document.querySelector("[role=status]")?.getAttribute("data-revision") !== old,
    revision,
  );
  await page.waitForTimeout(60);
}
report("Ctrl+Z → verdict painted", await moves(page));

const opened = [];
for (let turn = 0; turn < 10; turn += 1) {
  const began = await page.evaluate(() => performance.now());
  await cells.nth(turn).click();
  await page.locator(".candidate").first().waitFor();
  opened.push((await page.evaluate(() => performance.now())) - began);
  await page.keyboard.press("Escape");
  await page.locator(".panel").waitFor({ state: "hidden" });
}
report("place chosen → people listed (with the driver's own time)", opened);

await browser.close();
await served.end();
rmSync(folder, { recursive: true, force: true });
