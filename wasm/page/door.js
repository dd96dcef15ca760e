/**
 * The door of the single file: behind it are a worker that computes, and the school's own folder where the browser can open
 * one. Nothing is fetched; the page's policy would not let it.
 */

import { Folder, MOST, TooLarge, canOpen, chosenFolder } from "./folder.js";
import { say } from "./notice.js";
import { w } from "./words.js";

/** @typedef {{status: number, media: string, name: string|null, school: string, isNew?: boolean, bytes: Uint8Array, changes: {name: string, bytes: Uint8Array|null}[]}} Reply */
/** @typedef {{ok: boolean, status: number, reply: any}} Answer */

const coder = new TextEncoder();
const decoder = new TextDecoder();

/** What the file carries. @param {string} id */
const carried = (id) => document.getElementById(id)?.textContent ?? "";

/** @type {Map<number, (reply: Reply) => void>} */
const waiting = new Map();
/** Why nothing can be computed. @type {string|null} */
let failure = null;
let canStop = false;
let progress = { running: false, level: 0, value: 0, bound: 0 };
let number = 0;
/** Folders of schools, by the school's name. @type {Map<string, Folder>} */
const folders = new Map();
/** The school that is open. */
let school = "";
/** Schools in memory with something that no folder has. @type {Set<string>} */
const unsaved = new Set();
/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** @type {Worker|null} */
let worker = null;
try {
  const script = new Blob([carried("worker")], { type: "text/javascript" });
  worker = new Worker(URL.createObjectURL(script));
  worker.onmessage = ({ data }) => heard(data);
  worker.onerror = (problem) => fail(problem.message || "worker");
  worker.postMessage({ packed: carried("work") });
} catch (problem) {
  fail(String(problem));
}

/** @param {any} data */
function heard(data) {
  if (data.ready === false) fail(data.reason);
  else if (data.ready) canStop = data.canWait;
  else if (data.id === undefined) progress = { running: true, ...data.stage };
  else {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  }
}

/** @param {string} reason */
function fail(reason) {
  failure = reason;
  for (const answer of waiting.values()) answer(refusal(w("cannotStart", { reason })));
  waiting.clear();
}

/** @param {string} error @param {string} kind */
function refusal(error, kind = "internal") {
  const bytes = coder.encode(JSON.stringify({ error, kind }));
  return { status: 500, media: "application/json", name: null, school, bytes, changes: [] };
}

/** `2026-04-21 10:15:00`, as the clock on the wall shows it. */
function now() {
  const time = new Date();
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 19).replace("T", " ");
}

/**
 * @param {string} method
 * @param {string} address
 * @param {Uint8Array} [body]
 * @returns {Promise<Reply>}
 */
function send(method, address, body) {
  if (failure !== null) return Promise.resolve(refusal(w("cannotStart", { reason: failure })));
  number += 1;
  const id = number;
  return new Promise((answer) => {
    waiting.set(id, answer);
    worker?.postMessage({ id, now: now(), method, address, body });
  });
}

/** Calls run one after another: what a step leaves behind is in the folder before the next begins. @template T @param {() => Promise<T>} work */
function inTurn(work) {
  const step = last.then(work);
  last = step.catch(() => undefined);
  return step;
}

/** @param {string} method @param {string} address @param {Uint8Array} [body] */
async function carry(method, address, body) {
  const folder = folders.get(school);
  const reply = await (folder && method !== "GET"
    ? folder.alone(() => step(folder, method, address, body))
    : send(method, address, body));
  school = reply.school;
  if (reply.isNew) return refusal(w("startedAnew"), "stale");
  if (reply.changes.length > 0 && !folders.has(school) && !address.startsWith("/api/sample")) unsaved.add(school);
  return reply;
}

/**
 * A step in a folder. It is taken back where somebody else has changed the folder meanwhile, and where it cannot be written.
 * @param {Folder} folder
 * @param {string} method
 * @param {string} address
 * @param {Uint8Array} [body]
 */
async function step(folder, method, address, body) {
  try {
    if (address.startsWith("/api/reload")) await lay(school, folder, address);
    const reply = await send(method, address, body);
    if (reply.school !== school || reply.changes.length === 0) return reply;
    if (await folder.isAsKnown()) return await written(folder, reply);
    await send("POST", "/own/back");
    await lay(school, folder, address);
    return refusal(w("folderChanged"), "stale");
  } catch (problem) {
    return refusal(unread(problem), "disk");
  }
}

/** @param {Folder} folder @param {Reply} reply */
async function written(folder, reply) {
  try {
    await folder.write(reply.changes);
    return reply;
  } catch (problem) {
    await send("POST", "/own/back");
    return refusal(w("folderRefused", { reason: words(problem) }), "disk");
  }
}

/** The folder's files are the school of that name. @param {string} name @param {Folder} folder @param {string} address */
async function lay(name, folder, address) {
  for (const [file, bytes] of await folder.read()) {
    await send("PUT", `/own/held?${new URLSearchParams({ name: file })}`, bytes);
  }
  const lang = new URL(address, "file:///").searchParams.get("lang") ?? "en";
  return send("POST", `/own/school?${new URLSearchParams({ name, lang })}`);
}

/** @param {unknown} problem */
const words = (problem) => (problem instanceof Error ? problem.message.replace(/\.$/, "") : String(problem));
/** @param {unknown} problem */
const unread = (problem) =>
  problem instanceof TooLarge ? w("folderTooLarge", { most: MOST }) : w("folderUnread", { reason: words(problem) });

/** @param {Reply} reply @returns {Answer} */
const answerOf = ({ status, bytes }) => ({
  ok: status < 400,
  status,
  reply: bytes.length > 0 ? JSON.parse(decoder.decode(bytes)) : null,
});

/**
 * @param {string} method
 * @param {string} where
 * @param {string|Blob} [body]
 * @returns {Promise<Answer>}
 */
export async function ask(method, where, body) {
  if (where.startsWith("/api/progress")) return { ok: failure === null, status: 200, reply: progress };
  if (where.startsWith("/api/cancel")) {
    if (!canStop) return { ok: false, status: 422, reply: { error: w("cannotStop"), kind: "refused" } };
    worker?.postMessage({ stop: true });
    return { ok: true, status: 200, reply: progress };
  }
  const bytes = typeof body === "string" ? coder.encode(body) : body && new Uint8Array(await body.arrayBuffer());
  const answer = answerOf(await inTurn(() => carry(method, where, bytes)));
  progress = { running: false, level: 0, value: 0, bound: 0 };
  return answer;
}

/** @param {string} where @param {string} [name] @returns {Promise<boolean>} */
async function save(where, name) {
  const reply = await inTurn(() => carry("GET", where));
  if (reply.status >= 400) {
    say(answerOf(reply).reply.error, "error");
    return false;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([/** @type {any} */ (reply.bytes)], { type: reply.media }));
  link.download = reply.name ?? name ?? "";
  document.body.append(link);
  link.click();
  link.remove();
  // The browser is still reading it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return true;
}

/** What makes a link save the file at that address. @param {string} where @param {string} name */
export const offer = (where, name) => ({
  href: location.hash || "#",
  onclick(/** @type {Event} */ event) {
    event.preventDefault();
    void save(where, name);
  },
});

/** Saves the file at that address. @param {string} where */
export function download(where) {
  void save(where);
}

/** Shows a sheet: no script, no request; it can be printed. @param {HTMLIFrameElement} frame @param {string} where */
export async function show(frame, where) {
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  const reply = await inTurn(() => carry("GET", where));
  if (reply.status < 400) frame.srcdoc = decoder.decode(reply.bytes);
}

/** A name that no other school has. @param {Folder} folder */
async function nameFor(folder) {
  for (const [name, other] of folders) if (await other.handle.isSameEntry(folder.handle)) return name;
  const { folders: taken } = answerOf(await send("GET", "/api/school")).reply;
  let name = folder.name;
  for (let more = 2; taken.includes(name); more += 1) name = `${folder.name}-${more}`;
  return name;
}

async function openFolder() {
  const folder = await chosenFolder();
  return (
    folder &&
    inTurn(async () => {
      const name = await nameFor(folder);
      const lang = document.documentElement.lang;
      let reply;
      try {
        reply = await lay(name, folder, `/?lang=${lang}`);
      } catch (problem) {
        say(unread(problem), "error");
        return null;
      }
      if (reply.status >= 400) {
        say(answerOf(reply).reply.error, "error");
        return null;
      }
      folders.set(name, folder);
      school = reply.school;
      return answerOf(reply).reply;
    })
  );
}

export const own = {
  canOpen,
  openFolder,
  async saveAll() {
    const saved = school;
    if (await save("/own/all")) unsaved.delete(saved);
  },
  isUnsaved: () => unsaved.has(school),
  edition: document.querySelector("meta[name=edition]")?.getAttribute("content") ?? "",
};

addEventListener("beforeunload", (event) => {
  if (unsaved.size > 0) event.preventDefault();
});
