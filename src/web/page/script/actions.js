/**
 * What a person can do to the roster. Steps run one after another, each on the revision the one before has left;
 * a refusal is shown in the server's words, and a roster changed elsewhere is fetched anew.
 */

import { say } from "./notice.js";
import { moveEdits } from "./roster.js";
import * as server from "./server.js";
import { busy, revision, state, takeRoster, takeSchool } from "./store.js";
import { w } from "./words.js";

/** @typedef {import("./roster.js").Place} Place */
/** @typedef {import("./types.js").RosterReply} RosterReply */

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Runs a change after all earlier ones and takes over the roster it answers with.
 * @param {() => Promise<RosterReply>} call
 * @param {string} [words]  what is going on, for calls that may take longer
 * @returns {Promise<RosterReply|null>} null where it was refused
 */
export function change(call, words) {
  const step = last.then(async () => {
    if (words) busy(words);
    try {
      const reply = await call();
      await follow(reply);
      return reply;
    } catch (problem) {
      await refused(problem);
      return null;
    } finally {
      if (words) busy(null);
    }
  });
  // A step that fails in an unforeseen way must not keep the next one waiting for ever.
  last = step.catch(() => undefined);
  return step;
}

/**
 * Takes over a roster; tables or rules that changed with it are fetched first, as its numbers mean their rows.
 * @param {RosterReply} reply
 */
async function follow(reply) {
  if (state.opened?.schoolRevision !== reply.schoolRevision) takeSchool(await server.school());
  if (state.opened?.school) takeRoster(reply);
}

/**
 * Says why something was not done. @param {unknown} problem
 */
export async function refused(problem) {
  if (!(problem instanceof server.Refusal)) throw problem;
  say(problem.kind === "offline" ? w("offline") : problem.message, "error");
  if (problem.kind === "stale") await refresh().catch(() => undefined);
}

/** A window one comes back to shows what another one has changed meanwhile. */
export function catchUp() {
  last = last.then(async () => {
    if (!state.opened) return;
    const now = await server.roster();
    if (now.revision !== revision()) await refresh();
  });
  last = last.catch(refused);
  return last;
}

/** Takes over lists that a step has changed, and the roster as they let it be read. @param {import("./types.js").SchoolReply} reply */
export async function takeLists(reply) {
  takeSchool(reply);
  if (reply.school) takeRoster(await server.roster());
}

/** Fetches school and roster anew. */
export async function refresh() {
  const [school, roster] = await Promise.all([server.school(), server.roster()]);
  takeSchool(school);
  if (school.school) takeRoster(roster);
}

/** @param {import("./types.js").Edit[]} edits */
const edit = (edits) => change(() => server.edit(revision(), edits));

/** @param {Place} place @param {number|null} person */
export const assign = (place, person) => edit([{ cell: place.id, person }]);

/** @param {Place} place */
export const clear = (place) => assign(place, null);

/** @param {Place} place @param {boolean} lock */
export const lock = (place, lock) => edit([{ cell: place.id, lock }]);

/** Two places exchange their people; an empty one takes the other's over. @param {Place} from @param {Place} onto */
export async function exchange(from, onto) {
  const edits = moveEdits(from, onto);
  if (edits.length > 0) await edit(edits);
}

/** Drops a row about no sitting of the schedule. @param {number} stray */
export const dropStray = (stray) => edit([{ drop: stray }]);

export const undo = () => change(() => server.undo(revision()));
export const redo = () => change(() => server.redo(revision()));

export const generate = () => change(() => server.generate(revision()), w("generating"));

/** Fewest changes around the locks. */
export async function repairAroundLocks() {
  const reply = await change(() => server.repair(revision(), []), w("repairing"));
  if (!reply) return;
  const count = reply.changes?.length ?? 0;
  say(w(count ? "repaired" : "nothingChanges", { count }), "done");
}

/** @param {{obstacle: number, way: number, signature?: {reason: string, approved: string}}} chosen */
export const takeWay = (chosen) => change(() => server.takeWay(revision(), chosen), w("repairing"));

/** The place under a key as it is now. @param {string|null} key */
export const placeAt = (key) => (key === null ? undefined : state.roster?.places.get(key));
