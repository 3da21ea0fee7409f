/** What Today says of sessions, on Bea's phone in London. */

import assert from "node:assert/strict";
import test from "node:test";

import { asOf, daysToGo, heading, howWas, news } from "../../webapp/static/js/session-words.js";

/** @import { Appointment } from "../../webapp/static/js/types" */

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

/** @param {import("../../webapp/static/js/types").Notice["about"]} about @param {Partial<Appointment>} was @param {Partial<Appointment>} is */
const told = (about, was, is = {}) => news(about, [{ ...WALK, ...is }, { ...WALK, ...was }], NOW);

test("a change at short notice is told as what it is now", () => {
  assert.equal(told("setting_changed", {}, { setting: "online" }), "Online instead of a walk: Thursday, 14:00.");
  assert.equal(told("setting_changed", { setting: "in_person" }), "A walk instead of the room: Thursday, 14:00.");
  assert.equal(told("moved", { starts_at: "2026-11-25T10:00:00Z" }), "Moved to Thursday, 14:00.");
  assert.equal(told("moved", { place: "The old mill" }), "Thursday, 14:00 is at another place: Car park.");
  assert.equal(told("moved", { minutes: 80 }), "Thursday, 14:00: something about it has changed. Have a look.");
  assert.equal(told("cancelled", {}, { state: "cancelled" }), "Cancelled: Thursday, 14:00, a walk.");
});

test("today and tomorrow are said as they stand in a sentence", () => {
  const tomorrow = { starts_at: "2026-11-25T10:00:00Z" };
  assert.equal(told("moved", {}, tomorrow), "Moved to tomorrow, 10:00.");
  assert.equal(told("setting_changed", {}, { ...tomorrow, setting: "online" }), "Online instead of a walk: tomorrow, 10:00.");
});

test("what is not true any more is not told", () => {
  assert.equal(told("setting_changed", {}), "");
  assert.equal(told("cancelled", { state: "cancelled" }), "");
  assert.equal(told("moved", {}, { state: "cancelled" }), "");
});

test("what is over is not told, nor what this phone does not know", () => {
  assert.equal(news("cancelled", [{ ...WALK, state: "cancelled" }], new Date("2026-11-27T08:00:00Z")), "");
  assert.equal(news("moved", [], NOW), "");
  assert.equal(news("moved", [WALK], NOW), "");
  assert.equal(news("read", [WALK, WALK], NOW), "");
});

test("it is said as of when this phone knows, and nothing before it has heard anything", () => {
  assert.equal(asOf(Date.parse("2026-11-24T12:03:00Z"), NOW), "As this phone last heard, today at 12:03.");
  assert.equal(asOf(Date.parse("2026-11-20T12:03:00Z"), NOW), "As this phone last heard, on Friday 20 November at 12:03.");
  assert.equal(asOf(undefined), "");
});
