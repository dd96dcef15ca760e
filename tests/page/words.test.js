import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

import { COUNTED, TABLE } from "../../src/web/page/script/word-table.js";
import { chooseLanguage, dayWords, many, w } from "../../src/web/page/script/words.js";

const SCRIPTS = new URL("../../src/web/page/script/", import.meta.url);
const SINGLE_FILE = new URL("../../wasm/page/", import.meta.url);

test("each entry is said in both languages, with the same blanks", () => {
  const blanks = (/** @type {string} */ text) => [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const [key, [english, russian]] of Object.entries({ ...TABLE, ...COUNTED })) {
    assert.ok(english && russian, key);
    assert.deepEqual(blanks(english), blanks(russian), key);
  }
});

test("a counted noun has two forms in English and three in Russian", () => {
  for (const [key, [english, russian]] of Object.entries(COUNTED)) {
    assert.deepEqual([english.split("|").length, russian.split("|").length], [2, 3], key);
  }
});

test("numbers choose the form of their noun", () => {
  chooseLanguage("ru", "en");
  assert.deepEqual(
    [1, 2, 5, 11, 21, 22].map((n) => many("conflicts", n)),
    ["1 конфликт", "2 конфликта", "5 конфликтов", "11 конфликтов", "21 конфликт", "22 конфликта"],
  );
  chooseLanguage("en", "ru");
  assert.deepEqual(
    [0, 1, 2].map((n) => many("duties", n)),
    ["0 duties", "1 duty", "2 duties"],
  );
});

test("the address chooses the language, else the browser, else English", () => {
  assert.deepEqual(
    [
      ["ru", "en"],
      [null, "ru-RU"],
      ["en", "ru"],
      ["xx", "ru"],
    ].map(([asked, own]) => chooseLanguage(asked, String(own))),
    ["ru", "ru", "en", "en"],
  );
});

test("days are words in the page's language", () => {
  chooseLanguage("ru", "");
  assert.equal(dayWords("2026-04-21"), "21 апреля");
  chooseLanguage("en", "");
  assert.equal(dayWords("2026-04-21"), "21 April");
});

test("names that other programs rely on", () => {
  chooseLanguage("ru", "");
  assert.deepEqual(
    ["schoolFiles", "openSample", "generate", "checkRoster", "downloadSheets", "undo"].map((key) => w(key)),
    ["Файлы школы", "Открыть пример", "Составить", "Проверить расстановку", "Скачать листы", "Отменить"],
  );
  chooseLanguage("en", "");
  assert.deepEqual(
    ["schoolFiles", "openSample", "generate", "checkRoster", "downloadSheets", "undo"].map((key) => w(key)),
    ["School files", "Open the sample school", "Generate", "Check a roster", "Download sheets", "Undo"],
  );
});

test("the scripts use the words there are, and every word is used", () => {
  const text = [SCRIPTS, SINGLE_FILE]
    .flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder)))
    .filter((script) => !/\/word-\w+\.js$/.test(script.pathname))
    .map((script) => readFileSync(script, "utf8"))
    .join("\n");
  const used = new Set([...text.matchAll(/"([\w-]+)"/g)].map((match) => match[1]));
  const built = /^(view|severity|sheets)-/;
  for (const key of Object.keys(TABLE)) assert.ok(used.has(key) || built.test(key), `nobody says "${key}"`);
  for (const [, key] of text.matchAll(/\bw\("([\w-]+)"/g)) assert.ok(TABLE[key], `no word "${key}"`);
  for (const [, key] of text.matchAll(/\bmany\("([\w-]+)"/g)) assert.ok(COUNTED[key], `no counted word "${key}"`);
});
