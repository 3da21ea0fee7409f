/** Where Ben goes on with what he left half way. */

import assert from "node:assert/strict";
import test from "node:test";

import { goesOn } from "../../webapp/static/js/kinds.js";

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
