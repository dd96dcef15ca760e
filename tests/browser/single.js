/** What is asked of the single file in any browser: to hold its rosters and sheets against the program's. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { inRepository, run } from "./program.js";
import { goTo, names, press, rosterShown, verdictIs } from "./steps.js";
import { unzip } from "./unzip.js";

/** @typedef {import("./steps.js").Saved} Saved */

/** Lists and policy of a school's folder. @param {string} folder */
export function listsOf(folder) {
  const wanted = readdirSync(folder).filter((name) => /\.(csv|toml)$/.test(name) && name !== "roster.csv");
  return wanted.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** Lists and policy of a school of the repository. @param {string} school */
export const lists = (school) => listsOf(inRepository(`data/${school}`));

/** Chooses files as a person does. @param {any} page @param {{name: string, bytes: Buffer}[]} files */
export const choose = (page, files) =>
  page
    .getByLabel(names("ru").files)
    .first()
    .setInputFiles(files.map(({ name, bytes }) => ({ name, buffer: bytes, mimeType: "" })));

/**
 * Makes a school's roster and sheets in the page, in Russian, and by the program: they are the same, byte for byte.
 * @param {any} page
 * @param {{name: string, bytes: Buffer}[]} files
 * @param {Saved} saved
 */
export async function sameAsTheProgram(page, files, saved) {
  const words = names("ru");
  await choose(page, files);
  await page.locator("body.has-school").waitFor();
  await press(page, words.generate);
  await rosterShown(page);
  await verdictIs(page, "clean", "exceptions", "unfilled");
  const kept = unzip(readFileSync(await saved(page, () => press(page, "Сохранить всё"))));
  await goTo(page, words.views.sheets);
  await page.locator(".view-sheets .paper").waitFor();
  const isDraft = (await page.locator(".view-sheets .draft-note").count()) > 0;
  const all = isDraft ? "Всё как проект" : "Всё одним файлом";
  const sheets = unzip(readFileSync(await saved(page, () => press(page, all))));

  const folder = mkdtempSync(join(tmpdir(), "recuse-same-"));
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  const [roster, proof, out] = ["roster.csv", "roster.proof", "sheets"].map((name) => join(folder, name));
  await run(["generate", folder, "-o", roster, "--lang", "ru", "--proof", proof]);
  await run(["export", roster, "-o", out, "--lang", "ru", "--proof", proof, ...(isDraft ? ["--draft"] : [])]);
  assert.ok(kept.get("roster.csv")?.equals(readFileSync(roster)), "the roster");
  const native = readdirSync(out, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => statSync(join(out, name)).isFile())
    .sort();
  assert.deepEqual([...sheets.keys()].sort(), native);
  assert.ok(native.length > 10);
  for (const name of native) assert.ok(sheets.get(name)?.equals(readFileSync(join(out, name))), name);
  rmSync(folder, { recursive: true });
}
