/** The single file in Firefox, opened from the disk: the program's bytes, the journey, and what this browser says it cannot do. */

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { launchFirefox, openFile } from "./browser.js";
import { journey } from "./journey.js";
import { lists, sameAsTheProgram } from "./single.js";

const FILE = process.env.RECUSE_HTML;
const skip = !FILE ? "there is no single file" : process.env.FIREFOX ? false : "there is no Firefox";
const downloads = mkdtempSync(join(tmpdir(), "recuse-firefox-"));

/** @type {any} */
let browser;
before(async () => {
  if (!skip) browser = await launchFirefox(downloads);
});
after(async () => {
  await browser?.close();
  rmSync(downloads, { recursive: true, force: true });
});

/**
 * This browser does not say by its protocol which file it saves: it is whatever comes to lie in the folder, whole once the part
 * beside it is gone.
 * @type {import("./steps.js").Saved}
 */
async function savedInFolder(_, act) {
  const before = new Set(readdirSync(downloads));
  await act();
  for (let tries = 0; tries < 600; tries += 1) {
    const fresh = readdirSync(downloads).filter((name) => !before.has(name));
    const [file] = fresh.filter((name) => !name.endsWith(".part"));
    if (file && fresh.length === 1) return join(downloads, file);
    await pause(50);
  }
  throw new Error("nothing was saved");
}

for (const school of ["school-31", "school-small"]) {
  test(`roster and all sheets of ${school} are the program's in Firefox too`, { skip }, async () => {
    const window = await openFile(browser, String(FILE), { lang: "ru" });
    await sameAsTheProgram(window.page, lists(school), savedInFolder);
    window.clean();
    await window.close();
  });
}

for (const lang of /** @type {const} */ (["ru", "en"])) {
  test(`the journey without a program in Firefox: ${lang}`, { skip }, async () => {
    const window = await openFile(browser, String(FILE), { lang });
    await journey(window.page, lang, savedInFolder);
    window.clean();
    await window.close();
  });
}

test("nothing can be sent from Firefox either, and no folder is offered", { skip }, async () => {
  const window = await openFile(browser, String(FILE));
  const sent = await window.page.evaluate(() =>
    fetch("data:,x").then(
      () => "let out",
      () => "blocked",
    ),
  );
  assert.equal(sent, "blocked");
  await window.page.getByRole("button", { name: "Open the sample school" }).waitFor();
  assert.equal(await window.page.getByRole("button", { name: "Open the school’s folder" }).count(), 0);
  await window.close();
});
