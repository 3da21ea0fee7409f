/** What Bea reads first before a session: what may help with what was not easy for her. */

import assert from "node:assert/strict";
import test from "node:test";

import { nothing } from "../../webapp/static/js/said.js";
import { because, friction, isFirst, ordered } from "../../webapp/static/js/tips.js";

/** @import { Appointment, CheckIn, RatingKey, Setting, Standing } from "../../webapp/static/js/types" */

/** A check-in. @param {Setting} setting @param {CheckIn["ratings"]} ratings @returns {CheckIn} */
const said = (setting, ratings) => ({ ...nothing(setting), ratings });

const TIPS = [
  { id: "lamp", helps: ["respect"] },
  { id: "sound", helps: ["setting_fit"] },
  { id: "door", helps: ["setting_fit", "openness"] },
  { id: "water", helps: [] },
  { id: "note", helps: ["openness"] },
];
/** @param {RatingKey[]} keys */
const order = (...keys) => ordered(TIPS, keys).map(({ id }) => id).join(" ");

test("a call that was not easy brings what helps with calls to the top", () => {
  const keys = friction([said("online", { setting_fit: 2, safety: 4 })], "online");
  assert.deepEqual(keys, ["setting_fit"]);
  assert.equal(order(...keys), "sound door lamp water note");
});

test("a call that was hard says nothing about a walk", () => {
  assert.deepEqual(friction([said("online", { setting_fit: 0 })], "walk_and_talk"), []);
});

test("of calls the last one counts, however many walks lie in between", () => {
  const walks = Array.from({ length: 4 }, () => said("walk_and_talk", { setting_fit: 4 }));
  assert.deepEqual(friction([...walks, said("online", { setting_fit: 1 })], "online"), ["setting_fit"]);
  assert.deepEqual(friction([said("online", { setting_fit: 3 }), said("online", { setting_fit: 0 })], "online"), []);
});

test("where the last call was not rated, the one before it is asked", () => {
  assert.deepEqual(friction([said("online", {}), said("online", { setting_fit: 1 })], "online"), ["setting_fit"]);
});

test("then come the low answers, the newest check-in first and in it the lowest", () => {
  const keys = friction([said("online", { goals: 2, openness: 0 }), said("in_person", { respect: 1, goals: 1 })], "online");
  assert.deepEqual(keys, ["openness", "goals", "respect"]);
});

test("what was low four sessions ago is past", () => {
  const fine = said("online", { safety: 4 });
  assert.deepEqual(friction([fine, fine, fine, said("online", { openness: 0 })], "online"), []);
});

test("“Mostly” is not low, and nothing is made of a skipped answer", () => {
  assert.deepEqual(friction([said("online", { openness: 3, setting_fit: 3 })], "online"), []);
  assert.deepEqual(friction([], "online"), []);
});

test("what helps with the first comes before what helps with the second", () => {
  assert.equal(order("openness", "setting_fit"), "door note sound lamp water");
  assert.equal(order("setting_fit", "respect", "openness"), "sound door lamp note water");
});

test("without anything that was hard, tips stay in their own order", () => {
  assert.equal(order(), TIPS.map(({ id }) => id).join(" "));
  assert.equal(order("goals"), order());
});

test("ordering changes none of the lists that it is given", () => {
  const before = structuredClone(TIPS);
  ordered(TIPS, ["openness"]);
  assert.deepEqual(TIPS, before);
});

test("the sentence names what brought the first ones up, and only that", () => {
  assert.equal(because(TIPS, ["goals", "openness"]), "openness");
  assert.equal(because(TIPS, ["goals"]), undefined);
});

const NOW = new Date("2026-11-25T18:00:00Z");

/** @param {string} starts_at @param {Appointment["state"]} state */
const session = (starts_at, state) => /** @type {Standing} */ (/** @type {unknown} */ ({ deleted: false, current: { body: { starts_at, minutes: 50, state } } }));

test("before anything has happened it is the first session", () => {
  assert.equal(isFirst([], [], NOW), true);
  assert.equal(isFirst([], [session("2026-11-26T14:00:00Z", "booked")], NOW), true);
});

test("after a check-in, or a session that took place, it is not", () => {
  assert.equal(isFirst([{}], [], NOW), false);
  assert.equal(isFirst([], [session("2026-11-18T14:00:00Z", "attended")], NOW), false);
  assert.equal(isFirst([], [session("2026-11-18T14:00:00Z", "booked")], NOW), false);
});

test("a session that was missed, called off or is going on was none yet", () => {
  for (const state of /** @type {const} */ (["missed", "cancelled"])) assert.equal(isFirst([], [session("2026-11-18T14:00:00Z", state)], NOW), true);
  assert.equal(isFirst([], [session("2026-11-25T17:30:00Z", "booked")], NOW), true);
});
