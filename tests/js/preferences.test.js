/** What Bea chose: nothing until she did, and of two phones what was said last. */

import assert from "node:assert/strict";
import test, { after } from "node:test";

import { chosen } from "../../webapp/static/js/preferences.js";
import { news } from "../../webapp/static/js/sending.js";
import { standing } from "../../webapp/static/js/standing.js";

after(() => news.close()); // an open channel would keep Node running

/** A journal that holds these. @param {any[]} rows @returns {any} */
const holding = (rows) => ({ standing: async () => standing(rows) });

/** @param {string} record @param {number | null} seq @param {object | null} body */
const entry = (record, seq, body) => ({
  entry: `${record} ${seq}`, record, base: null, resolves: [], kind: "preference", schema: 1,
  op: body ? "put" : "delete", written_at: "2026-11-25T12:00:00Z", zone: "Europe/London", author: "bea",
  body, seq, state: seq ? "received" : "waiting",
});

test("before anything was chosen nothing comes, and check-ins go on", async () => {
  const { check_ins, reminders, state } = await chosen(holding([]));
  assert.deepEqual([check_ins, state], [true, null]);
  assert.ok(!Object.values(reminders).some((value) => value === true));
});

test("what an older version of the app did not know is not wanted", async () => {
  const { reminders } = await chosen(holding([entry("first", 1, { check_ins: true, reminders: { push: true } })]));
  assert.deepEqual([reminders.push, reminders.hour, reminders.wording], [true, false, "plain"]);
});

test("of two phones that each began one, what was said last counts, and what waits above all", async () => {
  const older = entry("first", 4, { check_ins: true, reminders: { hour: true } });
  const newer = entry("second", 9, { check_ins: false, reminders: {} });
  const waits = entry("third", null, { check_ins: true, reminders: { after: true } });
  assert.equal((await chosen(holding([newer, older]))).check_ins, false);
  assert.equal((await chosen(holding([newer, older, waits]))).reminders.after, true);
});

test("one that was deleted is none", async () => {
  const gone = { ...entry("first", 2, null), base: "first 1" };
  const { reminders } = await chosen(holding([entry("first", 1, { check_ins: true, reminders: { hour: true } }), gone]));
  assert.equal(reminders.hour, false);
});
