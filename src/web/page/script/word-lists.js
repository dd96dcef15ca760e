/** Words of the lists: what files are, tables typed, a schedule laid out, settings. */

/** @type {Record<string, [en: string, ru: string]>} */
export const LISTS = {
  startTyping: ["Type the lists here", "Ввести списки здесь"],
  startTypingHint: [
    "tables with their headings, to be filled in on the page",
    "таблицы с готовыми заголовками – заполнить прямо на странице",
  ],
  filesTaken: ["Taken: {names}", "Принято: {names}"],
  beginTable: ["Begin: {title}", "Начать: {title}"],
  noObservers: ["No observers this year", "В этом году без наблюдателей"],
  moreTables: ["More lists", "Ещё списки"],
  neededTable: ["Still needed: {title}", "Ещё нужно: {title}"],
  sayWhatItIs: ["Say what the marked files are.", "Скажите, что за списки в отмеченных файлах."],
  addLists: ["Add the lists that are missing.", "Добавьте списки, которых не хватает."],
  notATable: ["What is this?", "Что это?"],
  leftAside: ["left aside", "не список"],
  meaningOf: ["What {name} is", "Что такое {name}"],
  meaningButton: ["Which list, which column?", "Какой список, где какой столбец?"],
  isTable: ["This list is", "Этот список –"],
  chooseTable: ["choose…", "выберите…"],
  asideTable: ["no list of the school: leave it aside", "не список школы: оставить в стороне"],
  noHeading: ["is not there", "такого нет"],
  whichColumn: [
    "Which column of the file holds it? What is not there stays empty.",
    "В каком столбце файла это стоит? Чего нет – останется пустым.",
  ],
  columnMissing: ["Show the column: {names}", "Укажите столбец: {names}"],
  takeMeaning: ["Read it so", "Читать так"],
  meaningKept: ["Remembered beside the files.", "Запомнено рядом с файлами."],
  cancelWord: ["Cancel", "Отмена"],

  newRow: ["New row", "Новая строка"],
  deleteRow: ["Delete row {row}", "Удалить строку {row}"],
  addColumn: ["Add a column…", "Добавить столбец…"],
  typeHint: [
    "Press a cell and type; Tab goes on, Enter goes to the next row, Ctrl+Delete deletes the row. Rows copied in a spreadsheet can be pasted.",
    "Нажмите на ячейку и пишите; Tab – дальше, Enter – на следующую строку, Ctrl+Delete удаляет строку. Строки из Excel можно вставить.",
  ],

  layOut: ["Lay out a schedule", "Составить график"],
  layOutLead: [
    "Every class writes every subject once; classes of a grade write it on the same day.",
    "Каждый класс пишет каждый предмет один раз; вся параллель – в один день.",
  ],
  fromDay: ["From", "С"],
  toDay: ["To", "По"],
  onDays: ["On these days", "По дням"],
  whichClasses: ["Classes", "Классы"],
  whichSubjects: ["Subjects, separated by commas", "Предметы через запятую"],
  firstLesson: ["Not before lesson", "Не раньше урока"],
  lastLesson: ["Not after lesson", "Не позже урока"],
  lessonsLong: ["Lessons of one work", "Уроков на работу"],
  mostADay: ["Works of a class a day", "Работ класса в день, не больше"],
  laidOut: ["{sittings} on {days}", "{sittings}, {days}"],
  notLaidOut: ["No day left for: {names}", "Не хватило дней: {names}"],
  enterSchedule: ["Enter into the schedule", "Внести в график"],

  "view-settings": ["Settings", "Настройки"],
  settingsLead: [
    "Kept in the school folder as policy.toml; each change holds at once and can be undone.",
    "Хранятся в папке школы в файле policy.toml; перемена действует сразу, её можно отменить.",
  ],
  byDefault: ["by default: {value}", "по умолчанию: {value}"],
  notSet: ["not set", "не задано"],
  limitAsk: ["What would a limit on works cost?", "Чего стоит предел числа работ?"],
  limitLabel: ["Nobody checks more works than", "Никто не проверяет больше работ, чем"],
  limitNone: ["Without a limit", "Без предела"],
  limitUnder: ["With this limit", "С этим пределом"],
  limitTake: ["Take this limit", "Принять этот предел"],
  limitUnknown: ["not worked out", "не посчитано"],
  priceEmpty: ["empty places: {n} of {all}", "пустых мест: {n} из {all}"],
  priceOwn: ["own subject: {n}", "свой предмет: {n}"],
  priceWorks: ["{people} check, works of each: {fewest}–{most}", "проверяют: {people}, работ у каждого: {fewest}–{most}"],
  priceExceptions: ["exceptions: {n}", "исключений: {n}"],
  priceLessons: ["lessons lost: {n}", "потеряно уроков: {n}"],
  priceProven: ["proven", "доказано"],
  priceOpen: ["not proven to the end", "доказано не до конца"],
};

/** @type {Record<string, [en: string, ru: string]>} */
export const COUNTED_LISTS = {
  days: ["{n} day|{n} days", "{n} день|{n} дня|{n} дней"],
};
