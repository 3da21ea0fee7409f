/** Bea is told what has changed, once for each thing, until she says that it is all right. */

import assert from "node:assert/strict";
import test from "node:test";

import { mayBeLetIn, note, toTell } from "../../webapp/static/js/notices.js";

/** @type {any} */ (globalThis).process.env.TZ = "Europe/London";
const NOW = new Date("2026-11-24T19:00:00Z");
const WALK = { starts_at: "2026-11-26T14:00:00Z", zone: "Europe/London", minutes: 50, setting: "walk_and_talk", place: "Car park", link: "", state: "booked" };
const GATE = { ...WALK, place: "Park gate" };

/** A phone on which each session was told so many ways, with a notice after each but the first. @param {Record<string, object[]>} sessions */
function phone(sessions) {
  /** @type {any} */ let noted = null;
  let seq = 0;
  const notices = /** @type {any[]} */ ([]);
  const versions = Object.entries(sessions).map(([record, bodies]) => [record, bodies.map((body, at) => {
    const revision = { seq: ++seq, body };
    if (at) notices.push({ record: `${record}-${at}`, current: { seq: ++seq, body: { about: aboutOf(body), of: record } } });
    return revision;
  }).reverse()]);
  const all = Object.fromEntries(versions);
  return /** @type {any} */ ({
    diary: Object.keys(all).map((record) => ({ record, current: all[record][0] })),
    standing: async () => notices, versions: async (/** @type {string} */ record) => all[record],
    recall: async () => noted, remember: async (/** @type {string} */ _, /** @type {any} */ value) => { noted = value; },
  });
}

/** @param {any} body */
const aboutOf = ({ state }) => (state === "cancelled" ? "cancelled" : "moved");

/** What there is to tell. @param {any} phone */
const tells = async (phone) => (await toTell(phone, phone.diary, NOW)).map(({ text, notices }) => [text, notices]);

test("each thing that has changed is told with its own notices", async () => {
  const bea = phone({ walk: [WALK, GATE], other: [WALK, { ...WALK, state: "cancelled" }] });
  assert.deepEqual(await tells(bea), [
    ["Thursday, 14:00 is at another place: Park gate.", ["walk-1"]],
    ["Cancelled: Thursday, 14:00, a walk.", ["other-1"]],
  ]);
});

test("what was seen is told no more, and what was not still is", async () => {
  const bea = phone({ walk: [WALK, GATE], other: [WALK, { ...WALK, state: "cancelled" }] });
  await note(bea, ["other-1"]);
  assert.deepEqual(await tells(bea), [["Thursday, 14:00 is at another place: Park gate.", ["walk-1"]]]);
  await note(bea, ["walk-1"]);
  assert.deepEqual(await tells(bea), []);
});

test("of two things that were seen at the same moment neither is told again", async () => {
  const bea = phone({ walk: [WALK, GATE], other: [WALK, { ...WALK, state: "cancelled" }] });
  await Promise.all([note(bea, ["other-1"]), note(bea, ["walk-1"])]);
  assert.deepEqual(await tells(bea), []);
});

test("two notices that say the same are told, and seen, as one", async () => {
  const bea = phone({ walk: [WALK, GATE, WALK, GATE] });
  assert.deepEqual(await tells(bea), [["Thursday, 14:00 is at another place: Park gate.", ["walk-1", "walk-3"]]]);
});

test("nothing is told of a session that is over", async () => {
  const bea = phone({ walk: [WALK, GATE] });
  assert.deepEqual(await toTell(bea, bea.diary, new Date("2026-11-26T14:50:00Z")), []);
});

/** What a phone knows of letting in again. @param {string} last @param {string} [written_at] when a link was made @param {string} [emptied_on] the day when it last heard from the server */
const knows = (last, written_at, emptied_on = "2026-11-24") => /** @type {any} */ ({
  note: async (/** @type {string} */ name) => ({ last, emptied_on })[name],
  standing: async () => (written_at ? [{ current: { body: { about: "recovery" }, written_at } }] : []),
});

test("a phone asks whether somebody is let in again when it was signed out, or hears of a link that may still count", async () => {
  assert.equal(await mayBeLetIn(knows("signed_out")), true);
  assert.equal(await mayBeLetIn(knows("done", "2026-11-09T01:00:00Z")), true);
  assert.equal(await mayBeLetIn(knows("done", "2026-11-08T23:00:00Z")), false);
  assert.equal(await mayBeLetIn(knows("done")), false);
});

test("a phone whose clock is weeks ahead asks all the same", async (/** @type {any} */ { mock }) => {
  mock.timers.enable({ apis: ["Date"], now: new Date("2027-01-10T12:00:00Z") });
  assert.equal(await mayBeLetIn(knows("done", "2026-11-24T18:00:00Z")), true);
});
