/** What a limit on works would cost, told before it is taken. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, open } from "./browser.js";
import { inRepository, serve } from "./program.js";
import { goTo, names, press } from "./steps.js";

const words = names("en");
/** @type {any} */
let browser;
/** @type {import("./program.js").Served} */
let served;
/** @type {Awaited<ReturnType<typeof open>>} */
let window;

before(async () => {
  browser = await launch();
  served = await serve({ copy: inRepository("data/school-31") });
  window = await open(browser, served.address);
});
after(async () => {
  await browser.close();
  await served.end();
});

test("the slider says what a limit costs beside none; one click puts it into the policy", async () => {
  const { page } = window;
  await goTo(page, words.views.settings);
  await press(page, "What would a limit on works cost?");
  const slider = page.locator("input#works-limit");
  await slider.waitFor();
  const [free, same] = await page.locator(".works-limit dd").allTextContents();
  assert.match(free, /empty places: 0 of/);
  assert.match(free, /proven$/);
  assert.equal(same, free, "at first there is no limit");
  const most = Number(await slider.getAttribute("max"));
  assert.ok(most > 60, `${most}`);

  await slider.fill("60");
  await page.waitForFunction(() =>
    /: \d+–(60|[1-5]?\d);/.test(document.querySelectorAll(".works-limit dd")[1]?.textContent ?? ""),
  );
  const policy = () => readFileSync(join(served.folder, "policy.toml"), "utf8");
  assert.doesNotMatch(policy(), /works = 60/, "asking changes nothing");

  await press(page, "Take this limit");
  await page.waitForFunction(
    () => /** @type {HTMLInputElement} */ (document.getElementById("setting-limits-works")).value === "60",
  );
  assert.match(policy(), /works = 60/);
  window.clean();
});
