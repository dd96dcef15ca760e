/**
 * Pictures of every view on three widths, light and dark, to be looked at: `node tests/browser/pictures.js [DIR] [LANG]`.
 * DIR is `target/pictures` where none is given.
 */

import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { LAPTOP, PHONE, TABLET, launch, open, settled } from "./browser.js";
import { inRepository, serve } from "./program.js";
import { goTo, names, press, sampleRoster } from "./steps.js";

const [folder = inRepository("target/pictures"), language = "ru"] = process.argv.slice(2);
const lang = language === "en" ? "en" : "ru";
const words = names(lang);
const SIZES = { laptop: LAPTOP, tablet: TABLET, phone: PHONE };

mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    const served = await serve();
    const { page, close } = await open(browser, served.address, {
      lang,
      viewport,
      colorScheme,
      deviceScaleFactor: size === "phone" ? 2 : 1,
    });
    const shoot = async (/** @type {string} */ name) => {
      await settled(page);
      await page.screenshot({ path: join(folder, `${size}-${colorScheme}-${name}.png`) });
    };
    await shoot("welcome");
    await sampleRoster(page, lang);
    await shoot("roster");
    await page.locator("[role=gridcell][data-role=checker]").nth(6).click();
    await page.locator(".candidate").first().waitFor();
    await shoot("panel");
    await page.locator(".candidate.is-barred").first().click();
    await page.locator("[aria-invalid=true]").waitFor();
    await shoot("conflict");
    await page.keyboard.press("Escape");
    await shoot("attention");
    for (const arrangement of ["people", "classes", "days"]) {
      await page.locator(`input[value=${arrangement}]`).check();
      if (arrangement !== "days") await shoot(arrangement);
    }
    await press(page, words.undo);
    for (const [view, title] of Object.entries(words.views)) {
      if (view === "roster") continue;
      await goTo(page, title);
      await shoot(view);
      if (view === "load") {
        await page.locator(".bar-row").nth(2).click();
        await shoot("load-duties");
      }
      if (view === "today") {
        await page.locator(".names .button").nth(1).click();
        await press(page, words.seek);
        await page.locator(".answer .change").first().waitFor();
        await shoot("today-plan");
      }
    }
    await close();
    await served.end();
  }
}
await browser.close();
