/** Steps that several tests take, in the words of the page's language. */

/** @param {"en"|"ru"} lang */
export const names = (lang) => NAMES[lang];

const NAMES = {
  en: {
    files: "School files",
    sample: "Open the sample school",
    generate: "Generate",
    check: "Check a roster",
    sheets: "Download sheets",
    undo: "Undo",
    redo: "Redo",
    roster: "Roster file",
    lock: "Lock",
    move: "Move or swap",
    absent: "Who is away?",
    seek: "Find replacements",
    take: "Take over",
    views: {
      load: "Load",
      today: "This morning",
      sheets: "Sheets",
      rules: "Rules",
      settings: "Settings",
      journal: "Journal",
      start: "Lists",
      roster: "Roster",
      check: "Check",
    },
  },
  ru: {
    files: "Файлы школы",
    sample: "Открыть пример",
    generate: "Составить",
    check: "Проверить расстановку",
    sheets: "Скачать листы",
    undo: "Отменить",
    redo: "Вернуть",
    roster: "Файл расстановки",
    lock: "Закрепить",
    move: "Переставить",
    absent: "Кого нет?",
    seek: "Найти замену",
    take: "Принять изменения",
    views: {
      load: "Нагрузка",
      today: "Сегодня утром",
      sheets: "Листы",
      rules: "Правила",
      settings: "Настройки",
      journal: "Журнал",
      start: "Списки",
      roster: "Расстановка",
      check: "Проверка",
    },
  },
};

/** @param {any} page @param {string} name */
export const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** The path of the file that an act saves. @typedef {(page: any, act: () => Promise<void>) => Promise<string>} Saved */

/** @type {Saved} */
export async function savedFile(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return download.path();
}

/** Goes to a view by the navigation. @param {any} page @param {string} title */
export const goTo = (page, title) =>
  page.getByRole("navigation").getByRole("link", { name: title, exact: true }).click();

/** @param {any} page */
export const verdict = (page) => page.getByRole("status");

/** Waits until the verdict is of one of the kinds. @param {any} page @param {...("clean"|"exceptions"|"unfilled"|"conflicts"|"none")} kinds */
export const verdictIs = (page, ...kinds) =>
  page.locator(kinds.map((kind) => `[role=status].verdict-${kind}`).join(", ")).waitFor();

/** Waits until the roster's places are there. @param {any} page */
export const rosterShown = (page) => page.locator(".stage [role=gridcell]").first().waitFor();

/** The sample school with a fresh roster. @param {any} page @param {"en"|"ru"} lang */
export async function sampleRoster(page, lang) {
  await press(page, names(lang).sample);
  await page.locator("body.is-open").waitFor();
  await press(page, names(lang).generate);
  await rosterShown(page);
  await verdictIs(page, "clean", "exceptions", "unfilled", "conflicts");
}

/** A gridcell by what it carries. @param {any} page @param {Record<string, string>} data */
export const cell = (page, data) =>
  page.locator(
    `[role=gridcell]${Object.entries(data)
      .map(([name, value]) => `[data-${name}="${value}"]`)
      .join("")}`,
  );
