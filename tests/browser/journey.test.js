/** From an empty folder to printed sheets, as a deputy director goes. In both languages. */

import { after, before, test } from "node:test";

import { launch, open } from "./browser.js";
import { journey } from "./journey.js";
import { serve } from "./program.js";
import { verdictIs } from "./steps.js";

/** @type {any} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const lang of /** @type {const} */ (["ru", "en"])) {
  test(`start, generate, a conflict, undo, an ill person, sheets: ${lang}`, async () => {
    const served = await serve();
    const window = await open(browser, served.address, { lang });
    const { page } = window;
    await journey(page, lang);
    // All of it is still there after a reload.
    await page.reload();
    await verdictIs(page, "clean", "exceptions");
    window.clean();
    await window.close();
    await served.end();
  });
}
