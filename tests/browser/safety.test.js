/** What a name says is text, what the page may load is its own, and a second window does not overwrite the first. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync, cpSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, open, settled } from "./browser.js";
import { inRepository, serve } from "./program.js";
import { goTo, names, press, rosterShown, verdict, verdictIs } from "./steps.js";

const words = names("en");
/** What a person calls themselves. */
const HOSTILE = "<img src=x onerror=broken=1> Eve";

/** @type {any} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** The small school in which one of the staff has a name out of markup. */
function hostileSchool() {
  const folder = mkdtempSync(join(tmpdir(), "recuse-hostile-"));
  cpSync(inRepository("data/school-small"), folder, { recursive: true });
  const staff = join(folder, "staff.csv");
  const lines = readFileSync(staff, "utf8").split("\n");
  const columns = lines[0].split(",").length;
  const line = [
    HOSTILE,
    "<script>broken=1</script>",
    ...Array(columns - 2).fill(""),
  ].join(",");
  writeFileSync(staff, [...lines.filter(Boolean), line, ""].join("\n"));
  return folder;
}

test("a person named <img> is text in every view", async () => {
  const school = hostileSchool();
  const served = await serve({ copy: school });
  const window = await open(browser, served.address);
  const { page } = window;
  await press(page, words.generate);
  await rosterShown(page);
  await page.locator("[role=gridcell][data-role=proctor]").first().click();
  await page.locator(".candidate", { hasText: "<img" }).first().click();
  await page.locator(`[role=gridcell][data-person="${HOSTILE}"]`).first().waitFor();
  for (const view of ["start", "load", "today", "sheets", "rules", "journal", "check"]) {
    await goTo(page, words.views[/** @type {keyof typeof words.views} */ (view)]);
    await settled(page);
    assert.equal(await page.evaluate(() => document.querySelectorAll("main script, main img").length), 0, view);
  }
  assert.equal(await page.evaluate(() => "broken" in globalThis), false);
  window.clean();
  await window.close();
  await served.end();
  rmSync(school, { recursive: true });
});

test("the content policy lets in nothing but the page's own files", async () => {
  const served = await serve();
  const window = await open(browser, served.address);
  const { page } = window;
  const answer = await page.reload();
  const policy = answer.headers()["content-security-policy"];
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  const blocked = await page.evaluate(async () => {
    const outside = fetch("http://127.0.0.1:9/").then(
      () => "let out",
      () => "blocked",
    );
    const script = document.createElement("script");
    script.textContent = "globalThis.inline = 1";
    document.head.append(script);
    return [await outside, "inline" in globalThis];
  });
  assert.deepEqual(blocked, ["blocked", false]);
  await window.close();
  await served.end();
});

test("a second window is told of a change and does not overwrite it", async () => {
  const served = await serve({ copy: inRepository("data/school-small") });
  const first = await open(browser, served.address);
  await press(first.page, words.generate);
  await rosterShown(first.page);
  const second = await first.page.context().newPage();
  await second.goto(first.page.url());
  await rosterShown(second);
  const places = first.page.locator("[role=gridcell][data-role=proctor]:not(.is-empty)");
  const [one, other] = [await places.nth(0).getAttribute("data-key"), await places.nth(1).getAttribute("data-key")];

  await first.page.locator(`[data-key="${one}"]`).focus();
  await first.page.keyboard.press("Delete");
  await first.page.locator(`[data-key="${one}"].is-empty`).waitFor();

  await second.locator(`[data-key="${other}"]`).focus();
  await second.keyboard.press("Delete");
  await second.locator(".notice-error").waitFor();
  await second.locator(`[data-key="${one}"].is-empty`).waitFor();
  assert.equal(await second.locator(`[data-key="${other}"].is-empty`).count(), 0);
  await verdictIs(second, "unfilled", "conflicts");
  assert.equal(await verdict(second).innerText(), await verdict(first.page).innerText());
  await first.close();
  await served.end();
});
