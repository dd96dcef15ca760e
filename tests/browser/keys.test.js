/** The whole job by keys alone: from the first page to the sheets, without a mouse once. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open } from "./browser.js";
import { serve } from "./program.js";
import { names, rosterShown, verdictIs } from "./steps.js";

const words = names("en");
/** Stops of the Tab key on the longest way. */
const LONGEST = 90;

/** @type {any} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** What has the focus: its label, else its text. @param {any} page @returns {Promise<string>} */
const focused = (page) =>
  page.evaluate(() => {
    const element = /** @type {HTMLElement} */ (document.activeElement);
    const label = element.closest("label")?.textContent ?? document.querySelector(`label[for="${element.id}"]`)?.textContent;
    return (element.getAttribute("aria-label") ?? label ?? element.textContent ?? "").trim();
  });

/** Goes on by Tab until something of that name has the focus. @param {any} page @param {string} name */
async function tabTo(page, name) {
  for (let step = 0; step < LONGEST; step += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === name) return;
  }
  assert.fail(`the Tab key never comes to "${name}"`);
}

/** @param {any} page @param {string} name */
async function enter(page, name) {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

test("sample, roster, a place, an ill person, sheets", async () => {
  const served = await serve();
  const window = await open(browser, served.address);
  const { page } = window;
  await page.getByRole("button", { name: words.sample }).waitFor();
  await enter(page, words.sample);
  await page.locator("body.is-open.has-school").waitFor();
  await enter(page, words.generate);
  await rosterShown(page);
  await verdictIs(page, "clean", "exceptions");

  // Into the grid, the people of a place and back to it.
  const place = await page.locator("[role=gridcell]").first().getAttribute("aria-label");
  await tabTo(page, String(place));
  await page.keyboard.press("Enter");
  await page.locator("[role=option].is-active").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), place);

  await enter(page, words.views.today);
  await page.locator("main.view-today").waitFor();
  const ill = await page.locator(".names .button").first().innerText();
  await enter(page, ill);
  await enter(page, words.seek);
  await page.locator(".answer .change").first().waitFor();
  await enter(page, words.take);
  await page.locator(".answer-verbs a").waitFor();
  await verdictIs(page, "clean", "exceptions");

  const download = page.waitForEvent("download");
  await enter(page, words.sheets);
  assert.match((await download).suggestedFilename(), /\.zip$/);
  window.clean();
  await window.close();
  await served.end();
});
