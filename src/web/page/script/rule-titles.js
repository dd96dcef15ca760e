/** What each rule says, asked for once: titles do not change while the page is open. */

import * as server from "./server.js";

/** @type {Map<string, string>|null} */
let titles = null;

/** Fetches the titles, the first time. */
export async function learnRules() {
  if (titles) return;
  const { rules, always } = await server.rules();
  titles = new Map([...rules, ...always].map((rule) => [rule.code, rule.title]));
}

/** @param {string} code */
export const ruleTitle = (code) => titles?.get(code) ?? code;
