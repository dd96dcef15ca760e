/**
 * The work behind the page, in a thread of its own: unpacks it, hands calls in and replies out. Where the work fails beyond mending,
 * it is started anew from the files that it had.
 */

/** A search is asked this often, in milliseconds, whether to stop. */
const PACE = 100;
/** The browser can hold the work while it looks for messages. */
const canWait = "Suspending" in WebAssembly && "promising" in WebAssembly;
/** Calls that make rosters: these may wait. */
const SLOW = /^\/api\/(generate|repair|way)\b/;

const coder = new TextEncoder();
const decoder = new TextDecoder();

/** @type {WebAssembly.Module} */
let compiled;
/** @type {any} */
let work;
/** Files of every school. @type {Map<string, Map<string, Uint8Array>>} */
const schools = new Map();
/** Of the school that the last change was to, before it. @type {[string, Map<string, Uint8Array>]|null} */
let before = null;
let openSchool = "";
/** Files on their way in. @type {Map<string, Uint8Array>} */
let held = new Map();
let isStopWanted = false;
let lastPulse = 0;
/** @type {Promise<unknown>} */
let last = Promise.resolve();

onmessage = ({ data }) => {
  if (data.stop) isStopWanted = true;
  else last = last.then(() => (data.packed ? begin(data.packed) : serve(data)));
};

/** @param {string} packed  gzip in base64 */
async function begin(packed) {
  try {
    const stream = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
    const type = { headers: { "content-type": "application/wasm" } };
    compiled = await WebAssembly.compileStreaming(new Response(stream, type));
    await start();
    postMessage({ ready: true, canWait });
  } catch (problem) {
    postMessage({ ready: false, reason: String(problem) });
  }
}

/** @param {string} base64 */
function bytesOf(base64) {
  const { fromBase64 } = /** @type {any} */ (Uint8Array);
  if (fromBase64) return fromBase64.call(Uint8Array, base64);
  const signs = atob(base64);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return bytes;
}

/** What the work asks of its surroundings: a clock, chance, a place for its last words; and no files. */
function surroundings() {
  const view = () => new DataView(work.memory.buffer);
  const NO_FILE = 8;
  return {
    clock_time_get(/** @type {number} */ _, /** @type {bigint} */ __, /** @type {number} */ where) {
      view().setBigUint64(where, BigInt(Date.now()) * 1_000_000n, true);
      return 0;
    },
    random_get(/** @type {number} */ where, /** @type {number} */ length) {
      crypto.getRandomValues(new Uint8Array(work.memory.buffer, where, length));
      return 0;
    },
    fd_write(/** @type {number} */ _, /** @type {number} */ pieces, /** @type {number} */ count, /** @type {number} */ told) {
      let said = 0;
      for (let piece = pieces; piece < pieces + 8 * count; piece += 8) {
        const [start, length] = [view().getUint32(piece, true), view().getUint32(piece + 4, true)];
        console.warn(decoder.decode(new Uint8Array(work.memory.buffer, start, length)));
        said += length;
      }
      view().setUint32(told, said, true);
      return 0;
    },
    environ_sizes_get(/** @type {number} */ count, /** @type {number} */ size) {
      view().setUint32(count, 0, true);
      view().setUint32(size, 0, true);
      return 0;
    },
    environ_get: () => 0,
    fd_close: () => NO_FILE,
    fd_seek: () => NO_FILE,
    fd_prestat_get: () => NO_FILE,
    fd_prestat_dir_name: () => NO_FILE,
    proc_exit() {
      throw new Error("the work has ended");
    },
  };
}

/** Is asked at each step of a search. @param {number} level @param {number} value @param {number} bound */
function pulse(level, value, bound) {
  const now = performance.now();
  if (now - lastPulse >= PACE) {
    lastPulse = now;
    postMessage({ stage: { level, value, bound } });
    if (canWait) return messagesRead().then(() => Number(isStopWanted));
  }
  return Number(isStopWanted);
}

/** Comes after the messages that have arrived. @returns {Promise<void>} */
function messagesRead() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((read) => {
    port1.onmessage = () => {
      port1.close();
      read();
    };
    port2.postMessage(null);
  });
}

async function start() {
  const { Suspending } = /** @type {any} */ (WebAssembly);
  const page = { pulse: canWait ? new Suspending(pulse) : pulse };
  const instance = await WebAssembly.instantiate(compiled, { wasi_snapshot_preview1: surroundings(), page });
  work = instance.exports;
  work._initialize?.();
}

/** @param {Uint8Array} bytes @returns {number} where they are now */
function put(bytes) {
  const start = work.room(bytes.length);
  new Uint8Array(work.memory.buffer, start, bytes.length).set(bytes);
  return start;
}

/** @param {{now: string, method: string, address: string, body?: Uint8Array}} call */
async function carry({ now, method, address, body = new Uint8Array() }) {
  const head = coder.encode(`${now}\n${method}\n${address}`);
  const { promising } = /** @type {any} */ (WebAssembly);
  const answer = canWait && SLOW.test(address) ? promising(work.answer) : work.answer;
  const length = await answer(put(head), head.length, put(body), body.length);
  return opened(new Uint8Array(work.memory.buffer, work.reply_start(), length));
}

/** A parcel taken apart, copied out of the work's memory: a line that says what follows, the reply, the changed files. @param {Uint8Array} parcel */
function opened(parcel) {
  const end = parcel.indexOf(10);
  const { length, changes, ...envelope } = JSON.parse(decoder.decode(parcel.subarray(0, end)));
  let at = end + 1;
  const next = (/** @type {number|null} */ size) => (size === null ? null : parcel.slice(at, (at += size)));
  const bytes = next(length);
  return {
    ...envelope,
    bytes,
    changes: changes.map((/** @type {any} */ change) => ({ name: change.name, bytes: next(change.length) })),
  };
}

/** @param {any} call */
async function serve(call) {
  isStopWanted = false;
  let reply;
  try {
    reply = await carry(call);
    note(call, reply);
  } catch (problem) {
    console.warn(problem);
    reply = await again();
  }
  // The reply's bytes are handed over, not copied: nobody needs them here any more.
  postMessage({ id: call.id, ...reply }, [reply.bytes.buffer]);
}

/** Keeps the files as the work has them. @param {any} call @param {any} reply */
function note({ address, body }, { school, changes, status }) {
  const { pathname, searchParams } = new URL(address, "file:///");
  const name = searchParams.get("name") ?? "";
  if (pathname === "/own/held") held.set(name, body);
  if (pathname === "/own/school") {
    if (status === 200) schools.set(name, held);
    held = new Map();
  }
  if (pathname === "/own/back" && before) {
    schools.set(...before);
    before = null;
  }
  if (changes.length > 0) {
    const files = schools.get(school) ?? new Map();
    before = [school, new Map(files)];
    for (const change of changes) {
      if (change.bytes) files.set(change.name, change.bytes);
      else files.delete(change.name);
    }
    schools.set(school, files);
  }
  openSchool = school;
}

/** A new start from the same files; the call that failed is not tried again. */
async function again() {
  await start();
  const open = openSchool;
  held = new Map();
  for (const name of [...[...schools.keys()].filter((other) => other !== open), open]) {
    for (const [file, body] of schools.get(name) ?? []) {
      await carry({ now: "", method: "PUT", address: `/own/held?name=${encodeURIComponent(file)}`, body });
    }
    await carry({ now: "", method: "POST", address: `/own/school?name=${encodeURIComponent(name)}` });
  }
  return { status: 500, isNew: true, school: open, changes: [], bytes: new Uint8Array() };
}
