/** The page as one file, opened from the disk with the network off: the program's bytes, the journey, folders, failures. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, openFile, settled } from "./browser.js";
import { fillFolder, folderInMemory, inFolder } from "./folder.js";
import { journey } from "./journey.js";
import { run } from "./program.js";
import { lists, listsOf, sameAsTheProgram } from "./single.js";
import { goTo, names, press, rosterShown, sampleRoster, savedFile, verdictIs } from "./steps.js";

const FILE = process.env.RECUSE_HTML;
const skip = FILE ? false : "there is no single file";

/** @type {any} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const school of ["school-31", "school-small"]) {
  test(`roster and all sheets of ${school} are the program's, byte for byte`, { skip }, async () => {
    const window = await openFile(browser, String(FILE), { lang: "ru" });
    await sameAsTheProgram(window.page, lists(school), savedFile);
    window.clean();
    await window.close();
  });
}

for (const lang of /** @type {const} */ (["ru", "en"])) {
  test(`the journey without a program: ${lang}`, { skip }, async () => {
    const window = await openFile(browser, String(FILE), { lang });
    await journey(window.page, lang);
    window.clean();
    await window.close();
  });
}

test("nothing can be sent, and no script gets in", { skip }, async () => {
  const window = await openFile(browser, String(FILE));
  const { page } = window;
  const blocked = await page.evaluate(async () => {
    const outside = (/** @type {string} */ address) =>
      fetch(address).then(
        () => "let out",
        () => "blocked",
      );
    const picture = new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve("let out");
      image.onerror = () => resolve("blocked");
      image.src = "http://127.0.0.1:9/x.png";
    });
    const script = document.createElement("script");
    script.textContent = "globalThis.inline = 1";
    document.head.append(script);
    return [await outside("http://127.0.0.1:9/"), await outside("data:,x"), await picture, "inline" in globalThis];
  });
  assert.deepEqual(blocked, ["blocked", "blocked", "blocked", false]);
  const policy = await page.locator("meta[http-equiv]").getAttribute("content");
  assert.doesNotMatch(policy, /connect-src|https?:|\*/);
  await window.close();
});

test("a sheet is shown without scripts, and the language turns without losing anything", { skip }, async () => {
  const window = await openFile(browser, String(FILE));
  const { page } = window;
  await sampleRoster(page, "en");
  await goTo(page, names("en").views.sheets);
  const sheet = page.frameLocator(".paper");
  await sheet.locator("main").waitFor();
  assert.equal(await page.locator(".paper").getAttribute("sandbox"), "allow-same-origin allow-modals");
  assert.equal(await sheet.locator("script").count(), 0);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("a.format").first().click()]);
  assert.ok(statSync(await download.path()).size > 500);
  await page.getByRole("link", { name: "Русский", exact: true }).click();
  await page.getByRole("link", { name: names("ru").views.roster, exact: true }).click();
  await rosterShown(page);
  assert.equal(await page.getAttribute("html", "lang"), "ru");
  window.clean();
  await window.close();
});

/** A window on a folder with a school's lists. @param {string} school */
async function withFolder(school) {
  const window = await openFile(browser, String(FILE), { prepare: folderInMemory });
  await fillFolder(window.page, lists(school));
  await press(window.page, "Open the school’s folder");
  await window.page.locator("body.has-school").waitFor();
  return window;
}

/** @param {any} page @param {number} nth */
async function emptyPlace(page, nth) {
  const place = page.locator("[role=gridcell][data-role=proctor]:not(.is-empty)").nth(nth);
  const key = await place.getAttribute("data-key");
  await place.focus();
  await page.keyboard.press("Delete");
  return page.locator(`[data-key="${key}"]`);
}

test("a folder is read and written in place; what another has changed is not overwritten", { skip }, async () => {
  const window = await withFolder("school-31");
  const { page } = window;
  await press(page, "Generate");
  await rosterShown(page);
  await verdictIs(page, "clean", "exceptions");
  const made = await inFolder(page, "roster.csv");
  assert.match((await inFolder(page, "journal.csv")).toString(), /./);
  assert.equal(await page.getByRole("button", { name: "Save everything" }).count(), 0, "all is in the folder");

  // A write that fails leaves everything as it was.
  await page.evaluate(() => (/** @type {any} */ (globalThis).disk.isFull = true));
  const kept = await emptyPlace(page, 0);
  await page.locator(".notice-error", { hasText: "The disk is full" }).waitFor();
  assert.ok((await inFolder(page, "roster.csv")).equals(made));
  assert.ok(!(await kept.getAttribute("class")).includes("is-empty"));
  await page.evaluate(() => (/** @type {any} */ (globalThis).disk.isFull = false));

  // Another window has written the roster.
  const other = Buffer.concat([made, Buffer.from("\n")]);
  await fillFolder(page, [{ name: "roster.csv", bytes: other }]);
  await emptyPlace(page, 1);
  await page.locator(".notice-error", { hasText: "changed the folder" }).waitFor();
  assert.ok((await inFolder(page, "roster.csv")).equals(other), "nothing was overwritten");
  const emptied = await emptyPlace(page, 1);
  await verdictIs(page, "unfilled", "conflicts");
  assert.ok((await emptied.getAttribute("class")).includes("is-empty"));
  assert.ok(!(await inFolder(page, "roster.csv")).equals(other));
  window.clean();
  await window.close();
});

test("work that fails is started anew from the same files, and says so", { skip }, async () => {
  const window = await openFile(browser, String(FILE));
  const { page } = window;
  await sampleRoster(page, "en");
  const [worker] = page.workers();
  await worker.evaluate("new Uint8Array(work.memory.buffer).fill(255); 0");
  await emptyPlace(page, 0);
  await page.locator(".notice-error", { hasText: "started anew" }).waitFor();
  await settled(page);
  await verdictIs(page, "clean", "exceptions");
  await emptyPlace(page, 0);
  await verdictIs(page, "unfilled", "conflicts");
  await window.close();
});

test("a long search stops with the best so far", { skip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "recuse-large-"));
  const large = join(folder, "school");
  await run(["demo", large, "--size", "large"]);
  const files = readdirSync(large).filter((name) => /\.csv$/.test(name) && name !== "roster.csv");
  const window = await withFolder("school-small");
  const { page } = window;
  await page.evaluate(() => /** @type {any} */ (globalThis).disk.files.clear());
  await fillFolder(page, [
    ...files.map((name) => ({ name, bytes: readFileSync(join(large, name)) })),
    { name: "policy.toml", bytes: Buffer.from('prefer = "few-people"\n') },
  ]);
  await press(page, "Read the folder again");
  await page.getByText("180 people").or(page.locator(".start-head")).first().waitFor();
  await press(page, "Generate");
  await page.getByRole("button", { name: "Use what there is", exact: true }).waitFor();
  const pressed = Date.now();
  await press(page, "Use what there is");
  await page.getByRole("button", { name: "Use what there is", exact: true }).waitFor({ state: "hidden" });
  await rosterShown(page);
  console.log(`stopped after ${Date.now() - pressed} ms`);
  assert.ok((await inFolder(page, "roster.csv")).length > 10_000);
  rmSync(folder, { recursive: true });
  window.clean();
  await window.close();
});
