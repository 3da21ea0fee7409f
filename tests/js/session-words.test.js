/** What Today says of sessions, on Bea's phone in London. */

import assert from "node:assert/strict";
import test from "node:test";

import { asOf, daysToGo, heading, howWas, news, staysFor } from "../../webapp/static/js/session-words.js";

/** @import { Appointment, Notice, Revision } from "../../webapp/static/js/types" */

/** @type {any} */ (globalThis).process.env.TZ = "Europe/London";
const NOW = new Date("2026-11-24T19:00:00Z"); // a Tuesday evening
/** @type {Appointment} */
const WALK = {
  starts_at: "2026-11-26T14:00:00Z", zone: "Europe/London", minutes: 50, setting: "walk_and_talk",
  place: "Car park\nTake the 12 to the end.", link: "", state: "booked",
};

test("the heading says when and which setting, and leaves the place to the line below", () => {
  assert.equal(heading(WALK, NOW), "Thursday, 14:00, a walk");
});

test("days to go are counted by the calendar, and in words", () => {
  assert.equal(daysToGo(WALK, NOW), "In two days");
  assert.equal(daysToGo(WALK, new Date("2026-11-24T23:59:00Z")), "In two days");
  assert.equal(daysToGo(WALK, new Date("2026-11-10T08:00:00Z")), "In 16 days");
});

test("today and tomorrow stand in the heading already", () => {
  assert.equal(daysToGo(WALK, new Date("2026-11-25T19:00:00Z")), "");
  assert.equal(heading(WALK, new Date("2026-11-25T19:00:00Z")), "Tomorrow, 14:00, a walk");
  assert.equal(daysToGo(WALK, new Date("2026-11-26T08:00:00Z")), "");
});

test("the night on which the clocks go back adds no day and takes none", () => {
  const after = { ...WALK, starts_at: "2026-10-25T14:00:00Z" }; // 14:00 by the new time
  assert.equal(heading(after, new Date("2026-10-24T22:30:00Z")), "Tomorrow, 14:00, a walk"); // 23:30 by the old
  assert.equal(daysToGo(after, new Date("2026-10-23T22:59:00Z")), "In two days"); // still Friday
  assert.equal(daysToGo(after, new Date("2026-10-23T23:01:00Z")), ""); // Saturday, by summer time
  assert.equal(heading(after, new Date("2026-10-25T00:30:00Z")), "Today, 14:00, a walk");
});

test("Today asks how the session was, by its day and its setting", () => {
  const ask = (/** @type {string} */ now, about = {}) => howWas({ ...WALK, ...about }, new Date(now));
  assert.equal(ask("2026-11-26T15:00:00Z"), "How was today’s walk?");
  assert.equal(ask("2026-11-27T09:00:00Z", { setting: "online" }), "How was yesterday’s call?");
  assert.equal(ask("2026-11-28T09:00:00Z", { setting: "in_person" }), "How was Thursday’s session?");
});

test("what is said of sessions stays so until the next start or end, or the next day", () => {
  const diary = /** @type {any} */ ([{ current: { body: WALK } }, { current: { body: null } }]);
  const until = (/** @type {string} */ now) => new Date(Date.parse(now) + staysFor(diary, new Date(now))).toISOString();
  assert.equal(until("2026-11-24T19:00:00Z"), "2026-11-25T00:00:00.000Z");
  assert.equal(until("2026-11-26T10:00:00Z"), "2026-11-26T14:00:00.000Z");
  assert.equal(until("2026-11-26T14:00:00Z"), "2026-11-26T14:50:00.000Z");
  assert.equal(until("2026-11-26T14:50:00Z"), "2026-11-27T00:00:00.000Z");
  assert.equal(until("2026-11-28T10:00:00Z"), "2026-11-28T14:50:00.000Z", "then its check-in closes");
});

/** What was said of it, the first at number 1 and then at every second. @param {Partial<Appointment>[]} said */
const versions = (...said) => said.map((body, at) => /** @type {Revision} */ ({ seq: 2 * at + 1, body: { ...WALK, ...body } })).reverse();

/** The notice after one of them. @param {Notice["about"]} about @param {number} seq */
const notice = (about, seq) => /** @type {Revision} */ ({ seq, body: { about, of: "walk" } });

/** What Bea is told after two versions; what came later follows. @param {Notice["about"]} about @param {Partial<Appointment>} was @param {Partial<Appointment>} made @param {Partial<Appointment>[]} later */
const told = (about, was, made = {}, ...later) => news(notice(about, 4), versions(was, made, ...later), NOW);

test("a change at short notice is told as what it is now", () => {
  assert.equal(told("setting_changed", {}, { setting: "online" }), "Online instead of a walk: Thursday, 14:00.");
  assert.equal(told("setting_changed", { setting: "in_person" }), "A walk instead of the room: Thursday, 14:00.");
  assert.equal(told("moved", { starts_at: "2026-11-25T10:00:00Z" }), "Moved to Thursday, 14:00.");
  assert.equal(told("moved", { place: "The old mill" }), "Thursday, 14:00 is at another place: Car park.");
  assert.equal(told("cancelled", {}, { state: "cancelled" }), "Cancelled: Thursday, 14:00, a walk.");
});

test("what was moved to another place at once says both", () => {
  assert.equal(told("moved", { starts_at: "2026-11-25T10:00:00Z", place: "The old mill" }), "Moved to Thursday, 14:00, at another place: Car park.");
});

for (const [what, was] of Object.entries({ "its length": { minutes: 80 }, "its link": { link: "https://calls.example/x" }, "the way there": { place: "Car park" } })) {
  test(`of ${what} it is said that something has changed`, () => {
    assert.equal(told("moved", was), "Thursday, 14:00: something about it has changed. Have a look.");
  });
}

test("today and tomorrow are said as they stand in a sentence", () => {
  const tomorrow = { starts_at: "2026-11-25T10:00:00Z" };
  assert.equal(told("moved", {}, tomorrow), "Moved to tomorrow, 10:00.");
  assert.equal(told("setting_changed", {}, { ...tomorrow, setting: "online" }), "Online instead of a walk: tomorrow, 10:00.");
});

test("a new meeting point after a move is told as that, and not as the move again", () => {
  const [moved, elsewhere] = [{ starts_at: "2026-11-25T10:00:00Z" }, { starts_at: "2026-11-25T10:00:00Z", place: "Park gate" }];
  const all = versions({}, moved, elsewhere);
  assert.equal(news(notice("moved", 4), all, NOW), "Moved to tomorrow, 10:00.");
  assert.equal(news(notice("moved", 6), all, NOW), "Tomorrow, 10:00 is at another place: Park gate.");
});

test("what was cancelled is booked again", () => {
  assert.equal(told("moved", { state: "cancelled" }), "Booked again: Thursday, 14:00, a walk.");
});

test("what is not true any more is not told", () => {
  assert.equal(told("setting_changed", {}, { setting: "online" }, {}), "");
  assert.equal(told("moved", {}, { starts_at: "2026-11-25T10:00:00Z" }, {}), "");
  assert.equal(told("cancelled", {}, { state: "cancelled" }, {}), "");
  assert.equal(told("moved", { place: "The old mill" }, {}, { state: "cancelled" }), "");
  assert.equal(told("moved", { place: "The old mill" }, {}, { state: "missed" }), "");
});

test("that it was cancelled is told until its planned end", () => {
  const at = (/** @type {string} */ now) => news(notice("cancelled", 4), versions({}, { state: "cancelled" }), new Date(now));
  assert.equal(at("2026-11-26T14:49:59Z"), "Cancelled: Today, 14:00, a walk.");
  assert.equal(at("2026-11-26T14:50:00Z"), "");
});

test("what this phone does not know is not told", () => {
  assert.equal(news(notice("moved", 4), [], NOW), "");
  assert.equal(news(notice("moved", 4), versions({}), NOW), "");
  assert.equal(told("read", { place: "The old mill" }), "");
});

test("it is said as of when this phone knows, and nothing before it has heard anything", () => {
  assert.equal(asOf(Date.parse("2026-11-24T12:03:00Z"), NOW), "As this phone last heard, today at 12:03.");
  assert.equal(asOf(Date.parse("2026-11-20T12:03:00Z"), NOW), "As this phone last heard, on Friday 20 November at 12:03.");
  assert.equal(asOf(undefined), "");
});
