/** Where Ben goes on with what he left half way; what each kind is called, says, and where it stands. */

import assert from "node:assert/strict";
import test from "node:test";

import { goesOn, lines, place, title } from "../../webapp/static/js/kinds.js";

/** @param {string} kind @param {object} [more] @returns {any} */
const draft = (kind, more) => ({ kind, record: "walk", base: null, said: { appointment: null, check_in: null }, ...more });

test("a check-in that Ben left half way is gone on with in its own form", () => {
  assert.equal(goesOn(draft("check_in")), "/check-in");
  assert.equal(goesOn(draft("check_in", { base: "first" })), "/check-in#walk");
  assert.equal(goesOn(draft("check_in", { said: { appointment: "thursday" } })), "/check-in#walk");
  assert.equal(goesOn(draft("check_in", { isOther: true })), "/check-in#other");
});

test("words that Ben left half way are gone on with where he is helped to say them", () => {
  assert.equal(goesOn(draft("talking_point")), "/say-it");
  assert.equal(goesOn(draft("talking_point", { said: { check_in: "thursday" } })), "/say-it#thursday");
  assert.equal(goesOn(draft("talking_point", { base: "first", said: { check_in: "thursday" } })), "/say-it#change-walk");
});

test("anything else that Ben left half way is gone on with on its page", () => {
  assert.equal(goesOn(draft("goal")), "/together");
  assert.equal(goesOn(draft("something newer")), "");
});

test("what was refused of any kind is read in Ben’s own words, without what he left empty", () => {
  assert.deepEqual(lines({ kind: "talking_point", body: { words: "That stung." } }), ["That stung."]);
  assert.deepEqual(lines({ kind: "preparation", body: { bring: "My coat." } }), ["My coat."]);
  for (const kind of ["goal", "task", "progress", "agreement"]) {
    assert.deepEqual(lines({ kind, body: { words: "Sleep better." } }), ["Sleep better."]);
    assert.deepEqual(lines({ kind, body: { words: "" } }), []);
  }
  assert.deepEqual(lines({ kind: "arrangement", body: { fields: { meet: "The gate.", dogs: "" } } }), ["The gate."]);
  assert.deepEqual(lines({ kind: "reflection", body: { answers: { safety: "My coat." } } }), ["My coat."]);
  assert.deepEqual(lines({ kind: "tip", body: { title: "Stick", text: "It is steep." } }), ["Stick", "It is steep."]);
  for (const kind of ["arrangement", "reflection"]) assert.deepEqual(lines({ kind, body: {} }), []);
  for (const kind of ["preference", "something newer"]) assert.deepEqual(lines({ kind, body: { words: "?" } }), []);
});

test("everything on the phone leads to the page on which it stands, and a deletion nowhere", () => {
  const where = {
    check_in: "/check-ins#walk", talking_point: "/talking-points#walk", preparation: "/prepare", tip: "/prepare", goal: "/together",
    task: "/together", progress: "/together", agreement: "/together", arrangement: "/together", reflection: "/reflect",
    preference: "/reminders", appointment: "/", acknowledgement: "", notice: "", withheld: "", newer: "",
  };
  for (const [kind, address] of Object.entries(where)) {
    assert.equal(place({ kind, op: "put", record: "walk" }), address);
    assert.equal(place({ kind, op: "delete", record: "walk" }), "");
  }
});

test("whatever lies on the phone has a name, also of a kind that is newer than the app", () => {
  const called = (/** @type {string} */ kind, /** @type {any} */ body = {}) => title({ kind, op: "put", base: null, body }, "Ada");
  assert.equal(called("tip"), "A tip from Ada");
  assert.equal(called("withheld"), "Not here yet");
  assert.equal(called("notice", { about: "recovery" }), "A link to let you in again");
  assert.equal(called("notice", { about: "newer" }), "A short notice");
  assert.equal(called("newer"), "A note");
  assert.equal(title({ kind: "goal", op: "erase", base: null, body: null }, "Ada"), "Erased for good");
});
