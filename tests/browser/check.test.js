/** A roster made by hand, dropped as a workbook: findings on the table itself, suggestions accepted, work going on from it. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { launch, open } from "./browser.js";
import { inRepository, serve } from "./program.js";
import { goTo, names, press, rosterShown, verdictIs } from "./steps.js";
import { workbook } from "./workbook.js";

const words = names("ru");
const SCHOOL = inRepository("data/school-31");
const MANUAL = readFileSync(inRepository("data/manual/faults-rules.csv"), "utf8").replace(/^\uFEFF/, "");
const ROWS = MANUAL.split(/\r?\n/)
  .filter(Boolean)
  .map((line) => line.split(";"));
/** Rows with a conflict under the school's own rules, from the list beside the file. */
const PLANTED = readFileSync(inRepository("data/manual/planted.csv"), "utf8")
  .split(/\r?\n/)
  .map((line) => line.split(","))
  .filter(([file, policy]) => file === "faults-rules.csv" && policy === "vpr")
  .filter((fields) => fields[10] === "forbid" || fields[10] === "always")
  .map((fields) => Number(fields[2]));

/** @type {any} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("a manual workbook: every planted conflict is marked in its row, suggestions mend it, and it becomes the roster", async () => {
  const served = await serve({ copy: SCHOOL });
  const window = await open(browser, served.address, { lang: "ru" });
  const { page } = window;
  const chosen = page.waitForEvent("filechooser");
  await press(page, words.check);
  await (
    await chosen
  ).setFiles({ name: "расстановка.xlsx", mimeType: "application/octet-stream", buffer: workbook(ROWS, "Лист1") });
  await page.locator(".checked .sheet").waitFor();
  const marked = await page
    .locator(".checked [aria-invalid=true]")
    .evaluateAll((cells) =>
      cells.map((cell) => Number(cell.closest("[role=row]")?.querySelector(".line-number")?.textContent)),
    );
  assert.deepEqual(
    [...new Set(marked)].sort((a, b) => a - b),
    [...new Set(PLANTED)].sort((a, b) => a - b),
  );
  const described = page.locator(".checked [aria-invalid=true]").first();
  const reason = await page
    .locator(`[id="${(await described.getAttribute("aria-describedby"))?.split(" ")[0]}"]`)
    .textContent();
  assert.ok(reason && reason.length > 10);

  // One suggestion, then all others.
  const before = await page.locator(".checked [aria-invalid=true]").count();
  await page.getByRole("button", { name: "Принять", exact: true }).first().click();
  await page.locator(".finding.is-accepted").first().waitFor();
  assert.ok((await page.locator(".checked [aria-invalid=true]").count()) < before);
  await page.getByRole("button", { name: /Принять все/ }).click();
  await page.getByRole("button", { name: /Принять все/ }).waitFor({ state: "detached" });

  await press(page, "Работать с этой расстановкой");
  await rosterShown(page);
  await verdictIs(page, "clean", "exceptions", "unfilled", "conflicts");
  assert.equal(await page.locator("[role=gridcell]").count(), ROWS.length - 1);
  await goTo(page, words.views.journal);
  await page.locator(".journal tbody tr").first().waitFor();
  window.clean();
  await window.close();
  await served.end();
});
