/** How the page speaks: words of its tables in the language chosen, numbers with their nouns, days. */

import { ROLE_CARDS } from "./role-cards.js";
import { COUNTED, TABLE } from "./word-table.js";

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

/**
 * Facts side by side, those that are there; a line never begins with the dot.
 * @param {...(string|number|null|undefined|false)} facts
 */
export const dotted = (...facts) => facts.filter((fact) => fact || fact === 0).join("\u00a0· ");

/** @param {number} role */
export const roleWord = (role) => spoken(ROLE_CARDS[role].one, `role ${role}`);
/** @param {number} role */
export const roleShort = (role) => spoken(ROLE_CARDS[role].short, `role ${role}`);
/** @param {number} role */
export const roleTitle = (role) => capital(roleWord(role));
/** `Proctors and assistants` @param {number[]} roles */
export function rolesTitle(roles) {
  const names = roles.map((role) => spoken(ROLE_CARDS[role].many, `role ${role}`));
  return capital(new Intl.ListFormat(language).format(names));
}
/** A load in its unit: works for checkers, duties for all others. @param {number} role @param {number} load */
export const loadWords = (role, load) => many(ROLE_CARDS[role].unit, load);

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
