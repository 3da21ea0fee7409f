/** Drawing a page while new words arrive. */

import assert from "node:assert/strict";
import test from "node:test";

import { inTurn } from "../../webapp/static/js/dom.js";

test("an older drawing never covers a newer one, though it takes longer", async () => {
  /** @type {string[]} */
  const drawn = [];
  const draw = inTurn(async (/** @type {string} */ what, /** @type {number} */ ms) => {
    await new Promise((over) => setTimeout(over, ms));
    drawn.push(what);
  });
  await Promise.all([draw("before", 20), draw("after", 0)]);
  assert.deepEqual(drawn, ["before", "after"]);
});

test("a drawing that fails does so to whoever asked for it, and the next one is drawn", async () => {
  const draw = inTurn((/** @type {boolean} */ fails) => (fails ? Promise.reject(new Error("full")) : "drawn"));
  const [first, second] = await Promise.allSettled([draw(true), draw(false)]);
  assert.equal(first.status, "rejected");
  assert.deepEqual(second, { status: "fulfilled", value: "drawn" });
});
