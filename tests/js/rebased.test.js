/** Bea goes on with what she left, and what it changes has gone on meanwhile. */

import assert from "node:assert/strict";
import test, { after } from "node:test";

import { rebased } from "../../webapp/static/js/rebased.js";
import { news } from "../../webapp/static/js/sending.js";
import { asOne } from "../../webapp/static/js/talking-points.js";

/** @import { Draft, Standing, TalkingPoint } from "../../webapp/static/js/types" */

after(() => news.close()); // an open channel would keep Node running

/** @type {TalkingPoint} */
const SENT = { check_in: null, words: "Money.", route: "send", state: "open", shared: true };
/** @type {Draft<TalkingPoint>} */
const LEFT = {
  id: "draft", mark: "m", record: "point", base: "first", resolves: [], kind: "talking_point", step: "words",
  said: { ...SENT, words: "I want to talk about fees." }, stood: SENT,
};

/** What stands now. @param {...Partial<TalkingPoint>} texts */
function stands(...texts) {
  const heads = texts.map((text, at) => ({ entry: `now-${at}`, body: { ...SENT, ...text } }));
  return /** @type {Standing} */ (/** @type {unknown} */ ({ record: "point", heads, current: heads[0], deletions: [], deleted: false }));
}

/** @param {Standing | undefined} standing @param {Partial<Draft<TalkingPoint>>} left */
const goesOn = (standing, left = {}) => rebased({ ...LEFT, ...left }, standing, asOne, ["words"]);

test("what she put right and stopped sharing stays so, and her words are those of the draft", () => {
  const { base, said, mark } = goesOn(stands({ state: "put_right", shared: false }));
  assert.deepEqual([base, mark], ["now-0", "m"]);
  assert.deepEqual(said, { ...SENT, state: "put_right", shared: false, words: "I want to talk about fees." });
});

test("words that she wrote on another device meanwhile stay a version of their own", () => {
  assert.deepEqual(goesOn(stands({ words: "Sleep.", state: "put_right" })), LEFT);
});

test("words that the draft says too are not lost, also where it was new when another tab kept it", () => {
  const { base, said } = goesOn(stands({}), { base: null, stood: undefined, said: { ...SENT, words: "Money. And sleep." } });
  assert.deepEqual([base, said.words], ["now-0", "Money. And sleep."]);
});

test("several versions, a deletion and what is not there leave it as it was", () => {
  const deleted = { ...stands({}), deleted: true };
  for (const each of [stands({}, {}), deleted, undefined]) assert.deepEqual(goesOn(each), LEFT);
});

test("answers in another order are the same answers", () => {
  const before = stands({ state: "raised" });
  before.current.body.ratings = { safety: 1, goals: 2 };
  const said = /** @type {any} */ ({ ...LEFT.said, ratings: { goals: 2, safety: 1 } });
  const on = rebased({ ...LEFT, said }, before, asOne, ["words", /** @type {any} */ ("ratings")]);
  assert.equal(on.base, "now-0");
});
