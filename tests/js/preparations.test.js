/** What Bea ticks and writes before a session, from two phones and from one session to the next. */

import assert from "node:assert/strict";
import test, { after } from "node:test";

import { asOne, BROUGHT, nothing, standsFor, stayed, wasBrought } from "../../webapp/static/js/preparations.js";
import { news } from "../../webapp/static/js/sending.js";

/** @import { Preparation, Revision, Standing } from "../../webapp/static/js/types" */

after(() => news.close()); // an open channel would keep Node running
if (!globalThis.navigator) Object.assign(globalThis, { navigator: {} }); // not every Node has one

/** @param {Partial<Preparation>} about */
const version = (about) => /** @type {Revision} */ (/** @type {unknown} */ ({ body: { ...nothing("walk"), ...about } }));

/** @param {Partial<Preparation>} about @param {boolean} deleted */
function standing(about, deleted = false) {
  const head = version(about);
  return /** @type {Standing} */ (/** @type {unknown} */ ({ deleted, heads: [head], current: head }));
}

test("of two versions every tick and every word is there, the older words first", () => {
  const both = asOne([version({ ticked: ["a", "b"], bring: "My boss." }), version({ ticked: ["b", "c"], bring: "Sleep." })]);
  assert.deepEqual(both, { appointment: "walk", ticked: ["a", "b", "c"], bring: "Sleep.\n\nMy boss.", shared: false });
});

test("they are shared only if both were", () => {
  assert.equal(asOne([version({ shared: true }), version({ shared: true })]).shared, true);
  assert.equal(asOne([version({ shared: true }), version({})]).shared, false);
});

test("each session has its own", () => {
  const [walk, call] = [standing({ appointment: "walk" }), standing({ appointment: "call" })];
  assert.equal(standsFor([walk, call], "walk"), walk);
  assert.equal(standsFor([walk], "call"), undefined);
  assert.equal(standsFor([standing({}, true)], "walk"), undefined);
});

test("what was not talked about stays for the next session", () => {
  const before = standing({ bring: "My boss." });
  assert.equal(stayed([before, standing({ appointment: "call", bring: "New." })], "call"), before);
  assert.equal(stayed([before], null), before);
});

test("what Bea wanted to bring to the same session on another device is there beside it", () => {
  const [phone, tablet] = [standing({ bring: "My boss." }), standing({ bring: "Sleep." })];
  assert.deepEqual([standsFor([phone, tablet], "walk"), stayed([phone, tablet], "walk")], [tablet, phone]);
});

test("what was talked about is done, and nothing older comes up again", () => {
  const older = standing({ appointment: "first", bring: "Sleep." });
  assert.equal(stayed([older, standing({ bring: "My boss.", ticked: [BROUGHT] })], "call"), undefined);
});

test("a session before which nothing was written leaves what is older", () => {
  const older = standing({ appointment: "first", bring: "Sleep." });
  assert.equal(stayed([older, standing({ ticked: ["a"] })], "call"), older);
});

test("of two versions that stayed every word stays, also when it is done", async () => {
  const heads = [version({ bring: "" }), version({ bring: "My boss.", ticked: ["a"] })].map((head, at) => ({ ...head, entry: `entry ${at}` }));
  const both = { ...standing({}), record: "record", heads, current: heads[0], deletions: [] };
  assert.equal(stayed([both], "call"), both);
  /** @type {any[]} */
  const kept = [];
  await wasBrought(/** @type {any} */ ({ keep: async (/** @type {any} */ ...all) => kept.push(...all) }), both);
  const [{ base, resolves }, { bring, ticked }] = kept;
  assert.deepEqual([base, resolves, bring, ticked], ["entry 0", ["entry 1"], "My boss.", ["a", BROUGHT]]);
});
