/** The pictures of the page in the README, made anew: `node tests/browser/readme-pictures.js [DIR]`, else into `data/pictures`. */

import { join } from "node:path";

import { LAPTOP, PHONE, launch, open, settled } from "./browser.js";
import { inRepository, serve } from "./program.js";
import { goTo, names, press, sampleRoster } from "./steps.js";

const [folder = inRepository("data/pictures")] = process.argv.slice(2);
const browser = await launch();

/**
 * A picture of the sample school, with a roster just made.
 * @param {string} name
 * @param {Parameters<typeof open>[2] & {lang: "en"|"ru"}} look
 * @param {(page: any) => Promise<void>} prepare
 */
async function picture(name, look, prepare) {
  const served = await serve();
  const { page, clean, close } = await open(browser, served.address, look);
  await sampleRoster(page, look.lang);
  await prepare(page);
  await page.mouse.move(0, 0);
  await settled(page);
  await page.screenshot({ path: join(folder, name) });
  clean();
  await close();
  await served.end();
}

/** A move into a conflict, the panel beside it. @param {any} page */
async function conflict(page) {
  await page.locator("[role=gridcell][data-role=checker]").nth(6).click();
  await page.locator(".candidate.is-barred").first().click();
  await page.locator("[aria-invalid=true]").waitFor();
}

await picture("page.png", { lang: "en", viewport: LAPTOP }, conflict);
await picture("page-ru.png", { lang: "ru", viewport: LAPTOP }, conflict);
await picture("page-people.png", { lang: "en", viewport: LAPTOP, colorScheme: "dark" }, (page) =>
  page.locator("input[value=people]").check(),
);
await picture("page-today.png", { lang: "en", viewport: PHONE, deviceScaleFactor: 2 }, async (page) => {
  const words = names("en");
  await goTo(page, words.views.today);
  await page.locator(".names .button").first().click();
  await press(page, words.seek);
  await page.locator(".answer .change").first().waitFor();
  await page.locator(".answer").evaluate((/** @type {HTMLElement} */ answer) => answer.scrollIntoView());
});
await browser.close();
