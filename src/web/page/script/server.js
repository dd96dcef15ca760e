/**
 * The one module that knows where answers come from. All others call these functions; replace this file and the
 * page runs on something else.
 */

/** @typedef {import("./types.js").RosterReply} RosterReply */
/** @typedef {import("./types.js").SchoolReply} SchoolReply */

/** A refusal in the server's words. */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {string} kind    stale | refused | bad | conflict | busy | gone | internal | offline
   */
  constructor(message, kind) {
    super(message);
    this.kind = kind;
  }
}

let lang = "en";

/** @param {string} chosen  the language of every sentence the server answers with */
export function speak(chosen) {
  lang = chosen;
}

/**
 * @param {string} path
 * @param {Record<string, string|number|undefined>} [query]
 */
export function address(path, query = {}) {
  const pairs = Object.entries({ ...query, lang }).filter(([, value]) => value !== undefined && value !== null);
  return `/api/${path}?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}

/**
 * @param {string} method
 * @param {string} where
 * @param {BodyInit} [body]
 * @param {string} [type]
 * @returns {Promise<any>}
 */
async function ask(method, where, body, type = "application/json") {
  /** @type {Record<string, string>} */
  const headers = body === undefined ? {} : { "content-type": type };
  let answer;
  try {
    answer = await fetch(where, { method, body, headers, credentials: "same-origin", cache: "no-store" });
  } catch {
    throw new Refusal("", "offline");
  }
  const reply = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refusal(reply?.error ?? `${answer.status}`, reply?.kind ?? "internal");
  return reply;
}

/** @param {string} path @param {Record<string, string|number|undefined>} [query] */
const get = (path, query) => ask("GET", address(path, query));
/** @param {string} path @param {object} body */
const post = (path, body) => ask("POST", address(path), JSON.stringify(body));
/** @param {string} path @param {string} name @param {Blob} bytes */
const put = (path, name, bytes) => ask("PUT", address(path, { name }), bytes, "application/octet-stream");

/** @returns {Promise<SchoolReply>} */
export const school = () => get("school");
/** @returns {Promise<RosterReply>} */
export const roster = () => get("roster");

/** @param {File} file @param {string} name @returns {Promise<SchoolReply>} */
export const sendFile = (file, name) => put("files", name, file);
/** @returns {Promise<SchoolReply>} */
export const openSample = () => post("sample", {});
/** @param {string} folder @returns {Promise<SchoolReply>} */
export const openFolder = (folder) => post("open", { folder });

/** @param {string} file @param {string|null} sheet */
export const table = (file, sheet) => get("table", { file, sheet: sheet ?? undefined });
/** @param {{file: string, sheet: string|null, row: number, column: number, text: string, revision: number}} cell */
export const correctCell = (cell) => post("cell", cell);
/** @param {number} revision */
export const save = (revision) => post("save", { revision });

/** @param {number} revision @returns {Promise<RosterReply>} */
export const generate = (revision) => post("generate", { revision, keepLocks: true });
/** @returns {Promise<{running: boolean, proven: number, levels: number}>} */
export const progress = () => get("progress");
export const cancel = () => post("cancel", {});

/** @param {number} revision @param {import("./types.js").Edit[]} edits @returns {Promise<RosterReply>} */
export const edit = (revision, edits) => post("edit", { revision, edits });
/** @param {number} revision @returns {Promise<RosterReply>} */
export const undo = (revision) => post("undo", { revision });
/** @param {number} revision @returns {Promise<RosterReply>} */
export const redo = (revision) => post("redo", { revision });

/** @param {import("./types.js").PlaceId} place @returns {Promise<{occupant: number|null, candidates: import("./types.js").Candidate[]}>} */
export const candidates = ([sitting, role, seat]) => get("candidates", { sitting, role, seat });
/** @param {number} revision @param {import("./types.js").Absence[]} absent @param {boolean} preview @returns {Promise<RosterReply>} */
export const repair = (revision, absent, preview) => post("repair", { revision, absent, preview });
/** @returns {Promise<import("./types.js").Obstacle[]>} */
export const obstacles = () => get("obstacles");
/** @param {number} revision @param {number} obstacle @param {number} way @returns {Promise<RosterReply>} */
export const takeWay = (revision, obstacle, way) => post("way", { revision, obstacle, way });

/** @param {File} file */
export const check = (file) => put("check", file.name, file);
/** @param {number[]|"all"} finding */
export const acceptFindings = (finding) => post("check/accept", { finding });
/** @param {number} revision @returns {Promise<RosterReply>} */
export const adoptChecked = (revision) => post("check/adopt", { revision });

export const sheets = () => get("sheets");
/** @param {string} name @param {boolean} download */
export const sheetAddress = (name, download) => address(`sheets/${encodeURIComponent(name)}`, download ? { download: 1 } : {});
/** @param {{draft: boolean, public: boolean}} choice */
export const zipAddress = (choice) => address("sheets.zip", { draft: Number(choice.draft), public: Number(choice.public) });

export const rules = () => get("rules");
/** @param {number} revision @param {string} preset @param {Record<string, string>} severities @returns {Promise<RosterReply>} */
export const setPolicy = (revision, preset, severities) => post("policy", { revision, preset, rules: severities });
/** @param {number} revision @param {object} waiver @returns {Promise<RosterReply>} */
export const grantWaiver = (revision, waiver) => post("waivers", { revision, ...waiver });
/** @param {number} revision @param {number} index @returns {Promise<RosterReply>} */
export const revokeWaiver = (revision, index) => post("waivers", { revision, remove: index });

export const journal = () => get("journal");
