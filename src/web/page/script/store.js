/**
 * What the page knows at this moment, and who wants to hear of changes. Holds no elements and asks no server.
 */

import { difference, effect, isEmpty, readRoster } from "./roster.js";

/**
 * @typedef {object} Step      a change that arrived
 * @property {import("./roster.js").Difference} difference
 * @property {import("./roster.js").Effect|null} effect  null where there was nothing to compare with: no roster, or other lists
 */

/**
 * @typedef {object} State
 * @property {import("./types.js").SchoolReply|null} opened
 * @property {import("./roster.js").Roster|null} roster
 * @property {string|null} chosen  the place the panel shows
 * @property {string|null} moving  the place whose name is being moved by keyboard
 * @property {string|null} busy    what is going on, in words
 */

/** @type {State} */
export const state = { opened: null, roster: null, chosen: null, moving: null, busy: null };

/** @typedef {"school"|"roster"|"chosen"|"moving"|"busy"} Topic */
/** @type {Map<Topic, Set<Function>>} */
const listeners = new Map();

/**
 * @param {Topic} topic
 * @param {Function} listener
 * @returns {() => void} takes the listener off again
 */
export function listen(topic, listener) {
  const group = listeners.get(topic) ?? new Set();
  listeners.set(topic, group.add(listener));
  return () => group.delete(listener);
}

/** @param {Topic} topic @param {unknown} [news] */
function tell(topic, news) {
  for (const listener of [...(listeners.get(topic) ?? [])]) listener(news);
}

/** @param {import("./types.js").SchoolReply} reply */
export function takeSchool(reply) {
  state.opened = reply;
  state.chosen = null;
  state.moving = null;
  if (!reply.school) state.roster = null;
  tell("school");
}

/** @param {import("./types.js").RosterReply} reply */
export function takeRoster(reply) {
  const before = state.roster;
  const after = readRoster(reply);
  const same =
    before !== null && before.reply.verdict.kind !== "none" && before.reply.schoolRevision === reply.schoolRevision;
  state.roster = after;
  /** @type {Step} */
  const step = { difference: difference(before, after), effect: same ? effect(before, after) : null };
  tell("roster", step);
}

/** @param {string|null} key */
export function choose(key) {
  if (state.chosen === key) return;
  state.chosen = key;
  tell("chosen");
}

/** @param {string|null} key */
export function move(key) {
  state.moving = key;
  tell("moving");
}

/** @param {string|null} words */
export function busy(words) {
  state.busy = words;
  tell("busy");
}

/** The school that is open. Views are drawn only then. */
export function school() {
  const opened = state.opened?.school;
  if (!opened) throw new Error("no school is open");
  return opened;
}

/** Places that nobody takes, in the roster's order. */
export const vacancies = () => [...(state.roster?.places.values() ?? [])].filter(isEmpty);

/** The empty places that a person has agreed to have printed as blanks. */
let agreedTo = "";
const vacancyKeys = () =>
  vacancies()
    .map((place) => place.key)
    .join(" ");

/** Remembers that these very empty places may be printed as blanks, or that they may not. @param {boolean} agreed */
export function agreeToBlanks(agreed) {
  agreedTo = agreed ? vacancyKeys() : "";
}

/** Whether every empty place there is was agreed to. */
export const blanksAgreed = () => agreedTo === vacancyKeys();

/** Whether sheets can only be a draft: a rule is broken, or nobody has agreed yet to blanks for the empty places. */
export function draftOnly() {
  const kind = state.roster?.reply.verdict.kind ?? "none";
  return kind === "conflicts" || (kind === "unfilled" && !blanksAgreed());
}

/** The revision this window has seen. */
export const revision = () => Math.max(state.roster?.reply.revision ?? 0, state.opened?.revision ?? 0);
