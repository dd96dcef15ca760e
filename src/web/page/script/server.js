/** Every question of the page, and where its answer is. */

import * as door from "./door.js";

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
  let answer;
  try {
    answer = await door.ask(method, where, body, type);
  } catch {
    throw new Refusal("", "offline");
  }
  const { ok, status, reply } = answer;
  if (!ok) throw new Refusal(reply?.error ?? `${status}`, reply?.kind ?? "internal");
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
/** A school without a file, beside all others. @returns {Promise<SchoolReply>} */
export const newSchool = () => post("new", {});
/** @param {string} folder @returns {Promise<SchoolReply>} */
export const openFolder = (folder) => post("open", { folder });

/** @param {string} file @param {string|null} sheet */
export const table = (file, sheet) => get("table", { file, sheet: sheet ?? undefined });
/**
 * What a sheet is taken for; with a table, how it would be read as that.
 * @param {string} file @param {string|null} sheet @param {string} [table]
 */
export const reading = (file, sheet, table) => get("reading", { file, sheet: sheet ?? undefined, table });
/**
 * @param {number} revision
 * @param {{file: string, sheet: string|null, table: string|null, columns: Record<string, string>}} said
 * @returns {Promise<SchoolReply>}
 */
export const meaning = (revision, said) => post("meaning", { revision, ...said });
/** @param {number} revision @param {boolean} invited @returns {Promise<SchoolReply>} */
export const inviteObservers = (revision, invited) => post("observers", { revision, invited });
/** @param {number} revision @param {string} table @returns {Promise<SchoolReply>} */
export const beginTable = (revision, table) => post("begin", { revision, table });
/**
 * @typedef {object} Typed
 * @property {[row: number, column: number, text: string][]} [cells]
 * @property {string[][]} [add]   rows below all others
 * @property {number[]} [drop]    rows that go
 */
/** @param {number} revision @param {{file: string, sheet: string|null}} place @param {Typed} typed @returns {Promise<SchoolReply>} */
export const typeRows = (revision, { file, sheet }, typed) => post("rows", { revision, file, sheet, ...typed });
/** @param {object} order @returns {Promise<import("./schedule-plan.js").Planned>} */
export const planSchedule = (order) => post("schedule", { revision: 0, preview: true, ...order });
/** @param {number} revision @param {object} order @returns {Promise<SchoolReply>} */
export const enterSchedule = (revision, order) => post("schedule", { revision, ...order });
export const settings = () => get("settings");
/** @param {number} revision @param {{section: string, key: string}} setting @param {string} value @returns {Promise<SchoolReply>} */
export const setSetting = (revision, { section, key }, value) => post("setting", { revision, section, key, value });
/** Reads the folder again, after another program wrote into it. @returns {Promise<SchoolReply>} */
export const reload = () => post("reload", {});

/** @param {number} revision @returns {Promise<RosterReply>} */
export const generate = (revision) => post("generate", { revision, keepLocks: true });
/** @returns {Promise<{running: boolean, proven: number, levels: number}>} */
export const progress = () => get("progress");
/**
 * The school staffed under another limit on the works of one checker; nothing changes.
 * @param {number} revision @param {number|null} works  null: no limit
 * @returns {Promise<{lines: import("./works-limit.js").Price[]}>}
 */
export const price = (revision, works) => post("price", { revision, works });
export const cancel = () => post("cancel", {});

/** @param {number} revision @param {import("./types.js").Edit[]} edits @returns {Promise<RosterReply>} */
export const edit = (revision, edits) => post("edit", { revision, edits });
/** @param {number} revision @returns {Promise<RosterReply>} */
export const undo = (revision) => post("undo", { revision });
/** @param {number} revision @returns {Promise<RosterReply>} */
export const redo = (revision) => post("redo", { revision });

/** @param {import("./types.js").PlaceId} place @returns {Promise<{occupant: number|null, candidates: import("./types.js").Candidate[]}>} */
export const candidates = ([sitting, role, seat]) => get("candidates", { sitting, role, seat });
/** @param {number} revision @param {import("./types.js").Absence[]} absent @returns {Promise<import("./types.js").Plan>} */
export const planRepair = (revision, absent) => post("repair", { revision, absent, preview: true });
/** @param {number} revision @param {import("./types.js").Absence[]} absent @returns {Promise<RosterReply>} */
export const repair = (revision, absent) => post("repair", { revision, absent, preview: false });
/** @returns {Promise<{revision: number, unfilled: import("./types.js").Obstacle[]}>} */
export const obstacles = () => get("obstacles");
/**
 * @param {number} revision
 * @param {{obstacle: number, way: number, signature?: {reason: string, approved: string}}} chosen
 * @returns {Promise<RosterReply>}
 */
export const takeWay = (revision, chosen) => post("way", { revision, ...chosen });

/** @param {File} file */
export const check = (file) => put("check", file.name, file);
/** @param {number[]|"all"} finding */
export const acceptFindings = (finding) => post("check/accept", { finding });
/** @param {number} revision @returns {Promise<RosterReply>} */
export const adoptChecked = (revision) => post("check/adopt", { revision });
/** The checked file with what was accepted. */
export const fixedAddress = () => address("check/fixed");
/** The checked file with its findings beside its rows. */
export const annotatedAddress = () => address("check/annotated");

/**
 * Which sheets: a draft while conflicts stand, and those for the public.
 * @typedef {{draft: boolean, public: boolean}} SheetChoice
 */

/** @param {SheetChoice} choice */
const chosenSheets = (choice) => ({ draft: Number(choice.draft), public: Number(choice.public) });
/** @param {SheetChoice} choice */
export const sheets = (choice) => get("sheets", chosenSheets(choice));
/** @param {SheetChoice} choice @param {string} name @param {boolean} download */
export const sheetAddress = (choice, name, download) =>
  address(`sheets/${encodeURIComponent(name)}`, { ...chosenSheets(choice), download: download ? 1 : undefined });
/** A workbook of empty tables. */
export const templateAddress = () => address("template.xlsx");
/**
 * @param {SheetChoice} choice
 * @returns {Promise<{whole: string, changes: string|null}>} texts for the staff chat
 */
export const chat = (choice) => get("chat", chosenSheets(choice));
/** @param {SheetChoice} choice */
export const zipAddress = (choice) => address("sheets.zip", chosenSheets(choice));

export const rules = () => get("rules");
/** @param {number} revision @param {string} preset @returns {Promise<RosterReply>} */
export const setPreset = (revision, preset) => post("policy", { revision, preset, rules: {} });
/** @param {number} revision @param {string} rule @param {string|null} severity  null: as the preset says @returns {Promise<RosterReply>} */
export const setSeverity = (revision, rule, severity) => post("policy", { revision, rules: { [rule]: severity } });
/** @param {number} revision @param {object} waiver @returns {Promise<RosterReply>} */
export const grantWaiver = (revision, waiver) => post("waivers", { revision, ...waiver });
/** @param {number} revision @param {number} index @returns {Promise<RosterReply>} */
export const revokeWaiver = (revision, index) => post("waivers", { revision, remove: index });
/**
 * A tie of somebody to a class, or that there is none: why, and who looked into it.
 * @param {number} revision
 * @param {{person: number, class: string} & ({kind: string} | {reason: string, approved: string})} answer
 * @returns {Promise<RosterReply>}
 */
export const answerHint = (revision, answer) => post("interest", { revision, ...answer });

export const journal = () => get("journal");
