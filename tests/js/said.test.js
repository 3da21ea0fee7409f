/** Ben wrote one check-in in two places: what it is when he makes one of it. */

import assert from "node:assert/strict";
import test from "node:test";

import { asOne, begunWith, nothing } from "../../webapp/static/js/said.js";

/** @import { CheckIn, Revision } from "../../webapp/static/js/types" */

const EVENING = new Date("2026-11-23T18:00:00Z");

/** One version. @param {Partial<CheckIn> & Record<string, unknown>} about */
const version = (about = {}) => /** @type {Revision} */ ({ body: { ...nothing("walk_and_talk", EVENING), ...about } });

/** @param {string[]} texts the newest first */
const words = (...texts) => asOne(texts.map((text) => version({ words: text }))).words;

test("one version is what it was", () => {
  const only = version({ words: "It rained.", ratings: { safety: 3 }, felt_off: true, shared: true });
  assert.deepEqual(asOne([only]), only.body);
});

test("the words of both are there, the older ones first, a blank line between", () => {
  assert.equal(words("We laughed.", "It rained."), "It rained.\n\nWe laughed.");
});

test("of three versions no word is missing", () => {
  assert.equal(words("Third.", "Second.", "First."), "First.\n\nSecond.\n\nThird.");
});

test("what stands in the other one already is not said twice", () => {
  assert.equal(words("It rained. We laughed.", "It rained."), "It rained. We laughed.");
  assert.equal(words("It rained.", "It rained. We laughed."), "It rained. We laughed.");
  assert.equal(words("It rained.", "It rained."), "It rained.");
});

test("a version without words adds no blank lines", () => {
  assert.equal(words("", "It rained."), "It rained.");
  assert.equal(words("", ""), "");
});

test("the answers, the day and the place are those of the newest", () => {
  const newest = { ratings: { safety: 4 }, setting: /** @type {const} */ ("online"), happened_at: "2026-11-22T18:00:00Z" };
  const { ratings, setting, happened_at } = asOne([version(newest), version({ ratings: { safety: 0, goals: 1 } })]);
  assert.deepEqual({ ratings, setting, happened_at }, newest);
});

test("something felt off if it did in any of them", () => {
  assert.equal(asOne([version(), version({ felt_off: true })]).felt_off, true);
  assert.equal(asOne([version(), version()]).felt_off, false);
});

test("it is shared only if each of them was", () => {
  assert.equal(asOne([version({ shared: true }), version({ shared: true })]).shared, true);
  assert.equal(asOne([version({ shared: true }), version()]).shared, false);
  assert.equal(asOne([version(), version({ shared: true })]).shared, false);
});

test("what a server would not take becomes what the form can hold, with all its words", () => {
  const odd = { words: "It rained.", setting: "on the moon", ratings: { safety: 3, goals: 9, joy: 1 }, wrong: true, happened_at: "once" };
  const { happened_at, ...said } = asOne([/** @type {any} */ ({ body: odd })]);
  assert.deepEqual(said, {
    appointment: null, setting: "in_person", ratings: { safety: 3 }, felt_off: false, words: "It rained.", shared: false,
  });
  assert.ok(Date.parse(happened_at));
});

test("making one of them changes none of them", () => {
  const heads = [version({ words: "a", ratings: { safety: 1 } }), version({ words: "b" })];
  const before = structuredClone(heads);
  asOne(heads).ratings.safety = 0;
  assert.deepEqual(heads, before);
});

const OFFERED = ["I went quiet.", "It was too fast."];

test("a sentence that Ben taps comes before his own words, and takes none of them away", () => {
  assert.equal(begunWith("It was too fast.", "The bench.", OFFERED), "It was too fast.\nThe bench.");
  assert.equal(begunWith("It was too fast.", "I went quiet. Twice.", OFFERED), "It was too fast.\nI went quiet. Twice.");
});

test("where nothing of his own stands, the sentence that Ben taps is all there is", () => {
  assert.deepEqual(["", " ", "I went quiet.\n"].map((own) => begunWith("It was too fast.", own, OFFERED)), Array(3).fill("It was too fast."));
});

test("a sentence that Ben went on from is not said twice", () => {
  assert.equal(begunWith("It was too fast.", "It was too fast. By far.", OFFERED), "It was too fast. By far.");
});
