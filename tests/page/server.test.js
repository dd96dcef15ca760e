import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

import * as server from "../../src/web/page/script/server.js";

const SCRIPTS = new URL("../../src/web/page/script/", import.meta.url);
const STYLES = new URL("../../src/web/page/style/", import.meta.url);

/** Answers fetches and keeps what was asked. @param {number} status @param {unknown} reply */
function answering(status, reply) {
  /** @type {{where: string, request: any}[]} */
  const asked = [];
  globalThis.fetch = /** @type {any} */ (
    async (/** @type {string} */ where, /** @type {any} */ request) => {
      asked.push({ where, request });
      return { ok: status < 400, status, json: async () => reply };
    }
  );
  return asked;
}

test("every question carries the language", async () => {
  const asked = answering(200, {});
  server.speak("ru");
  await server.roster();
  await server.candidates([4, 1, 0]);
  assert.deepEqual(
    asked.map(({ where }) => where),
    ["/api/roster?lang=ru", "/api/candidates?sitting=4&role=1&seat=0&lang=ru"],
  );
});

test("a change says which revision it has seen", async () => {
  const asked = answering(200, {});
  await server.edit(7, [{ cell: [1, 0, 0], person: null }]);
  const { where, request } = asked[0];
  assert.match(where, /^\/api\/edit\?/);
  assert.equal(request.method, "POST");
  assert.equal(request.headers["content-type"], "application/json");
  assert.deepEqual(JSON.parse(request.body), { revision: 7, edits: [{ cell: [1, 0, 0], person: null }] });
});

test("names in addresses are escaped", () => {
  server.speak("en");
  assert.equal(
    server.sheetAddress({ draft: false, public: true }, "a b/&.html", false),
    "/api/sheets/a%20b%2F%26.html?draft=0&public=1&lang=en",
  );
});

test("a refusal keeps the server's sentence and kind", async () => {
  answering(409, { error: "another window changed the roster", kind: "stale" });
  await assert.rejects(
    server.undo(1),
    (/** @type {any} */ problem) => problem.kind === "stale" && problem.message === "another window changed the roster",
  );
});

test("no answer at all is a refusal as well", async () => {
  globalThis.fetch = async () => {
    throw new TypeError("failed");
  };
  await assert.rejects(server.roster(), (/** @type {any} */ problem) => problem.kind === "offline");
});

test("the page names all its modules at once, so that none waits for another", () => {
  const page = readFileSync(new URL("../index.html", SCRIPTS), "utf8");
  const named = [...page.matchAll(/href="\/script\/([\w-]+\.js)"|src="\/script\/([\w-]+\.js)"/g)].map(
    (match) => match[1] ?? match[2],
  );
  assert.deepEqual(
    named.sort(),
    readdirSync(SCRIPTS)
      .filter((name) => name !== "types.js")
      .sort(),
  );
});

test("no other module fetches, and none writes markup", () => {
  for (const name of readdirSync(SCRIPTS)) {
    const text = readFileSync(new URL(name, SCRIPTS), "utf8");
    if (name !== "door.js") assert.doesNotMatch(text, /\bfetch\(|XMLHttpRequest|WebSocket/, name);
    if (name !== "server.js") assert.doesNotMatch(text, /\/api\//, name);
    assert.doesNotMatch(
      text,
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|setAttribute\("style"/,
      name,
    );
  }
});

test("scripts and styles are of readable size", () => {
  for (const folder of [SCRIPTS, STYLES]) {
    for (const name of readdirSync(folder)) {
      const lines = readFileSync(new URL(name, folder), "utf8").split("\n").length;
      assert.ok(lines <= 400, `${name} is too long`);
    }
  }
});
