import assert from "node:assert/strict";
import test from "node:test";

import { byNumberThenText, classes, days, nearestDay, shortDate, wantsRole } from "../../src/web/page/script/school.js";
import { madeUpSchool } from "./fixture.js";

const school = madeUpSchool();

test("sittings stand under their day, by time, then class", () => {
  const shuffled = { ...school, sittings: [...school.sittings].reverse() };
  const all = days(shuffled);
  assert.deepEqual(
    all.map((day) => day.date),
    ["2026-04-21", "2026-04-22", "2026-04-23", "2026-04-24"],
  );
  assert.deepEqual(
    all[0].sittings.map(({ lesson, class: name }) => `${lesson} ${name}`),
    ["2 5А", "2 6А", "2 7А", "3 5Б", "3 6Б", "3 7Б"],
  );
});

test("a lesson at 9:25 comes before one at 10:25", () => {
  const [a, b] = structuredClone(school.sittings);
  Object.assign(a, { start: "10:25", lesson: "3" });
  Object.assign(b, { start: "9:25", lesson: "2", date: a.date });
  assert.deepEqual(
    days({ ...school, sittings: [a, b] })[0].sittings.map(({ start }) => start),
    ["9:25", "10:25"],
  );
});

test("classes count as people count them", () => {
  assert.deepEqual(["10А", "5Б", "5А", "11"].sort(byNumberThenText), ["5А", "5Б", "10А", "11"]);
  assert.equal(classes(school).length, 9);
});

test("columns nobody needs are known", () => {
  assert.equal(wantsRole(school, "observer"), true);
  assert.equal(wantsRole(school, "assistant"), false);
});

test("the day to begin with is today, the next one, or the last", () => {
  const all = days(school);
  assert.deepEqual(
    ["2026-04-22", "2026-04-01", "2026-05-30"].map((today) => nearestDay(all, today)),
    ["2026-04-22", "2026-04-21", "2026-04-24"],
  );
  assert.equal(nearestDay([], "2026-04-22"), "2026-04-22");
});

test("dates are short", () => assert.equal(shortDate("2026-04-01"), "01.04"));
