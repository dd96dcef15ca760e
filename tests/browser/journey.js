/** The way of a deputy director: start, generate, a conflict, undo, an ill person, sheets, journal. */

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";

import { cell, goTo, names, press, sampleRoster, savedFile, verdict, verdictIs } from "./steps.js";

/**
 * Goes it in an open window.
 * @param {any} page
 * @param {"en"|"ru"} lang
 * @param {import("./steps.js").Saved} saved  how this browser tells what it has saved
 */
export async function journey(page, lang, saved = savedFile) {
  const words = names(lang);
  assert.equal(await page.getAttribute("html", "lang"), lang);
  await page.getByLabel(words.files).first().waitFor();
  assert.equal(await page.getByLabel(words.files).count(), 1);
  await sampleRoster(page, lang);
  await verdictIs(page, "clean", "exceptions");
  assert.equal(await page.locator("[aria-invalid=true]").count(), 0);
  const said = await verdict(page).innerText();

  // A name moved into a conflict: a person the rules bar from this place.
  const place = cell(page, { role: "proctor" }).first();
  const key = await place.getAttribute("data-key");
  const held = await place.getAttribute("data-person");
  await place.click();
  const barred = page.locator(".candidate.is-barred").first();
  await barred.waitFor();
  assert.notEqual((await barred.locator(".candidate-bar").first().textContent()).trim(), "");
  await barred.click();
  await verdictIs(page, "conflicts");
  const marked = page.locator(`[role=gridcell][data-key="${key}"][aria-invalid=true]`);
  await marked.waitFor();
  const reason = await page.locator(`[id="${await marked.getAttribute("aria-describedby")}"]`).textContent();
  assert.ok(reason && reason.length > 10, "the conflict is described");
  assert.notEqual(await marked.getAttribute("data-person"), held);

  // While a conflict stands there is no order.
  await press(page, words.sheets);
  await page.locator(".view-sheets .draft-note").waitFor();

  await goTo(page, words.views.roster);
  await press(page, words.undo);
  await verdictIs(page, "clean", "exceptions");
  assert.equal(await verdict(page).innerText(), said);
  assert.equal(await page.locator(`[data-key="${key}"]`).getAttribute("data-person"), held);

  // Somebody is ill on the first day.
  await goTo(page, words.views.today);
  const onDuty = page.locator(".names .button");
  const ill = await onDuty.first().innerText();
  await onDuty.first().click();
  await press(page, words.seek);
  await page.locator(".answer .change").first().waitFor();
  assert.ok((await page.locator(".answer .told").count()) > 0, "somebody has to be told");
  await press(page, words.take);
  await page.locator(".answer-verbs a").waitFor();
  assert.ok(!(await onDuty.allInnerTexts()).includes(ill), "whoever is ill is not on duty any more");
  await verdictIs(page, "clean", "exceptions");

  // The sheets as one file.
  const path = await saved(page, () => press(page, words.sheets));
  assert.ok(statSync(path).size > 10_000);
  assert.equal(readFileSync(path).subarray(0, 2).toString(), "PK");

  // All of it stands in the journal, and is still there after a reload.
  await goTo(page, words.views.journal);
  await page.locator(".journal tbody tr").first().waitFor();
  assert.ok((await page.locator(".journal tbody tr").count()) >= 3);
}
