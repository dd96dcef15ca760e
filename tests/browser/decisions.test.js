/** What only a person decides: ways out of an empty place, rules and exceptions, locks that a new roster keeps. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, open, settled } from "./browser.js";
import { inRepository, serve } from "./program.js";
import { goTo, names, press, rosterShown, verdict, verdictIs } from "./steps.js";

const words = names("en");
/** @type {any} */
let browser;
/** @type {import("./program.js").Served} */
let served;
/** @type {Awaited<ReturnType<typeof open>>} */
let window;

before(async () => {
  browser = await launch();
  served = await serve({ copy: inRepository("data/school-small") });
  window = await open(browser, served.address);
  await press(window.page, words.generate);
  await rosterShown(window.page);
  await verdictIs(window.page, "unfilled");
});
after(async () => {
  await browser.close();
  await served.end();
});

/** Empty places, as the day headings count them. */
const emptyPlaces = () => window.page.locator("[role=gridcell].is-empty").count();

test("an empty place has its obstacle and ways out; one that is applied fills it, with a signature where it needs one", async () => {
  const { page } = window;
  const before = await emptyPlaces();
  assert.ok(before > 0);
  const apply = page.getByRole("button", { name: "Apply", exact: true }).first();
  await apply.waitFor();
  await apply.click();
  const signature = page.locator(".signature");
  if (await signature.count()) {
    await signature.getByLabel("Ground").fill("memo of 20 April");
    await signature.getByLabel("Approved by").fill("the director");
    await press(page, "Grant");
  }
  await page.waitForFunction(
    (/** @type {number} */ count) => document.querySelectorAll("[role=gridcell].is-empty").length < count,
    before,
  );
  await press(page, words.undo);
  await page.waitForFunction(
    (/** @type {number} */ count) => document.querySelectorAll("[role=gridcell].is-empty").length === count,
    before,
  );
});

test("a preset and a severity are judged at once; the policy file says so", async () => {
  const { page } = window;
  await goTo(page, words.views.rules);
  await page.locator("input[name=preset][value=strict]").check();
  await verdictIs(page, "conflicts");
  assert.match(readFileSync(join(served.folder, "policy.toml"), "utf8"), /preset = "strict"/);
  await page.locator("input[name=preset][value=vpr]").check();
  await verdictIs(page, "unfilled");

  const rule = page.locator(".rule", { hasText: "checker-own-subject" });
  await rule.locator("summary").click();
  await rule.locator("input[value=forbid]").check();
  await verdictIs(page, "conflicts");
  await settled(page);
  assert.ok(await rule.locator("input[value=forbid]").evaluate((choice) => choice === document.activeElement));
  assert.ok(await rule.locator("dl").isVisible(), "what was unfolded stays so");
  await rule.locator("input[value=avoid]").check();
  await verdictIs(page, "unfilled");
});

test("an exception is granted with ground and approver, and taken back", async () => {
  const { page } = window;
  await goTo(page, words.views.rules);
  const before = await page.locator(".waiver").count();
  await page.getByText("Grant an exception").click();
  const form = page.locator(".waivers .form");
  await form.getByRole("combobox", { name: "Person" }).fill("а");
  await page.keyboard.press("Enter");
  await form.getByLabel("Ground").fill("memo of 20 April");
  await form.getByLabel("Approved by").fill("the director");
  await press(page, "Grant");
  await page.locator(".waiver").nth(before).waitFor();
  assert.match(readFileSync(join(served.folder, "waivers.csv"), "utf8"), /memo of 20 April/);
  await page.getByRole("button", { name: "Take back" }).nth(before).click();
  await page.locator(".waiver").nth(before).waitFor({ state: "detached" });
});

test("what is locked stays when all is made anew, and when the rest is repaired", async () => {
  const { page } = window;
  await goTo(page, words.views.roster);
  const place = page.locator("[role=gridcell][data-role=proctor]:not(.is-empty)").first();
  const [key, person] = [await place.getAttribute("data-key"), await place.getAttribute("data-person")];
  await place.focus();
  await page.keyboard.press("l");
  await page.locator(`[data-key="${key}"].is-locked`).waitFor();
  const revision = await verdict(page).getAttribute("data-revision");
  await press(page, words.generate);
  await page.waitForFunction(
    (/** @type {string} */ old) => document.querySelector("[role=status]")?.getAttribute("data-revision") !== old,
    revision,
  );
  const kept = page.locator(`[data-key="${key}"]`);
  assert.equal(await kept.getAttribute("data-person"), person);
  assert.ok((await kept.getAttribute("class"))?.includes("is-locked"));

  // Somebody else's place is emptied; the repair fills it again and leaves the lock alone.
  const other = page.locator("[role=gridcell][data-role=proctor]:not(.is-empty, .is-locked)").first();
  const hole = await other.getAttribute("data-key");
  await other.focus();
  await page.keyboard.press("Delete");
  await page.locator(`[data-key="${hole}"].is-empty`).waitFor();
  await press(page, "Repair the rest");
  await page.locator(`[data-key="${hole}"]:not(.is-empty)`).waitFor();
  assert.equal(await kept.getAttribute("data-person"), person);
  window.clean();
});
