/** A school typed wholly on the page: tables begun, rows typed and pasted, one deleted and brought back, a schedule laid out. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { LAPTOP, PHONE, launch, open, settled } from "./browser.js";
import { serve } from "./program.js";
import { goTo, names, press, rosterShown, verdictIs } from "./steps.js";

const words = names("ru");
const CLASSES = ["4А", "4Б", "5А", "5Б", "6А", "6Б", "7А", "7Б"];
const SURNAMES = "Абрамова Белова Волкова Громова Дьякова Ежова Жукова Зимина Ильина Котова Лосева Майорова Носова Орлова Попова";
const SUBJECTS = ["Математика", "Русский язык", "История"];
const PEOPLE = SURNAMES.split(" ").map((surname, index) => [`${surname} Анна Петровна`, "учитель", SUBJECTS[index % 3]]);

/** @type {any} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Turns to a list. @param {any} page @param {string} title */
async function turnTo(page, title) {
  await page.locator(".table-button", { hasText: title }).first().click();
  await page.getByRole("heading", { name: title, level: 2 }).waitFor();
  await settled(page);
}

/** Types rows, cell by cell, as with a keyboard. @param {any} page @param {string[][]} rows @param {number} width columns of the table */
async function typeRows(page, rows, width) {
  for (const row of rows) {
    const count = await page.locator(".sheet .sheet-row:not(.sheet-header, .sheet-new)").count();
    await page.locator(".sheet-new .cell").first().click();
    for (const [column, text] of row.entries()) {
      await page.locator(`[data-at$=".${column}"] .cell-field`).waitFor();
      await page.keyboard.type(text);
      await page.keyboard.press(column + 1 < row.length || row.length === width ? "Tab" : "Escape");
      if (column + 1 === row.length && row.length < width) {
        await page.locator(`[data-at$=".${column}"]`).last().focus();
      }
    }
    await page.locator(".sheet .sheet-row:not(.sheet-header, .sheet-new)").nth(count).waitFor();
    await page.keyboard.press("Escape");
    await settled(page);
  }
}

/** Pastes rows below all others, as from a spreadsheet. @param {any} page @param {string[][]} rows */
async function paste(page, rows) {
  const body = page.locator(".sheet .sheet-row:not(.sheet-header, .sheet-new)");
  const count = await body.count();
  await page
    .locator(".sheet-new .cell")
    .first()
    .evaluate((/** @type {HTMLElement} */ cell, /** @type {string} */ text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, rows.map((row) => row.join("\t")).join("\r\n"));
  await body.nth(count + rows.length - 1).waitFor();
}

for (const [where, viewport] of /** @type {[string, object][]} */ ([
  ["a laptop", LAPTOP],
  ["a phone", PHONE],
])) {
  test(`a school of 8 classes, 15 people and 20 sittings is typed on ${where}`, async () => {
    const served = await serve();
    const window = await open(browser, served.address, { lang: "ru", viewport });
    const { page } = window;
    await press(page, "Ввести списки здесь");
    await page.locator(".tables .table-button").nth(3).waitFor();

    await turnTo(page, "Сотрудники");
    await typeRows(page, [["Ящик Пётр Ильич", "учитель", "Физика", "", "", "1"]], 6);
    await paste(page, PEOPLE.slice(1));
    await typeRows(page, [[...PEOPLE[0], "", "", "2"]], 6);
    // The slip is deleted, brought back and deleted again, by keys.
    const slip = page.locator(".sheet .cell", { hasText: "Ящик" });
    await press(page, "Удалить строку 2");
    await slip.waitFor({ state: "detached" });
    await press(page, words.undo);
    await slip.waitFor();
    await slip.press("Control+Delete");
    await slip.waitFor({ state: "detached" });

    await turnTo(page, "Классы");
    await paste(page, CLASSES.map((name) => [name, "20"]));
    await turnTo(page, "Нагрузка");
    await paste(
      page,
      CLASSES.flatMap((name, index) => [
        [PEOPLE[index % 2 ? 0 : 3][0], "Математика", name],
        [PEOPLE[1][0], "Русский язык", name],
        [PEOPLE[2][0], "История", name],
      ]),
    );
    await page.getByRole("checkbox", { name: "В этом году без наблюдателей" }).check();

    await turnTo(page, "График");
    await press(page, "Составить график");
    const plan = page.getByRole("region", { name: "Составить график" });
    await plan.getByLabel("С", { exact: true }).fill("2026-04-20");
    await plan.getByLabel("По", { exact: true }).fill("2026-04-30");
    await plan.getByLabel("Предметы через запятую").fill("Математика, Русский язык");
    await plan.getByText("16 работ, ").waitFor();
    assert.equal(await plan.locator(".plan-advice").count(), 0, "nothing is said against it");
    await press(page, "Внести в график");
    await plan.waitFor({ state: "detached" });
    await page.locator(".sheet .sheet-row:not(.sheet-header, .sheet-new)").nth(15).waitFor();
    await paste(
      page,
      ["4А", "4Б", "5А", "5Б"].map((name) => ["05.05.2026", "3", name, "История"]),
    );

    await page.getByText("15 человек").waitFor();
    await page.getByText("20 работ").waitFor();
    await press(page, words.generate);
    await rosterShown(page);
    await verdictIs(page, "clean", "exceptions");
    const cells = await page.locator(".stage [role=gridcell]").count();

    // A setting, and all of it again after the window was loaded anew.
    await goTo(page, "Настройки");
    await page.getByLabel("Школа", { exact: true }).fill("Школа № 7");
    await page.keyboard.press("Enter");
    await page.locator(".school-name", { hasText: "Школа № 7" }).waitFor({ state: "attached" });
    await page.reload();
    await goTo(page, words.views.roster);
    await rosterShown(page);
    assert.equal(await page.locator(".stage [role=gridcell]").count(), cells);
    window.clean();
    await window.close();
    await served.end();
  });
}
