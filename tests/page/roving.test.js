import assert from "node:assert/strict";
import test from "node:test";

import { neighbour } from "../../src/web/page/script/roving.js";

/** A header row, two full rows, one with a gap, one with a single cell. */
const ROWS = [[], [5, 6, 7], [5, 6, 7], [5, 7], [], [6]];
const go = (/** @type {number} */ row, /** @type {number} */ cell, /** @type {string} */ key, control = false) =>
  neighbour(ROWS, { row, cell }, key, control);

test("left and right stay in the row and stop at its ends", () => {
  assert.deepEqual(go(1, 0, "ArrowRight"), { row: 1, cell: 1 });
  assert.equal(go(1, 0, "ArrowLeft"), null);
  assert.equal(go(1, 2, "ArrowRight"), null);
});

test("up and down keep the column, or the nearest one, and skip rows without cells", () => {
  assert.deepEqual(go(1, 1, "ArrowDown"), { row: 2, cell: 1 });
  assert.deepEqual(go(2, 2, "ArrowDown"), { row: 3, cell: 1 });
  assert.deepEqual(go(3, 1, "ArrowDown"), { row: 5, cell: 0 });
  assert.equal(go(1, 1, "ArrowUp"), null);
  assert.equal(go(5, 0, "ArrowDown"), null);
});

test("Home and End, alone and with Control", () => {
  assert.deepEqual(go(2, 2, "Home"), { row: 2, cell: 0 });
  assert.deepEqual(go(2, 0, "End"), { row: 2, cell: 2 });
  assert.deepEqual(go(3, 1, "Home", true), { row: 1, cell: 0 });
  assert.deepEqual(go(1, 0, "End", true), { row: 5, cell: 0 });
});

test("Page Up and Page Down go far, and not beyond the ends", () => {
  assert.deepEqual(go(1, 2, "PageDown"), { row: 5, cell: 0 });
  assert.deepEqual(go(5, 0, "PageUp"), { row: 1, cell: 1 });
});

test("other keys do not move", () => assert.equal(go(1, 1, "a"), null));
