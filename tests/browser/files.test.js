/** Files as schools have them: CSVs in windows-1251 dropped on the page, complaints, cells corrected, with a backup. */

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, open } from "./browser.js";
import { inRepository, serve } from "./program.js";
import { names, press, rosterShown, verdictIs } from "./steps.js";

const SCHOOL = inRepository("data/school-31");
const words = names("ru");

/** @type {any} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const schoolFiles = () => readdirSync(SCHOOL).map((name) => ({ name, bytes: readFileSync(join(SCHOOL, name)) }));

/** Drops files on the page as a file manager does. @param {any} page @param {{name: string, bytes: Buffer}[]} files */
async function drop(page, files) {
  const plain = files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") }));
  const dropped = await page.evaluateHandle((/** @type {{name: string, base64: string}[]} */ all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
    }
    return transfer;
  }, plain);
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: dropped });
}

test("dropped files in windows-1251 are understood, and a roster is made of them", async () => {
  const served = await serve();
  const window = await open(browser, served.address, { lang: "ru" });
  const { page } = window;
  await drop(page, schoolFiles());
  await page.locator(".table-button").nth(11).waitFor();
  await page.locator(".table-button", { hasText: "Сотрудники" }).click();
  await page.getByText("windows-1251").waitFor();
  await page.locator(".sheet .cell", { hasText: "Заозёрская" }).first().waitFor();
  await press(page, words.generate);
  await rosterShown(page);
  await verdictIs(page, "clean", "exceptions");
  assert.ok(readdirSync(served.folder).includes("сотрудники.csv"));
  window.clean();
  await window.close();
  await served.end();
});

test("a wrong cell is shown with its complaint and corrected in its file, with a backup next to it", async () => {
  const school = mkdtempSync(join(tmpdir(), "recuse-broken-"));
  cpSync(SCHOOL, school, { recursive: true });
  const schedule = readFileSync(join(school, "график.csv"), "utf8");
  // The first sitting's subject is one that no table has.
  writeFileSync(join(school, "график.csv"), schedule.replace("Русский язык", "Русский язик"));
  const served = await serve({ copy: school });
  const window = await open(browser, served.address, { lang: "ru" });
  const { page } = window;
  const wrong = page.locator(".sheet .cell-error").first();
  await wrong.waitFor();
  assert.match(await wrong.innerText(), /Русский язик/);
  assert.ok(await page.getByRole("button", { name: words.generate, exact: true }).isDisabled());

  await wrong.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Русский язык");
  await page.keyboard.press("Enter");
  await page.locator(".sheet .cell-error").waitFor({ state: "detached" });
  assert.equal(readFileSync(join(served.folder, "график.csv"), "utf8"), schedule);
  const backups = readdirSync(served.folder).filter((name) => name.startsWith("график") && name !== "график.csv");
  assert.ok(
    backups.some((name) => readFileSync(join(served.folder, name), "utf8").includes("Русский язик")),
    "the earlier file stands next to it",
  );
  await press(page, words.generate);
  await rosterShown(page);
  window.clean();
  await window.close();
  await served.end();
  rmSync(school, { recursive: true });
});
