/** Names moved by mouse and by keys alone: drag, swap, lock, clear, undo, redo, the three arrangements. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open } from "./browser.js";
import { serve } from "./program.js";
import { names, press, sampleRoster, verdictIs } from "./steps.js";

/** @type {any} */
let browser;
/** @type {import("./program.js").Served} */
let served;
/** @type {Awaited<ReturnType<typeof open>>} */
let window;
const words = names("en");

before(async () => {
  browser = await launch();
  served = await serve();
  window = await open(browser, served.address);
  await sampleRoster(window.page, "en");
});
after(async () => {
  await browser.close();
  await served.end();
});

/** Who holds a place. @param {string|null} key */
const holder = (key) => window.page.locator(`[role=gridcell][data-key="${key}"]`).getAttribute("data-person");

/** Waits until a place is held by somebody. @param {string|null} key @param {string|null} person */
const heldBy = (key, person) =>
  window.page.waitForFunction(
    ([at, who]) => document.querySelector(`[role=gridcell][data-key="${at}"]`)?.getAttribute("data-person") === who,
    [key, person],
  );

/** Two places of proctors with different people. */
async function twoPlaces() {
  const cells = window.page.locator("[role=gridcell][data-role=proctor]");
  const keys = [];
  const people = new Set();
  for (let index = 0; keys.length < 2; index += 1) {
    const person = await cells.nth(index).getAttribute("data-person");
    if (people.has(person)) continue;
    people.add(person);
    keys.push(await cells.nth(index).getAttribute("data-key"));
  }
  return keys;
}

test("a name dragged on another place exchanges the two", async () => {
  const { page } = window;
  const [from, onto] = await twoPlaces();
  const [first, second] = [await holder(from), await holder(onto)];
  await page.locator(`[data-key="${from}"]`).dragTo(page.locator(`[data-key="${onto}"]`));
  await heldBy(onto, first);
  assert.equal(await holder(from), second);
  assert.equal(await page.locator(".ghost").count(), 0);
  await press(page, words.undo);
  await heldBy(onto, second);
  await press(page, words.redo);
  await heldBy(onto, first);
  await press(page, words.undo);
  await heldBy(onto, second);
});

test("a person dragged from the list takes the place", async () => {
  const { page } = window;
  const [key] = await twoPlaces();
  const held = await holder(key);
  await page.locator(`[data-key="${key}"]`).click();
  const other = page.locator("[role=option][aria-selected=false]").first();
  await other.waitFor();
  const person = await other.getAttribute("data-candidate");
  await other.dragTo(page.locator(`[data-key="${key}"]`));
  await page.locator(`[role=option][data-candidate="${person}"][aria-selected=true]`).waitFor();
  assert.notEqual(await holder(key), held);
  await page.keyboard.press("Control+z");
  await heldBy(key, held);
  await page.keyboard.press("Escape");
});

test("keys alone: walk, choose, take, move, lock, clear, undo", async () => {
  const { page } = window;
  const key = () => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.key);
  await page.locator("[role=gridcell]").first().focus();
  const start = /** @type {string} */ (await key());
  await page.keyboard.press("ArrowDown");
  const below = /** @type {string} */ (await key());
  assert.notEqual(below, start);
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await key(), below);
  await page.keyboard.press("Control+Home");
  assert.equal(await key(), start);

  // Enter opens the people for the place; the first other one is taken.
  const held = await holder(start);
  await page.keyboard.press("Enter");
  await page.locator("[role=option].is-active").waitFor();
  const here = await page.locator("[role=option].is-active").getAttribute("aria-selected");
  if (here === "true") await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    ([at, who]) => document.querySelector(`[role=gridcell][data-key="${at}"]`)?.getAttribute("data-person") !== who,
    [start, held],
  );
  await page.keyboard.press("Escape");
  assert.equal(await key(), start);
  await page.keyboard.press("Control+z");
  await heldBy(start, held);

  // M moves: arrows to the other place, Enter puts.
  const other = await holder(below);
  await page.keyboard.press("m");
  await page.locator(".banner:not([hidden])").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await heldBy(below, held);
  assert.equal(await holder(start), other);
  await page.keyboard.press("Control+z");
  await heldBy(start, held);

  // M and Escape leaves all as it was.
  await page.keyboard.press("m");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".banner:not([hidden])").count(), 0);

  await page.locator(`[data-key="${start}"]`).focus();
  await page.keyboard.press("l");
  await page.locator(`[data-key="${start}"].is-locked`).waitFor();
  await page.keyboard.press("l");
  await page.locator(`[data-key="${start}"]:not(.is-locked)`).waitFor();
  await page.keyboard.press("Delete");
  await heldBy(start, "");
  await verdictIs(page, "unfilled");
  await page.keyboard.press("Control+z");
  await heldBy(start, held);
});

test("the whole way to the roster's cells is open to the Tab key", async () => {
  const { page } = window;
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
  const seen = [];
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const role = await page.evaluate(() => document.activeElement?.getAttribute("role"));
    seen.push(role);
    if (role === "gridcell") break;
  }
  assert.equal(seen.at(-1), "gridcell");
  const outline = await page.evaluate(
    () => getComputedStyle(/** @type {Element} */ (document.activeElement)).outlineStyle,
  );
  assert.equal(outline, "solid", "the focus can be seen");
});

test("by person and by class the same places stand, and a change shows in each", async () => {
  const { page } = window;
  const keys = await page
    .locator("[role=gridcell]")
    .evaluateAll((cells) => cells.map((cell) => /** @type {HTMLElement} */ (cell).dataset.key).sort());
  for (const arrangement of ["people", "classes"]) {
    await page.locator(`input[value=${arrangement}]`).check();
    const same = await page
      .locator("[role=gridcell]")
      .evaluateAll((cells) => cells.map((cell) => /** @type {HTMLElement} */ (cell).dataset.key).sort());
    assert.deepEqual(same, keys, arrangement);
    const key = await page.locator("[role=gridcell][data-role=proctor]:visible").first().getAttribute("data-key");
    const held = await holder(key);
    await page.locator(`[data-key="${key}"]`).focus();
    await page.keyboard.press("Delete");
    await heldBy(key, "");
    await page.keyboard.press("Control+z");
    await heldBy(key, held);
  }
  await page.locator("input[value=days]").check();
  window.clean();
});
