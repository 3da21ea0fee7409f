/** How long Ben's phone waits before it tries again. */

import assert from "node:assert/strict";
import test from "node:test";

import { pause, spread, stillToWait } from "../../webapp/static/js/patience.js";

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
const NOON = Date.parse("2026-11-23T12:00:00Z");

/** @param {number} seconds */
const afterNoon = (seconds) => NOON + seconds * 1000;

/** The longest pause after so many failures. @param {number} failures */
const longest = (failures) => pause(failures, () => 1);

test("after the first failure a phone waits for two seconds at most", () => {
  assert.equal(longest(1), 2);
});

test("a phone waits up to twice as long after each failure", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 7].map(longest), [2, 4, 8, 16, 32, 64, 128]);
});

test("a phone waits for five minutes at most, however long there is no signal", () => {
  assert.deepEqual([9, 20, 1000, 1e9].map(longest), [300, 300, 300, 300]);
});

test("phones that failed together do not come back together", () => {
  assert.equal(pause(5, () => 0), 0);
  assert.equal(pause(5, () => 0.25), 8);
  assert.equal(pause(5, () => 0.5), 16);
});

test("a pause lies between nothing and the longest", () => {
  const pauses = Array.from({ length: 1000 }, () => pause(3));
  assert.ok(pauses.every((seconds) => seconds >= 0 && seconds < 8));
  assert.ok(new Set(pauses).size > 900);
});

test("a phone that was never asked to wait does not", () => {
  assert.equal(stillToWait(undefined, NOON), 0);
});

test("a phone that was asked to wait still waits after it was switched off and on", () => {
  const kept = JSON.parse(JSON.stringify({ since: NOON, seconds: 120 }));
  assert.deepEqual([0, 45, 119].map((gone) => stillToWait(kept, afterNoon(gone))), [120, 75, 1]);
});

test("a wait ends", () => {
  const asked = { since: NOON, seconds: 120 };
  assert.deepEqual([120, 121, DAY_S].map((gone) => stillToWait(asked, afterNoon(gone))), [0, 0, 0]);
});

test("a clock that was put back ends a wait: better to ask once too often than never again", () => {
  assert.equal(stillToWait({ since: NOON, seconds: 120 }, afterNoon(-1)), 0);
  assert.equal(stillToWait({ since: NOON, seconds: 120 }, afterNoon(-365 * DAY_S)), 0);
});

test("a clock that was put forward ends a wait", () => {
  assert.equal(stillToWait({ since: NOON, seconds: HOUR_S }, afterNoon(365 * DAY_S)), 0);
});

test("a phone waits for a day at most, whatever the server asks for", () => {
  const asked = { since: NOON, seconds: 1e12 };
  assert.equal(stillToWait(asked, NOON), DAY_S);
  assert.equal(stillToWait(asked, afterNoon(DAY_S)), 0);
});

test("phones that were told the same wait do not come back in the same second", () => {
  assert.deepEqual([0, 0.5, 1].map((chance) => spread(60, () => chance)), [60, 75, 90]);
  assert.deepEqual([0, 1].map((chance) => spread(0, () => chance)), [0, 3]);
});

test("a long wait grows by five minutes at most", () => {
  assert.equal(spread(DAY_S, () => 1), DAY_S + 300);
});
