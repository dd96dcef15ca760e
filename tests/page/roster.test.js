import assert from "node:assert/strict";
import test from "node:test";

import { difference, effect, isEmpty, moveEdits, readRoster } from "../../src/web/page/script/roster.js";
import { madeUpRoster, madeUpSchool, reply } from "./fixture.js";

const school = madeUpSchool();
const first = () => madeUpRoster(school);

/** The same roster with other cells. @param {(cells: any[]) => void} alter */
function altered(alter) {
  const cells = structuredClone(first().cells);
  alter(cells);
  return readRoster(reply(school, cells, 2));
}

test("places are found by sitting, role and seat", () => {
  const roster = readRoster(first());
  assert.equal(roster.places.size, school.sittings.length * 4);
  assert.equal(roster.places.get("0.1.1")?.person, 2);
  assert.deepEqual(
    roster.sittings.get(3)?.map((place) => place.key),
    ["3.0.0", "3.1.0", "3.1.1", "3.2.0"],
  );
});

test("flags and unknown names are told apart", () => {
  const roster = altered((cells) => {
    cells[0][4] = 1;
    cells[1][4] = 2;
    cells[2][3] = null;
    cells[2][5] = "Иванова А.";
    cells[3][3] = null;
  });
  const [locked, surplus, unknown, empty] = [...roster.places.values()];
  assert.deepEqual([locked.locked, locked.surplus], [true, false]);
  assert.deepEqual([surplus.locked, surplus.surplus], [false, true]);
  assert.equal(isEmpty(unknown), false);
  assert.equal(isEmpty(empty), true);
});

test("the gravest finding marks a place, all messages are kept", () => {
  const raw = first();
  raw.findings.push({
    kind: "exception",
    rule: "a",
    cell: 0,
    stray: null,
    candidates: [],
    message: "mild",
    fix: "",
    evidence: [],
  });
  raw.findings.push({
    kind: "conflict",
    rule: "b",
    cell: 0,
    stray: null,
    candidates: [],
    message: "grave",
    fix: "",
    evidence: [],
  });
  const mark = readRoster(raw).places.get("0.0.0")?.mark;
  assert.equal(mark?.kind, "conflict");
  assert.deepEqual(
    mark?.findings.map((finding) => finding.message),
    ["grave", "mild"],
  );
});

test("only places that look otherwise are drawn again", () => {
  const before = readRoster(first());
  const after = altered((cells) => {
    cells[5][3] = 9;
  });
  assert.deepEqual(difference(before, after), { changed: ["1.1.0"], reshaped: [] });
  assert.deepEqual(difference(before, readRoster(first())), { changed: [], reshaped: [] });
});

test("a new finding changes the face of a place that keeps its person", () => {
  const before = readRoster(first());
  const raw = first();
  raw.findings.push({
    kind: "conflict",
    rule: "b",
    cell: 7,
    stray: null,
    candidates: [],
    message: "new",
    fix: "",
    evidence: [],
  });
  assert.deepEqual(difference(before, readRoster(raw)).changed, ["1.2.0"]);
});

test("a sitting with another number of places is drawn as a whole", () => {
  const before = readRoster(first());
  const after = altered((cells) => cells.splice(4, 0, [0, 2, 1, null, 0, null]));
  assert.deepEqual(difference(before, after).reshaped, [0]);
  assert.equal(difference(null, before).reshaped.length, school.sittings.length);
});

test("an effect names what broke, whose load changed and lessons", () => {
  const before = altered((cells) => {
    cells[16][3] = 3;
  });
  const after = altered((cells) => {
    cells[16][3] = 2;
  });
  const { broke, mended, load, lost } = effect(before, after);
  assert.deepEqual(
    broke.map((finding) => finding.cell),
    [16],
  );
  assert.deepEqual(mended, []);
  assert.deepEqual(load.map(({ person, role, from, to }) => [person, role, to - from]).sort(), [
    [2, 0, 1],
    [3, 0, -1],
  ]);
  assert.equal(lost, 1);
  assert.deepEqual(effect(after, before).mended.length, 1);
});

test("a load that falls to nothing is told", () => {
  const before = altered((cells) => {
    cells[0][3] = 14;
  });
  const after = altered((cells) => {
    for (const cell of cells) if (cell[1] === 0 && cell[3] === 14) cell[3] = 15;
  });
  const gone = effect(before, after).load.filter(({ person }) => person === 14);
  assert.equal(gone.length, 1);
  assert.ok(gone[0].from > 0);
  assert.equal(gone[0].to, 0);
});

test("a name dropped on another place exchanges; on its own place nothing happens", () => {
  const roster = altered((cells) => {
    cells[4][3] = null;
  });
  const [from, other, empty] = ["0.0.0", "2.0.0", "1.0.0"].map((key) => /** @type {any} */ (roster.places.get(key)));
  assert.deepEqual(moveEdits(from, other), [
    {
      swap: [
        [0, 0, 0],
        [2, 0, 0],
      ],
    },
  ]);
  assert.deepEqual(moveEdits(from, empty), [
    {
      swap: [
        [0, 0, 0],
        [1, 0, 0],
      ],
    },
  ]);
  assert.deepEqual(moveEdits(from, from), []);
  assert.deepEqual(moveEdits(empty, from), []);
});
