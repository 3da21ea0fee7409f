/** What Bea chose: nothing until she did, and what one phone switched off stays off on both. */

/** @import { Preference } from "../../webapp/static/js/types" */

import assert from "node:assert/strict";
import test, { after } from "node:test";

import { zoneHere } from "../../webapp/static/js/days.js";
import { choose, chosen, counted } from "../../webapp/static/js/preferences.js";
import { news } from "../../webapp/static/js/sending.js";
import { standing } from "../../webapp/static/js/standing.js";
import { comeAlong } from "../../webapp/static/js/travelling.js";
import phones from "../reminders/two_phones.json" with { type: "json" };

after(() => news.close()); // an open channel would keep Node running
if (!globalThis.navigator) Object.assign(globalThis, { navigator: {} }); // not every Node has one

/** A journal that holds these, and keeps more. @param {any[]} rows @returns {any} */
const holding = (...rows) => ({
  rows,
  standing: async () => standing(rows),
  /** @param {any} about @param {object | null} body */
  keep: async (about, body) => rows.push({ ...entry(about.record, null, body), ...about, entry: crypto.randomUUID(), zone: zoneHere() }),
});

/** @param {string} record @param {number | null} seq @param {object | null} body @param {object} [more] */
const entry = (record, seq, body, more) => ({
  entry: `${record} ${seq}`, record, base: null, resolves: [], kind: "preference", schema: 1,
  op: body ? "put" : "delete", written_at: "2026-11-25T12:00:00Z", zone: "Europe/London", author: "bea",
  body, seq, state: seq ? "received" : "waiting", ...more,
});

/** What is on. @param {any} journal */
const on = async (journal) => Object.entries((await chosen(journal)).reminders).flatMap(([name, value]) => (value === true ? [name] : []));

const REMINDED = { check_ins: true, reminders: { push: true, evening: true } };

test("before anything was chosen nothing comes, and check-ins go on", async () => {
  const { check_ins, state } = await chosen(holding());
  assert.deepEqual([check_ins, state], [true, null]);
  assert.deepEqual(await on(holding()), []);
});

test("what an older version of the app did not know is not wanted", async () => {
  const { reminders } = await chosen(holding(entry("first", 1, { check_ins: true, reminders: { push: true } })));
  assert.deepEqual([reminders.push, reminders.hour, reminders.wording], [true, false, "plain"]);
});

for (const { what, standing, counts } of phones.cases)
  test(`what counts: ${what}`, () => {
    const bodies = /** @type {Preference[]} */ (standing);
    assert.deepEqual(counted(bodies), counted([/** @type {Preference} */ (counts)]));
  });

/** A stop on one phone, and what the other one said without having heard of it. */
const twoHeads = () => [
  entry("first", 1, REMINDED),
  entry("first", 2, { ...REMINDED, check_ins: false }, { base: "first 1" }),
  entry("first", 3, { ...REMINDED, reminders: { push: true, hour: true } }, { base: "first 1" }),
];

test("what two phones said of one record, or began each, counts together", async () => {
  const journal = holding(...twoHeads(), entry("second", 4, { check_ins: true, reminders: { push: true, after: true } }));
  assert.equal((await chosen(journal)).check_ins, false);
  assert.deepEqual(await on(journal), ["push"]);
});

test("the next choice changes what was tapped, and stands alone then", async () => {
  const journal = holding(...twoHeads(), entry("second", 4, REMINDED));
  await choose(journal, { reminders: { after: true } });
  const stands = standing(journal.rows).filter(({ deleted }) => !deleted);
  assert.deepEqual(stands.map(({ heads }) => heads.length), [1]);
  assert.equal(stands[0].current.body.check_ins, false);
  assert.deepEqual(await on(journal), ["push", "after"]);
});

test("a page left open does not write back what another phone changed meanwhile", async () => {
  const journal = holding(entry("first", 1, REMINDED));
  journal.rows.push(entry("first", 2, { check_ins: false, reminders: { push: true } }, { base: "first 1" }));
  await choose(journal, { reminders: { hour: true } });
  assert.equal((await chosen(journal)).check_ins, false);
  assert.deepEqual(await on(journal), ["push", "hour"]);
});

test("of two taps in one moment both count", async () => {
  const journal = holding(entry("first", 1, REMINDED));
  await Promise.all([choose(journal, { reminders: { hour: true } }), choose(journal, { reminders: { after: true } })]);
  assert.deepEqual(await on(journal), ["push", "evening", "hour", "after"]);
});

test("one that was deleted is none", async () => {
  const gone = entry("first", 2, null, { base: "first 1" });
  assert.deepEqual(await on(holding(entry("first", 1, REMINDED), gone)), []);
});

const ELSEWHERE = { zone: "Asia/Kathmandu" };

test("a phone in another zone says once more what was chosen, and nothing else", async () => {
  const journal = holding(entry("first", 1, REMINDED, ELSEWHERE));
  const before = await chosen(journal);
  assert.ok(await comeAlong(journal));
  assert.deepEqual(await chosen(journal), { ...before, zone: zoneHere(), state: "waiting" });
  assert.equal(await comeAlong(journal), false);
});

test("it says nothing where no reminder is on, or nothing was chosen", async () => {
  const silent = { check_ins: true, reminders: { push: true, email: true } };
  assert.equal(await comeAlong(holding(entry("first", 1, silent, ELSEWHERE))), false);
  assert.equal(await comeAlong(holding()), false);
});
