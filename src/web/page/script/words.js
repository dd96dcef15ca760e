/**
 * Every word of the page, English and Russian. Sentences about the roster come from the server; these stand around them.
 * `{name}` is filled in; forms of a number are parted by `|` (one|other, and one|few|many in Russian).
 */

/** @type {Record<string, [en: string, ru: string]>} */
const TABLE = {
  "view-start": ["Lists", "Списки"],
  "view-roster": ["Roster", "Расстановка"],
  "view-load": ["Load", "Нагрузка"],
  "view-check": ["Check", "Проверка"],
  "view-today": ["This morning", "Сегодня утром"],
  "view-sheets": ["Sheets", "Листы"],
  "view-rules": ["Rules", "Правила"],
  "view-journal": ["Journal", "Журнал"],

  views: ["Views", "Разделы"],
  skip: ["To the content", "К содержанию"],
  verdictAndVerbs: ["Verdict and actions", "Итог и действия"],
  generate: ["Generate", "Составить"],
  checkRoster: ["Check a roster", "Проверить расстановку"],
  downloadSheets: ["Download sheets", "Скачать листы"],
  undo: ["Undo", "Отменить"],
  redo: ["Redo", "Вернуть"],
  stop: ["Stop", "Остановить"],
  close: ["Close", "Закрыть"],
  print: ["Print", "Печать"],
  generating: ["Making the roster…", "Составляем расстановку…"],
  levelsProven: ["levels proven: {proven} of {levels}", "доказано уровней: {proven} из {levels}"],
  repairing: ["Looking for the fewest changes…", "Ищем наименьшие изменения…"],
  reading: ["Reading the files…", "Читаем файлы…"],
  opening: ["Opening…", "Открываем…"],
  checking: ["Checking…", "Проверяем…"],
  nothingYet: ["No roster yet", "Расстановки пока нет"],
  offline: [
    "The program does not answer. Is its window still open? All confirmed changes are in the school folder.",
    "Программа не отвечает. Не закрыто ли её окно? Все подтверждённые изменения лежат в папке школы.",
  ],

  welcome: ["Nobody judges their own", "Никто не судит своих"],
  welcomeLead: [
    "Proctors, checkers and public observers for the school’s assessments – out of the lists you already have.",
    "Организаторы, эксперты и общественные наблюдатели на ВПР – из списков, которые у школы уже есть.",
  ],
  schoolFiles: ["School files", "Файлы школы"],
  dropTitle: ["Drop the school’s files here", "Перетащите сюда файлы школы"],
  dropHint: [
    "or press to choose: CSV tables, a workbook, a whole folder, a timetable program’s file",
    "или нажмите и выберите: таблицы CSV, книга Excel, целая папка, файл программы расписания",
  ],
  openSample: ["Open the sample school", "Открыть пример"],
  sampleHint: ["a school of 32 classes, to look around", "школа из 32 классов, чтобы осмотреться"],
  foldersHere: ["Schools in this folder", "Школы в этой папке"],
  step1: [
    "Lists: staff, classes, parents, schedule – as they come out of a spreadsheet",
    "Списки: сотрудники, классы, родители, график – такими, как их сохраняет Excel",
  ],
  step2: [
    "Generate: a roster without conflicts, proven the best possible",
    "Составить: расстановка без конфликтов, и доказано, что лучше нельзя",
  ],
  step3: [
    "Sheets: the order with annexes, slips, lists to sign",
    "Листы: приказ с приложениями, выписки, листы ознакомления",
  ],
  reload: ["Read the folder again", "Перечитать папку"],
  private: ["Nothing leaves this computer.", "Данные не покидают этот компьютер."],
  understoodTitle: ["What was understood", "Что понято из файлов"],
  tables: ["Tables", "Таблицы"],
  noComplaints: ["no complaints", "замечаний нет"],
  mendErrors: [
    "Mend the cells marked red, then a roster can be made.",
    "Исправьте ячейки, отмеченные красным, – и можно составлять.",
  ],
  readyToGenerate: ["All is ready: press “Generate”.", "Всё готово: нажмите «Составить»."],
  toRoster: ["To the roster", "К расстановке"],
  tab: ["tabs", "табуляция"],
  onlyMarked: ["Only rows with complaints", "Только строки с замечаниями"],
  saveToFiles: ["Save into the files", "Сохранить в файлы"],
  saved: ["Saved; the earlier files are kept next to them.", "Сохранено; прежние файлы лежат рядом."],
  clickToCorrect: ["Press a cell to correct it.", "Нажмите на ячейку, чтобы исправить."],
  correctCell: ["New text of the cell", "Новый текст ячейки"],
  putNearest: ["Put “{nearest}”", "Заменить на «{nearest}»"],

  rosterByDays: ["Roster by date and lesson", "Расстановка по дням и урокам"],
  rosterByPeople: ["Roster by person", "Расстановка по людям"],
  rosterByClasses: ["Roster by class", "Расстановка по классам"],
  arrangement: ["Arrangement", "Вид"],
  byDays: ["By day", "По дням"],
  byPeople: ["By person", "По людям"],
  byClasses: ["By class", "По классам"],
  daysOfRoster: ["Go to a day", "Перейти к дню"],
  find: ["Find a name, class or subject", "Найти фамилию, класс или предмет"],
  findPlaceholder: ["Find…", "Найти…"],
  repairAroundLocks: ["Repair the rest", "Поправить остальное"],
  repairAroundLocksHint: [
    "The fewest changes around what is locked, until no conflict is left",
    "Наименьшие изменения вокруг закреплённого, чтобы не осталось конфликтов",
  ],
  repaired: ["Repaired. Changes: {count}", "Поправлено. Изменений: {count}"],
  details: ["Details", "Подробности"],
  lesson: ["Lesson", "Урок"],
  lessonN: ["lesson {lesson}", "урок {lesson}"],
  class: ["Class", "Класс"],
  subject: ["Subject", "Предмет"],
  person: ["Person", "Человек"],
  role: ["Role", "Роль"],
  roomShort: ["Room", "Каб."],
  roomN: ["room {room}", "каб. {room}"],
  empty: ["not filled", "не занято"],
  emptyNow: ["Nobody holds this place.", "Место не занято."],
  nobodyYet: ["Not filled", "Не занято"],
  isLocked: ["locked", "закреплено"],
  surplus: ["more than asked for", "сверх нужного"],

  chosenPlace: ["The chosen place", "Выбранное место"],
  closePanel: ["Back to the roster", "Назад к расстановке"],
  lock: ["Lock", "Закрепить"],
  unlock: ["Unlock", "Открепить"],
  clear: ["Clear", "Освободить"],
  moveOrSwap: ["Move or swap", "Переставить"],
  moveWhere: [
    "{name}: choose the place to move to or to swap with. Enter puts, Esc leaves all as it is.",
    "{name}: выберите, куда переставить или с кем поменять. Enter – поставить, Esc – оставить как было.",
  ],
  keysHint: [
    "In the roster: arrows, Enter – people for the place, M – move, L – lock, Delete – clear, Ctrl+Z – undo.",
    "В расстановке: стрелки, Enter – люди для места, M – переставить, L – закрепить, Delete – освободить, Ctrl+Z – отменить.",
  ],
  candidates: ["People for this place", "Люди для этого места"],
  whoTakesIt: ["Who takes it?", "Кого поставить?"],
  canTakeIt: ["May take it", "Можно"],
  heldFromIt: ["Taken elsewhere", "Заняты"],
  barredFromIt: ["Barred", "Нельзя"],
  nobodyFits: ["Nobody of that name.", "Никого с таким именем."],
  rowOf: ["{file}, row {row}", "{file}, строка {row}"],

  attention: ["Needs your eye", "Требует внимания"],
  nothingToSee: [
    "Nothing: no conflicts, no exceptions, every place is filled.",
    "Ничего: нет конфликтов и исключений, все места заняты.",
  ],
  nothingYetHint: [
    "Press “Generate”, or check a roster you already have.",
    "Нажмите «Составить» или проверьте готовую расстановку.",
  ],
  whoIsBarred: ["Which rules bar whom", "Кого какое правило отводит"],
  unfilledTitle: ["Places nobody can take", "Некому занять"],
  conflictsTitle: ["Conflicts", "Конфликты"],
  questionsTitle: ["Names to clear up", "Уточнить имена"],
  straysTitle: ["Rows about no sitting of the schedule", "Строки не по графику"],
  dropRow: ["Drop the row", "Убрать строку"],
  seekingWays: ["Looking for ways out…", "Ищем выходы…"],
  exceptionsTitle: ["Exceptions", "Исключения"],
  possibleTitle: ["To be confirmed", "Уточнить"],
  waysOut: ["Ways out, each tried", "Выходы, каждый проверен"],
  apply: ["Apply", "Применить"],
  andMore: ["and {count} more", "и ещё {count}"],
  showAll: ["Show all {count}", "Показать все: {count}"],
  loadsChanged: ["load changed for {people}", "нагрузка изменилась: {people}"],
  lessonsLost: ["lessons lost: {count} ({change})", "потеряно уроков: {count} ({change})"],

  nobodyHolds: ["Nobody holds this role.", "Этой роли ни у кого нет."],
  loadSummary: [
    "{people}: from {least} to {most}, {mean} on average",
    "{people}: от {least} до {most}, в среднем {mean}",
  ],
  carriedOver: ["carried over", "перенесено"],
  thisRoster: ["this roster", "эта расстановка"],
  ofThemBefore: ["{count} of it carried over", "из них перенесено {count}"],
  duties: ["Duties", "Назначения"],
  chooseBar: ["Press a bar to see the duties.", "Нажмите на полосу, чтобы увидеть назначения."],
  spreadTitle: ["How many people have how much", "У скольких людей сколько"],
  spreadWords: ["{load}: {people}", "{load}: {people}"],

  checkLead: [
    "A roster made by hand or elsewhere: every conflict with its cell, and what would mend it.",
    "Расстановка, сделанная вручную или в другой программе: каждый конфликт – в своей ячейке, с советом.",
  ],
  rosterFile: ["Roster file", "Файл расстановки"],
  dropRoster: ["Drop a roster here", "Перетащите сюда расстановку"],
  dropRosterHint: [
    "or press to choose: a workbook or CSV, one row a place or one row a sitting",
    "или нажмите и выберите: книга Excel или CSV, строка на место или строка на работу",
  ],
  findings: ["Findings", "Что найдено"],
  withAccepted: ["With what was accepted:", "С учётом принятого:"],
  annotated: ["File with remarks", "Файл с замечаниями"],
  fixedFile: ["Corrected file", "Исправленный файл"],
  accept: ["Accept", "Принять"],
  acceptAll: ["Accept all suggestions ({count})", "Принять все советы ({count})"],
  adopt: ["Go on with this roster", "Работать с этой расстановкой"],

  todayLead: [
    "Somebody is ill: the fewest changes, and who has to be told.",
    "Кто-то заболел: наименьшие изменения и кого предупредить.",
  ],
  whoIsIll: ["Who is away?", "Кого нет?"],
  from: ["From", "С"],
  until: ["Until", "По"],
  lessons: ["Lessons", "Уроки"],
  allLessons: ["all", "все"],
  oneMore: ["One more person", "Ещё один человек"],
  findReplacements: ["Find replacements", "Найти замену"],
  remove: ["Remove", "Убрать"],
  takenOver: ["Taken over; the sheets are up to date.", "Принято; листы обновлены."],
  nothingChanges: ["Nothing has to change.", "Менять ничего не нужно."],
  onDutyThen: ["On duty on {day}", "Кто занят {day}"],
  nobodyOnDuty: ["No sittings on that day.", "В этот день работ нет."],
  leftOver: ["What stays for you", "Что осталось вам"],
  whatChanges: ["What changes", "Что меняется"],
  takesOn: ["takes on: {duty}", "добавляется: {duty}"],
  givesUp: ["gives up: {duty}", "снимается: {duty}"],
  whoMustKnow: ["Who has to be told", "Кого предупредить"],
  takeOver: ["Take over", "Принять изменения"],
  updatedSheets: ["Updated sheets", "Обновлённые листы"],

  zip: ["All as one file", "Всё одним файлом"],
  zipDraft: ["All as a draft", "Всё как проект"],
  makingSheets: ["Making the sheets…", "Готовим листы…"],
  forPublic: ["For the public: without reasons, phones, children", "Для публикации: без причин, телефонов и детей"],
  draftOnly: [
    "While conflicts or empty places stand, sheets come only as a draft.",
    "Пока есть конфликты или пустые места, листы выдаются только как проект.",
  ],
  "sheets-school": ["For the school", "Для школы"],
  "sheets-days": ["For the days", "По дням"],
  "sheets-people": ["For each person", "Для каждого"],
  "sheets-data": ["Tables", "Таблицы"],
  downloadFile: ["Download {name}", "Скачать {name}"],
  printSheet: ["Print this sheet", "Напечатать лист"],
  previewOf: ["Preview: {title}", "Просмотр: {title}"],

  rulesLead: [
    "What the roster is judged by. A change is judged at once.",
    "По чему судят расстановку. Перемена действует сразу.",
  ],
  preset: ["Preset", "Набор правил"],
  "severity-forbid": ["forbid", "нельзя"],
  "severity-avoid": ["avoid", "избегать"],
  "severity-allow": ["allow", "можно"],
  presetSays: ["the preset says: {severity}", "в наборе: {severity}"],
  why: ["Why", "Зачем"],
  fixWord: ["What to do", "Что делать"],
  example: ["Example", "Пример"],
  source: ["Source", "Источник"],
  alwaysHolds: ["What always holds", "Действует всегда"],
  ruleWord: ["Rule", "Правило"],
  waivers: ["Exceptions granted in writing", "Исключения, разрешённые письменно"],
  waiversLead: [
    "A waiver lets one person break one rule where nothing else is possible; each use is printed with its ground.",
    "Исключение позволяет одному человеку нарушить одно правило, когда иначе нельзя; каждое печатается с основанием.",
  ],
  waiverGround: ["{reason}; approved: {approved}", "{reason}; утвердил(а): {approved}"],
  grantWaiver: ["Grant an exception", "Разрешить исключение"],
  anyClass: ["any class", "любой класс"],
  anySubject: ["any subject", "любой предмет"],
  reason: ["Ground", "Основание"],
  approvedBy: ["Approved by", "Кто утвердил"],
  grant: ["Grant", "Разрешить"],
  takeBack: ["Take back", "Отозвать"],

  journalLead: [
    "Kept in the school folder as journal.csv; opens in any spreadsheet program.",
    "Хранится в папке школы как journal.csv; открывается в Excel.",
  ],
  journalEmpty: ["Nothing has been done yet.", "Пока ничего не сделано."],
  when: ["When", "Когда"],
  who: ["Who", "Кто"],
  whatDone: ["What", "Что"],
  where: ["Where", "Где"],
  was: ["Was", "Было"],
  became: ["Became", "Стало"],

  "role-0": ["proctor", "организатор"],
  "role-1": ["checker", "эксперт"],
  "role-2": ["observer", "наблюдатель"],
  "role-3": ["assistant", "ассистент"],
  "roles-0": ["Proctors and assistants", "Организаторы и ассистенты"],
  "roles-1": ["Checkers", "Эксперты"],
  "roles-2": ["Observers", "Наблюдатели"],
  "roles-all": ["Everybody", "Все роли"],
  "short-0": ["proctor", "орг."],
  "short-1": ["checker", "эксп."],
  "short-2": ["observer", "набл."],
  "short-3": ["assistant", "асс."],
};

/** @type {Record<string, [en: string, ru: string]>} */
const COUNTED = {
  sittings: ["{n} sitting|{n} sittings", "{n} работа|{n} работы|{n} работ"],
  conflicts: ["{n} conflict|{n} conflicts", "{n} конфликт|{n} конфликта|{n} конфликтов"],
  emptyPlaces: ["{n} empty place|{n} empty places", "{n} место не занято|{n} места не заняты|{n} мест не занято"],
  duties: ["{n} duty|{n} duties", "{n} назначение|{n} назначения|{n} назначений"],
  works: ["{n} work|{n} works", "{n} работа|{n} работы|{n} работ"],
  pupils: ["{n} pupil|{n} pupils", "{n} ученик|{n} ученика|{n} учеников"],
  people: ["{n} person|{n} people", "{n} человек|{n} человека|{n} человек"],
  rows: ["{n} row|{n} rows", "{n} строка|{n} строки|{n} строк"],
  complaints: ["{n} complaint|{n} complaints", "{n} замечание|{n} замечания|{n} замечаний"],
  errors: ["{n} error|{n} errors", "{n} ошибка|{n} ошибки|{n} ошибок"],
  findings: ["{n} finding|{n} findings", "{n} замечание|{n} замечания|{n} замечаний"],
  changes: ["{n} change|{n} changes", "{n} изменение|{n} изменения|{n} изменений"],
  mended: ["{n} finding mended|{n} findings mended", "снято {n} замечание|снято {n} замечания|снято {n} замечаний"],
  lost: ["{n} lesson lost|{n} lessons lost", "теряет {n} урок|теряет {n} урока|теряет {n} уроков"],
};

/** @typedef {string} Word */

/** @type {"en"|"ru"} */
let language = "en";
let plural = new Intl.PluralRules("en");
let dayFormat = dayFormatOf("en");
/** Days already put into words: a roster has few days, each said many times. @type {Map<string, string>} */
const saidDays = new Map();

/**
 * @param {string|null} asked    of the address
 * @param {string} browser       the browser's own
 * @returns {"en"|"ru"}
 */
export function chooseLanguage(asked, browser) {
  const wanted = (asked ?? browser).toLowerCase();
  language = wanted.startsWith("ru") ? "ru" : "en";
  plural = new Intl.PluralRules(language);
  dayFormat = dayFormatOf(language);
  saidDays.clear();
  return language;
}

export const lang = () => language;

/** @param {"en"|"ru"} of */
function dayFormatOf(of) {
  return new Intl.DateTimeFormat(of === "ru" ? "ru" : "en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
}

/** @param {[en: string, ru: string]|undefined} entry @param {string} key */
function spoken(entry, key) {
  if (!entry) throw new Error(`no word "${key}"`);
  return entry[language === "ru" ? 1 : 0];
}

/** @param {string} text @param {Record<string, string|number>} values */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

/**
 * A word or sentence of the page.
 * @param {Word} key
 * @param {Record<string, string|number>} [values]
 */
export const w = (key, values = {}) => filled(spoken(TABLE[key], key), values);

/**
 * A number with its noun.
 * @param {string} key
 * @param {number} n
 */
export function many(key, n) {
  const forms = spoken(COUNTED[key], key).split("|");
  const at = ["one", "few"].indexOf(plural.select(n));
  return filled(forms[at < 0 ? forms.length - 1 : at], { n });
}

/** @param {number} role */
export const roleWord = (role) => w(`role-${role}`);
/** @param {number} role */
export const roleShort = (role) => w(`short-${role}`);
/** @param {number} role */
export const roleTitle = (role) => capital(roleWord(role));
/** A load in its unit: works for checkers, duties for all others. @param {number} role @param {number} load */
export const loadWords = (role, load) => many(role === 1 ? "works" : "duties", load);

/** `21 апреля`, `21 April` @param {string} date `2026-04-21` */
export function dayWords(date) {
  const said = saidDays.get(date) ?? dayFormat.format(new Date(`${date}T00:00:00Z`));
  saidDays.set(date, said);
  return said;
}

/** `апр`, `Apr` @param {string} date */
export const monthWord = (date) =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(language, { month: "short", timeZone: "UTC" }).replace(".", "");

/** @param {number} value */
export const average = (value) => value.toLocaleString(language, { maximumFractionDigits: 1 });

/** @param {string} word */
const capital = (word) => word.charAt(0).toLocaleUpperCase(language) + word.slice(1);

/** For the tests: that both languages say everything. */
export const ALL_WORDS = { TABLE, COUNTED };
