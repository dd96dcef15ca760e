/**
 * A roster reply as something one can ask: which place holds whom, what is wrong with it, what a change did.
 * Pure; knows neither the page nor the server.
 */

import { ROLE_CARDS } from "./role-cards.js";

/** @typedef {import("./types.js").RosterReply} RosterReply */
/** @typedef {import("./types.js").PlaceId} PlaceId */
/** @typedef {import("./types.js").Finding} Finding */
/** @typedef {import("./types.js").Role} Role */

/** The roles by name, in the objective's order. @type {Role[]} */
export const ROLES = ROLE_CARDS.map(({ code }) => code);

const LOCKED = 1;
const SURPLUS = 2;

/**
 * One place of the roster.
 * @typedef {object} Place
 * @property {string} key        `sitting.role.seat`
 * @property {PlaceId} id
 * @property {number} sitting
 * @property {number} role       its place among `ROLES`
 * @property {number|null} person
 * @property {string|null} text  a name no list knows, as written
 * @property {boolean} locked
 * @property {boolean} surplus   beyond what the schedule asks for
 * @property {Mark|null} mark
 */

/**
 * What is wrong with a place; the gravest kind with all messages.
 * @typedef {{kind: Finding["kind"], findings: Finding[]}} Mark
 */

/**
 * @typedef {object} Roster
 * @property {RosterReply} reply
 * @property {Map<string, Place>} places      in the reply's order
 * @property {Map<number, Place[]>} sittings  places of each sitting
 * @property {Map<string, number>} loads  by `person.role`, in the role's unit, without what was carried over
 */

/** @param {PlaceId} id */
export const keyOf = (id) => id.join(".");

/**
 * @param {RosterReply} reply
 * @returns {Roster}
 */
export function readRoster(reply) {
  const places = new Map();
  const sittings = new Map();
  const inOrder = reply.cells.map(([sitting, role, seat, person, flags, text]) => {
    /** @type {Place} */
    const place = {
      key: `${sitting}.${role}.${seat}`,
      id: [sitting, role, seat],
      sitting,
      role,
      person,
      text,
      locked: (flags & LOCKED) !== 0,
      surplus: (flags & SURPLUS) !== 0,
      mark: null,
    };
    places.set(place.key, place);
    const together = sittings.get(sitting);
    if (together) together.push(place);
    else sittings.set(sitting, [place]);
    return place;
  });
  for (const finding of reply.findings) {
    if (finding.cell !== null && inOrder[finding.cell]) note(inOrder[finding.cell], finding);
  }
  const loads = new Map(
    reply.load.map(([person, role, duties, works]) => [
      `${person}.${role}`,
      ROLE_CARDS[role].unit === "works" ? works : duties,
    ]),
  );
  return { reply, places, sittings, loads };
}

/** @type {Finding["kind"][]} the gravest first */
const GRAVITY = ["conflict", "unfilled", "question", "exception", "possible"];

/**
 * @param {Place} place
 * @param {Finding} finding
 */
function note(place, finding) {
  if (!place.mark) {
    place.mark = { kind: finding.kind, findings: [finding] };
    return;
  }
  place.mark.findings.push(finding);
  place.mark.findings.sort((a, b) => GRAVITY.indexOf(a.kind) - GRAVITY.indexOf(b.kind));
  place.mark.kind = place.mark.findings[0].kind;
}

/** @param {Place} place */
export const isEmpty = (place) => place.person === null && place.text === null;

/** @param {Place} a @param {Place} b whether nobody can see a difference */
const looksLike = (a, b) =>
  a.person === b.person &&
  a.text === b.text &&
  a.locked === b.locked &&
  a.surplus === b.surplus &&
  sameMark(a.mark, b.mark);

/** @param {Mark|null} a @param {Mark|null} b */
function sameMark(a, b) {
  if (a === null || b === null) return a === b;
  if (a.kind !== b.kind || a.findings.length !== b.findings.length) return false;
  return a.findings.every((finding, index) => finding.message === b.findings[index].message);
}

/** @param {Place[]|undefined} a @param {Place[]} b whether the sitting has the same places */
const sameShape = (a, b) => a?.length === b.length && b.every((place, index) => place.key === a[index].key);

/**
 * @typedef {object} Difference
 * @property {string[]} changed   places that look otherwise now
 * @property {number[]} reshaped  sittings that have other places than before
 */

/**
 * What has to be drawn again. Sittings whose places are others are named as a whole.
 * @param {Roster|null} before
 * @param {Roster} after
 * @returns {Difference}
 */
export function difference(before, after) {
  const reshaped = [];
  const changed = [];
  for (const [sitting, places] of after.sittings) {
    if (!before || !sameShape(before.sittings.get(sitting), places)) {
      reshaped.push(sitting);
      continue;
    }
    for (const place of places) {
      const earlier = /** @type {Place} */ (before.places.get(place.key));
      if (!looksLike(earlier, place)) changed.push(place.key);
    }
  }
  for (const sitting of before?.sittings.keys() ?? []) {
    if (!after.sittings.has(sitting)) reshaped.push(sitting);
  }
  return { changed, reshaped };
}

/**
 * What a step did, beyond the names: what it broke and mended, whose load it changed, lessons.
 * @typedef {object} Effect
 * @property {Finding[]} broke
 * @property {Finding[]} mended
 * @property {{person: number, role: number, from: number, to: number}[]} load  without what was carried over
 * @property {number} lost  own lessons lost, more (or less) than before
 */

/**
 * @param {Roster} before
 * @param {Roster} after
 * @returns {Effect}
 */
export function effect(before, after) {
  const load = [];
  for (const key of new Set([...after.loads.keys(), ...before.loads.keys()])) {
    const [from, to] = [before.loads.get(key) ?? 0, after.loads.get(key) ?? 0];
    const [person, role] = key.split(".").map(Number);
    if (from !== to) load.push({ person, role, from, to });
  }
  return {
    broke: without(after, before),
    mended: without(before, after),
    load,
    lost: (after.reply.objective?.lessons_lost ?? 0) - (before.reply.objective?.lessons_lost ?? 0),
  };
}

/** @param {Roster} roster */
const wrong = (roster) =>
  roster.reply.findings.filter(({ kind }) => kind === "conflict" || kind === "unfilled" || kind === "exception");

/**
 * What is wrong in one roster and not in another: the same words about another place are another finding.
 * @param {Roster} roster
 * @param {Roster} other
 */
function without(roster, other) {
  const nameIn = (/** @type {Roster} */ { reply }, /** @type {Finding} */ { cell, rule, message }) =>
    [...(cell === null ? [] : reply.cells[cell].slice(0, 3)), rule, message].join("\u0000");
  const known = new Set(wrong(other).map((finding) => nameIn(other, finding)));
  return wrong(roster).filter((finding) => !known.has(nameIn(roster, finding)));
}

/**
 * The edits that a name dropped on another place asks for: an empty place takes it over, a filled one exchanges.
 * @param {Place} from
 * @param {Place} onto
 * @returns {import("./types.js").Edit[]}
 */
export function moveEdits(from, onto) {
  if (from.key === onto.key || isEmpty(from)) return [];
  return [{ swap: [from.id, onto.id] }];
}
