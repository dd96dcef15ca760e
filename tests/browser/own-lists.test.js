/** From a school's own lists to an order that can be signed, without a terminal and without knowing our headings. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";

import { LAPTOP, PHONE, launch, open } from "./browser.js";
import { MEANINGS, ordinary, strange } from "./lists.js";
import { serve } from "./program.js";
import { names, rosterShown, savedFile, verdictIs } from "./steps.js";
import { unzip } from "./unzip.js";
import { workbook } from "./workbook.js";

const words = names("ru");
const MOST_STEPS = 15;

/** @type {any} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Counts what a person does. @param {any} page */
function counted(page) {
  let steps = 0;
  return {
    steps: () => steps,
    /** @param {string} name */
    async press(name) {
      steps += 1;
      await page.getByRole("button", { name, exact: true }).first().click();
    },
    /** @param {{name: string, bytes: Buffer}[]} files */
    async choose(files) {
      steps += 1;
      const all = files.map(({ name, bytes }) => ({ name, mimeType: "application/octet-stream", buffer: bytes }));
      await page.locator(".drop-input").first().setInputFiles(all);
      await page.locator(".tables .table-button").nth(files.length - 1).waitFor();
    },
  };
}

/** Generates and saves the sheets: the order is among them, and no draft. @param {any} page @param {ReturnType<typeof counted>} person */
async function toOrder(page, person) {
  await person.press(words.generate);
  await rosterShown(page);
  await verdictIs(page, "clean", "exceptions");
  const zip = unzip(readFileSync(await savedFile(page, () => person.press(words.sheets))));
  const all = [...zip.keys()];
  const orders = all.filter((name) => /^(order|приказ)\.docx$/i.test(name));
  assert.equal(orders.length, 1, all.join(", "));
}

for (const [where, viewport] of /** @type {[string, object][]} */ ([
  ["a laptop", LAPTOP],
  ["a phone", PHONE],
])) {
  test(`four files with ordinary names become an order in under ${MOST_STEPS} steps, on ${where}`, async () => {
    const served = await serve();
    const window = await open(browser, served.address, { lang: "ru", viewport });
    const { page } = window;
    const person = counted(page);
    await person.choose(ordinary(workbook));
    await person.press("В этом году без наблюдателей");
    await page.getByText("Всё готово").waitFor();
    await toOrder(page, person);
    assert.ok(person.steps() < MOST_STEPS, `${person.steps()} steps`);
    window.clean();
    await window.close();
    await served.end();
  });
}

test("headings that nobody could know are matched by hand, and remembered beside the files", async () => {
  const served = await serve();
  const window = await open(browser, served.address, { lang: "ru" });
  const { page } = window;
  const person = counted(page);
  await person.choose(strange());
  for (const [file, table, columns] of MEANINGS) {
    const button = page.locator(".table-button", { hasText: String(file) });
    await button.click();
    const panel = page.getByRole("region", { name: `Что такое ${file}` });
    await panel.getByLabel("Этот список –").selectOption(String(table));
    for (const [column, heading] of Object.entries(columns)) {
      const select = panel.locator(".meaning-columns label", { hasText: column }).first().locator("select");
      const option = select.locator("option", { hasText: `${heading}:` });
      await select.selectOption((await option.getAttribute("value")) ?? "");
    }
    await panel.getByRole("button", { name: "Читать так" }).click();
    await panel.waitFor({ state: "detached" });
  }
  await person.press("В этом году без наблюдателей");
  await page.getByText("Всё готово").waitFor();
  assert.ok(readdirSync(served.folder).includes("tables.toml"));
  await toOrder(page, person);

  // A newer file of that name is read the same way.
  await page.getByRole("navigation").getByRole("link", { name: words.views.start, exact: true }).click();
  const newer = strange()[0];
  const text = newer.bytes.toString("utf8").replace("Козлов Сергей Иванович", "Козлова Софья Ивановна");
  await person.choose([{ ...newer, bytes: Buffer.from(text) }]);
  await page.locator(".table-button", { hasText: "Сотрудники" }).click();
  await page.locator(".sheet .cell", { hasText: "Козлова Софья" }).first().waitFor();
  window.clean();
  await window.close();
  await served.end();
});
