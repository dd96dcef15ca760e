import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

const SCRIPTS = new URL("../../src/web/page/script/", import.meta.url);

/** The names that a script lets others import. @param {string} text */
const exported = (text) =>
  [...text.matchAll(/^export (?:async )?(?:function|const|let|class) (\w+)/gm)].map(([, name]) => name);

test("every script imports names that are there", () => {
  const scripts = new Map(
    readdirSync(SCRIPTS).map((name) => [name, readFileSync(new URL(name, SCRIPTS), "utf8")]),
  );
  let checked = 0;
  for (const [name, text] of scripts) {
    for (const [, names, from] of text.matchAll(/^import \{([^}]*)\} from "\.\/([\w-]+\.js)"/gm)) {
      const there = exported(scripts.get(from) ?? "");
      for (const wanted of names.split(",").map((it) => it.trim().split(" as ")[0]).filter(Boolean)) {
        assert.ok(there.includes(wanted), `${name}: ${from} exports no ${wanted}`);
        checked += 1;
      }
    }
  }
  assert.ok(checked > 100, `${checked} names`);
});
