/** What each rule says, asked for once in each language: titles do not change while the page is open. */

import * as server from "./server.js";
import { lang } from "./words.js";

/** @type {Map<string, string>|null} */
let titles = null;
let titlesIn = "";

/** Fetches the titles, the first time. */
export async function learnRules() {
  if (titles && titlesIn === lang()) return;
  const { rules, always } = await server.rules();
  titlesIn = lang();
  titles = new Map([...rules, ...always].map((rule) => [rule.code, rule.title]));
}

/** @param {string} code */
export const ruleTitle = (code) => titles?.get(code) ?? code;
