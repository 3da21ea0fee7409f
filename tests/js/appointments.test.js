/** What Bea's phone knows of her sessions: which is next, which she may check in for, in words. */

import assert from "node:assert/strict";
import test from "node:test";

import { about, coming, directions, goesOn, inWords, next, spot, toCheckIn, when } from "../../webapp/static/js/appointments.js";
import { calendar } from "../../webapp/static/js/ics.js";

/** @import { Appointment, Standing } from "../../webapp/static/js/types" */

const { env } = /** @type {any} */ (globalThis).process;
env.TZ = "Europe/London";

const NOW = new Date("2026-11-25T12:00:00Z");
const LONDON = "Europe/London";
const WALK = {
  starts_at: "2026-11-26T14:00:00Z", zone: LONDON, minutes: 50, setting: "walk_and_talk",
  place: "Car park at the bottom of the hill\nPast the church, then left.", link: "", state: "booked",
};

/** A session as it stands. @param {string} record @param {object} [otherwise] @returns {Standing} */
function session(record, otherwise) {
  const current = /** @type {any} */ ({ body: { ...WALK, ...otherwise }, seq: 7, received_at: "2026-11-20T09:00:00.123Z" });
  return { record, heads: [current], current, deletions: [], deleted: false, sharedThere: false, first: 7, state: "received" };
}

/** @param {object} [otherwise] @returns {Appointment} */
const body = (otherwise) => session("walk", otherwise).current.body;

test("the next session is the first that is still to come, however they lie in the journal", () => {
  const later = session("later", { starts_at: "2026-12-03T14:00:00Z" });
  const past = session("past", { starts_at: "2026-11-19T14:00:00Z" });
  assert.equal(next([later, past, session("walk")], NOW)?.record, "walk");
  assert.deepEqual(coming([later, past, session("walk")], NOW).map(({ record }) => record), ["walk", "later"]);
});

test("a session is the next one until it ends", () => {
  assert.equal(next([session("walk")], new Date("2026-11-26T14:49:59Z"))?.record, "walk");
  assert.equal(next([session("walk")], new Date("2026-11-26T14:50:00Z")), undefined);
});

test("noted already that it took place, it is the next one until it ends all the same", () => {
  const at = (/** @type {string} */ now) => next([session("walk", { state: "attended" })], new Date(now))?.record;
  assert.equal(at("2026-11-26T14:00:00Z"), "walk");
  assert.equal(at("2026-11-26T14:49:59Z"), "walk");
  assert.equal(at("2026-11-26T14:50:00Z"), undefined);
});

for (const state of ["cancelled", "missed", "attended"]) {
  test(`what is ${state} is not the next session`, () => assert.equal(next([session("walk", { state })], NOW), undefined));
}

test("a session that was taken out is nowhere", () => {
  const gone = { ...session("walk"), deleted: true, current: /** @type {any} */ ({ body: null }) };
  assert.equal(next([gone], NOW), undefined);
  assert.equal(toCheckIn([gone], [], NOW), undefined);
});

test("the check-in opens with the session, which may end early, and stays open for two days after its planned end", () => {
  const open = (/** @type {string} */ at) => Boolean(toCheckIn([session("walk")], [], new Date(at)));
  assert.equal(open("2026-11-26T13:59:59Z"), false);
  assert.equal(open("2026-11-26T14:00:00Z"), true);
  assert.equal(open("2026-11-28T14:49:59Z"), true);
  assert.equal(open("2026-11-28T14:50:00Z"), false);
});

for (const [state, is] of /** @type {const} */ ([["attended", true], ["missed", false], ["cancelled", false]])) {
  test(`whether one may check in for what is ${state}`, () => {
    assert.equal(Boolean(toCheckIn([session("walk", { state })], [], new Date("2026-11-26T16:00:00Z"))), is);
  });
}

test("a session goes on from its start until its planned end, unless it was called off or missed", () => {
  const on = (/** @type {string} */ at, state = "booked") => goesOn(body({ state }), new Date(at));
  assert.deepEqual(["13:59:59", "14:00:00", "14:49:59", "14:50:00"].map((at) => on(`2026-11-26T${at}Z`)), [false, true, true, false]);
  assert.deepEqual(["attended", "cancelled", "missed"].map((state) => on("2026-11-26T14:10:00Z", state)), [true, false, false]);
});

test("who has checked in is not asked again, but for the one before", () => {
  const [one, two] = [session("one", { starts_at: "2026-11-25T08:00:00Z" }), session("two", { starts_at: "2026-11-25T10:00:00Z" })];
  assert.equal(toCheckIn([two, one], [], NOW)?.record, "two");
  assert.equal(toCheckIn([two, one], [null, "two"], NOW)?.record, "one");
  assert.equal(toCheckIn([two, one], ["two", "one"], NOW), undefined);
});

test("a session in words", () => {
  const days = { "2026-11-29T14:00:00Z": "Sunday", "2026-12-02T14:00:00Z": "Wednesday 2 December", "2026-11-25T14:00:00Z": "Today", "2026-11-26T14:00:00Z": "Tomorrow" };
  for (const [starts_at, day] of Object.entries(days)) {
    assert.equal(inWords(body({ starts_at }), NOW), `${day}, 14:00, a walk: Car park at the bottom of the hill`);
  }
  assert.equal(inWords(body({ setting: "online", place: "" }), NOW), "Tomorrow, 14:00, a call");
});

test("of a session in another year, that is said too", () => {
  assert.equal(when(body({ starts_at: "2027-01-07T14:00:00Z" }), NOW), "Thursday 7 January 2027, 14:00");
  assert.equal(when(body(), new Date("2027-01-01T09:00:00Z")), "Thursday 26 November 2026, 14:00");
  assert.equal(when(body({ starts_at: "2027-01-02T14:00:00Z" }), new Date("2026-12-31T23:30:00Z")), "Saturday, 14:00");
});

test("a day is a day where the phone is, also when the clocks change on it", () => {
  const starts_at = "2026-10-25T23:30:00Z";
  assert.equal(when(body({ starts_at }), new Date("2026-10-24T23:30:00Z")), "Today, 23:30");
  assert.equal(when(body({ starts_at }), new Date("2026-10-24T22:30:00Z")), "Tomorrow, 23:30");
});

test("far from home, both clocks are named", () => {
  assert.equal(when(body({ zone: "Europe/Dublin" }), NOW), "Tomorrow, 14:00");
  env.TZ = "America/New_York";
  assert.equal(when(body(), NOW), "Tomorrow, 09:00 (14:00 in London)");
  env.TZ = "Australia/Sydney";
  assert.equal(when(body(), NOW), "Friday, 01:00 (Thursday, 14:00 in London)");
  env.TZ = LONDON;
});

test("the first line of a place is the spot, the others are the way there", () => {
  assert.equal(spot(body()), "Car park at the bottom of the hill");
  assert.equal(directions(body()), "Past the church, then left.");
  assert.equal(directions(body({ place: "Room 3" })), "");
});

test("the file for a calendar says when, in UTC, and nothing of what or where", () => {
  const lines = calendar(session("the-walk", { starts_at: "2026-07-02T14:00:00+01:00" })).split("\r\n");
  for (const line of ["UID:the-walk", "DTSTAMP:20261120T090000Z", "DTSTART:20260702T130000Z", "DTEND:20260702T135000Z", "SEQUENCE:7",
    "SUMMARY:Appointment", "CLASS:PRIVATE", "STATUS:CONFIRMED", "TRIGGER:-P1D", "TRIGGER:-PT1H"]) assert.ok(lines.includes(line), line);
  assert.ok(!lines.some((line) => /walk and|hill|church/.test(line)));
  assert.ok(calendar(session("x", { state: "cancelled" })).includes("STATUS:CANCELLED"));
});

test("a check-in says which session it was about, or how they met", () => {
  const said = /** @type {any} */ ({ setting: "online", happened_at: "2026-11-02T15:00:00Z" });
  assert.equal(about(said), "A call");
  assert.equal(about(said, null), "A call");
  assert.equal(about(said, body({ starts_at: "2026-10-29T14:00:00Z" }), NOW), "Thursday 29 October, 14:00, a walk: Car park at the bottom of the hill");
});

test("a check-in says its day once: its session adds the hour", () => {
  const said = /** @type {any} */ ({ setting: "online", happened_at: "2026-10-29T23:50:00Z" });
  const walk = body({ starts_at: "2026-10-29T14:00:00Z" });
  assert.equal(about(said, walk), "14:00, a walk: Car park at the bottom of the hill");
  assert.equal(about(said, { ...walk, zone: "Europe/Berlin", place: "" }), "14:00 (15:00 in Berlin), a walk");
});
