/** Bea is offered the questions to herself: on one day in a month at most. */

import assert from "node:assert/strict";
import test from "node:test";

import { isOffered } from "../../webapp/static/js/reflecting.js";

const TODAY = new Date("2026-11-25T18:00:00Z");

/** @param {number} days */
const ago = (days) => new Date(TODAY.getTime() - days * 86_400_000).toISOString();

test("after three check-ins they are offered, not before", () => {
  assert.deepEqual([0, 2, 3, 50].map((count) => isOffered(count, undefined, null, TODAY)), [false, false, true, true]);
});

test("offered today they stay for today, and are quiet for a month then", () => {
  const offered = [0, 1, 29, 30, 400].map((days) => isOffered(5, undefined, ago(days), TODAY));
  assert.deepEqual(offered, [true, false, false, true, true]);
});

test("whoever has answered them is left alone for a month", () => {
  assert.deepEqual([0, 10, 29, 31].map((days) => isOffered(5, ago(days), null, TODAY)), [false, false, false, true]);
});

test("a clock that was wrong for a day does not silence them for years", () => {
  assert.equal(isOffered(5, ago(-800), null, TODAY), true);
  assert.equal(isOffered(5, undefined, ago(-800), TODAY), true);
});
