/** A school as the views need it: sittings in the order of days, classes, people. Pure. */

/** @typedef {import("./types.js").School} School */
/** @typedef {import("./types.js").Sitting} Sitting */

/**
 * @typedef {{date: string, weekday: string, sittings: Sitting[]}} Day
 */

const counting = new Intl.Collator(undefined, { numeric: true });

/** `5А`, `5Б`, `10А` @param {string} a @param {string} b */
export const byNumberThenText = (a, b) => counting.compare(a, b);

/**
 * Sittings in the order of days and lessons.
 * @param {Sitting} a
 * @param {Sitting} b
 */
export function inOrder(a, b) {
  return (
    a.date.localeCompare(b.date) ||
    a.start.padStart(5, "0").localeCompare(b.start.padStart(5, "0")) ||
    byNumberThenText(a.lesson, b.lesson) ||
    byNumberThenText(a.class, b.class) ||
    a.subject.localeCompare(b.subject)
  );
}

/**
 * Sittings by day and lesson.
 * @param {School} school
 * @returns {Day[]}
 */
export function days(school) {
  /** @type {Map<string, Day>} */
  const found = new Map();
  for (const sitting of school.sittings) {
    const { date, weekday } = sitting;
    const day = found.get(date) ?? { date, weekday, sittings: [] };
    day.sittings.push(sitting);
    found.set(date, day);
  }
  for (const day of found.values()) day.sittings.sort(inOrder);
  return [...found.values()].sort((a, b) => a.date.localeCompare(b.date));
}

/**
 * The classes that write, in the order people count them.
 * @param {School} school
 */
export const classes = (school) => [...new Set(school.sittings.map((sitting) => sitting.class))].sort(byNumberThenText);

/**
 * Whether anything asks for a role at all; columns nobody needs are not drawn.
 * @param {School} school
 * @param {import("./types.js").Role} role
 */
export const wantsRole = (school, role) => school.sittings.some((sitting) => (sitting.places[role] ?? 0) > 0);

/** `9:25–10:10` on one line, where the bells are known. @param {Sitting} sitting */
export const hours = ({ start, end }) => (start ? `${clock(start)}–\u2060${clock(end)}` : "");

/** `2`, `2–3`, or when it begins. @param {{lesson: string, start: string}} when */
export const lessonOf = ({ lesson, start }) => (lesson || clock(start)).replace("-", "–");

/** @param {string} time `09:25` → `9:25` */
const clock = (time) => time.replace(/^0/, "");

/** @param {string} date `2026-04-21` → `21.04` */
export const shortDate = (date) => `${date.slice(8, 10)}.${date.slice(5, 7)}`;

/**
 * The day to begin with: today, else the next one, else the last.
 * @param {Day[]} all
 * @param {string} today
 */
export const nearestDay = (all, today) => (all.find((day) => day.date >= today) ?? all[all.length - 1])?.date ?? today;
