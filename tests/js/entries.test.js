/** What may leave a full phone: the past, oldest first, and nothing that is still being said. */

import assert from "node:assert/strict";
import test from "node:test";

import { expendable } from "../../webapp/static/js/entries.js";

/** @param {number} seq @param {string} record @param {string} kind @returns {any} */
const numbered = (seq, record, kind = "check_in") => ({ seq, record, kind });

/** @param {any[]} rows @param {any[]} waiting */
const gone = (rows, waiting = []) => expendable(rows, waiting).map(({ seq }) => seq);

test("the older half leaves", () => {
  assert.deepEqual(gone([1, 2, 3, 4].map((seq) => numbered(seq, `day ${seq}`))), [1, 2]);
});

test("a single one leaves too, and of nothing there is nothing to leave", () => {
  assert.deepEqual([gone([numbered(1, "day 1")]), gone([])], [[1], []]);
});

test("a record leaves whole, and one that was changed lately counts as new", () => {
  const rows = [numbered(1, "changed"), numbered(2, "old"), numbered(3, "old"), numbered(4, "changed")];
  assert.deepEqual(gone(rows), [2, 3]);
});

test("what a waiting entry follows stays", () => {
  const rows = [numbered(1, "being changed"), numbered(2, "old"), numbered(3, "older than none")];
  assert.deepEqual(gone(rows, [{ record: "being changed" }]), [2]);
});

test("what counts now, like a goal, stays", () => {
  assert.deepEqual(gone([numbered(1, "to sleep", "goal"), numbered(2, "day 1"), numbered(3, "day 2")]), [2]);
});
