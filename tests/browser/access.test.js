/**
 * For everybody: axe-core finds nothing serious in any view, in both colour schemes, on a laptop and on a phone, and no
 * view scrolls sideways.
 */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { LAPTOP, PHONE, barriers, launch, open, settled } from "./browser.js";
import { inRepository, serve } from "./program.js";
import { names, press, rosterShown } from "./steps.js";

const VIEWS = Object.keys(names("en").views);

/** @type {any} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("the first page", async () => {
  const served = await serve();
  const window = await open(browser, served.address);
  for (const colorScheme of ["light", "dark"]) {
    await window.page.emulateMedia({ colorScheme });
    assert.deepEqual(await barriers(window.page), [], colorScheme);
  }
  window.clean();
  await window.close();
  await served.end();
});

for (const [place, viewport] of /** @type {const} */ ([
  ["laptop", LAPTOP],
  ["phone", PHONE],
])) {
  test(`every view on a ${place}`, async () => {
    const served = await serve({ copy: inRepository("data/school-small") });
    const window = await open(browser, served.address, { viewport });
    const { page } = window;
    await press(page, names("en").generate);
    await rosterShown(page);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      for (const view of VIEWS) await look(page, `${view}, ${colorScheme}`, view);
    }
    window.clean();
    await window.close();
    await served.end();
  });
}

/** @param {any} page @param {string} where @param {string} view */
async function look(page, where, view) {
  await page.evaluate((/** @type {string} */ id) => (location.hash = `#${id}`), view);
  await page.locator(`main.view-${view}`).waitFor();
  if (view === "roster") await conflictShown(page);
  await settled(page);
  assert.deepEqual(await barriers(page), [], where);
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= room, `${where}: scrolls sideways, ${wide} of ${room}`);
  if (view !== "roster") return;
  await page.keyboard.press("Escape");
  for (const arrangement of ["people", "classes", "days"]) {
    await page.locator(`input[value=${arrangement}]`).check();
    assert.deepEqual(await barriers(page), [], `${where}, ${arrangement}`);
  }
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => !document.querySelector("[aria-invalid=true]"));
}

/** A barred person in a place, its panel open. @param {any} page */
async function conflictShown(page) {
  await page.locator("[role=gridcell][data-role=proctor]").first().click();
  await page.locator(".candidate.is-barred").first().click();
  await page.locator("[aria-invalid=true]").first().waitFor();
}
