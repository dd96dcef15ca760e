/**
 * How one place looks: a gridcell with the name, its lock, and what is wrong. Every grid of the roster uses it.
 */

import { attribute, fill, h, icon } from "./dom.js";
import { ROLES, isEmpty } from "./roster.js";
import { lessonOf } from "./school.js";
import { dayWords, roleWord, w } from "./words.js";

/** @typedef {import("./roster.js").Place} Place */
/** @typedef {import("./types.js").School} School */

/** @param {School} school @param {Place} place */
export const sittingOf = (school, place) => school.sittings[place.sitting];

/** @param {School} school @param {Place} place the name as the lists have it, or as somebody wrote it */
export const fullName = (school, place) =>
  place.person === null ? (place.text ?? "") : (school.people[place.person]?.name ?? "");

/** @param {School} school @param {Place} place */
export const shortName = (school, place) =>
  place.person === null ? (place.text ?? "") : (school.people[place.person]?.short ?? "");

/** `урок 2`, `уроки 2–3`, or when it begins. @param {{lesson: string, start?: string}} when */
export function lessonWords({ lesson, start = "" }) {
  const words = lessonOf({ lesson, start });
  if (!lesson) return words;
  return w(/^\d+$/.test(lesson) ? "lessonN" : "lessonsN", { lesson: words });
}

/** `21 апреля, урок 2, 5А, Русский язык – организатор` @param {School} school @param {Place} place */
export function placeWords(school, place) {
  const sitting = sittingOf(school, place);
  const words = [dayWords(sitting.date), lessonWords(sitting), sitting.class, sitting.subject].filter(Boolean).join(", ");
  return `${words} – ${roleWord(place.role)}`;
}

/** Id of the hidden text that says what is wrong with a place. @param {string} key */
const reasonId = (key) => `why-${key}`;

/**
 * A new, empty gridcell for a place.
 * @param {number} column  its `aria-colindex`
 */
export const placeCell = (column) =>
  h("div", { role: "gridcell", class: "place", tabindex: -1, "aria-colindex": column });

/**
 * Makes a gridcell show a place as it is now.
 * @param {HTMLElement} cell
 * @param {School} school
 * @param {Place} place
 * @param {string} [face]  what to write where it is not the name
 */
export function showPlace(cell, school, place, face) {
  const sitting = sittingOf(school, place);
  const name = shortName(school, place) || w("empty");
  const data = {
    "data-key": place.key,
    "data-date": sitting.date,
    "data-lesson": sitting.lesson || sitting.start,
    "data-class": sitting.class,
    "data-subject": sitting.subject,
    "data-role": ROLES[place.role],
    "data-role-word": roleWord(place.role),
    "data-person": fullName(school, place),
  };
  for (const [attributeName, value] of Object.entries(data)) attribute(cell, attributeName, value);
  const words = [face && `${face}. ${name}`, !face && name, placeWords(school, place), place.locked && w("isLocked")];
  attribute(cell, "aria-label", words.filter(Boolean).join(" – "));
  cell.classList.toggle("is-empty", isEmpty(place));
  cell.classList.toggle("is-locked", place.locked);
  cell.classList.toggle("is-unknown", place.text !== null);
  const kind = place.mark?.kind ?? "";
  for (const other of ["conflict", "unfilled", "question", "exception", "possible"]) {
    cell.classList.toggle(`has-${other}`, other === kind);
  }
  attribute(cell, "aria-invalid", kind === "conflict" ? "true" : null);
  attribute(cell, "aria-describedby", place.mark ? reasonId(place.key) : null);
  attribute(cell, "title", place.mark?.findings.map((finding) => finding.message).join("\n"));
  fill(
    cell,
    kind === "conflict" && icon("conflict"),
    kind === "exception" && icon("exception"),
    h("span", { class: "who" }, face ?? name),
    place.locked && icon("lock"),
  );
}

/**
 * The hidden texts that marked cells are described by.
 * @param {HTMLElement} holder
 * @param {import("./roster.js").Roster|null} roster
 */
export function showReasons(holder, roster) {
  const marked = [...(roster?.places.values() ?? [])].filter((place) => place.mark);
  fill(
    holder,
    marked.map((place) =>
      h("p", { id: reasonId(place.key) }, place.mark?.findings.map((finding) => finding.message).join(" ") ?? ""),
    ),
  );
}
