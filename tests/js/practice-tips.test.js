/** The practice's word on tips, as Bea's phone puts it together with the built-in ones. */

import assert from "node:assert/strict";
import test from "node:test";

import { practiceTips, standingFor } from "../../webapp/static/js/tips.js";

/** @import { Standing, Tip } from "../../webapp/static/js/types" */

const QUIET = "online-quiet-screen";
const ITS_RECORD = "3ec6d412-1cf2-5546-91a8-850077e15d6f";

/** @param {string} record @param {Partial<Tip>} about @param {boolean} deleted */
function standing(record, about = {}, deleted = false) {
  const body = { setting: "online", title: "A title", text: "A text.", state: "on", ...about };
  return /** @type {Standing} */ (/** @type {unknown} */ ({ record, deleted, current: { body } }));
}

test("the record of a built-in tip has the name that the server gives it", async () => {
  assert.equal(await standingFor(QUIET), ITS_RECORD);
});

test("what is said of a built-in tip is found by its own id", async () => {
  const { words, own } = await practiceTips([standing(ITS_RECORD, { state: "off" })], [QUIET, "online-test-first"]);
  assert.deepEqual([...words.keys()], [QUIET]);
  assert.equal(words.get(QUIET)?.state, "off");
  assert.deepEqual(own, []);
});

test("a tip of the practice's own is there until it is off or deleted", async () => {
  const [on, off, gone] = [standing("on"), standing("off", { state: "off" }), standing("gone", {}, true)];
  const { own } = await practiceTips([on, off, gone], [QUIET]);
  assert.deepEqual(own.map(({ id }) => id), ["on"]);
});

test("a built-in tip that is as it was is nothing to speak of", async () => {
  const { words } = await practiceTips([standing(ITS_RECORD, {}, true)], [QUIET]);
  assert.equal(words.size, 0);
});
