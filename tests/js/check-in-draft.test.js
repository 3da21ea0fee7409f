/** Ben opens a check-in: the one he left, or a new one. */

import assert from "node:assert/strict";
import test, { after } from "node:test";

import { CheckInDraft } from "../../webapp/static/js/check-in-draft.js";
import { blank } from "../../webapp/static/js/check-ins.js";
import { news } from "../../webapp/static/js/sending.js";

after(() => news.close()); // an open channel would keep Node running

const HOUR_MS = 3_600_000;
const STARTED = new Date(Date.now() - 2 * HOUR_MS);
/** A walk that ended an hour ago. */
const WALK = { record: "walk", current: { body: { starts_at: STARTED.toISOString(), minutes: 60, setting: "walk_and_talk", state: "booked" } } };
/** One that goes on by plan. */
const LONG = { ...WALK, current: { body: { ...WALK.current.body, minutes: 180 } } };

/** Ben opens it on a phone on which these were left. @param {string} address @param {import("../../webapp/static/js/types").Draft[]} left */
const opens = async (address, ...left) => /** @type {CheckInDraft} */ (await opensIn([WALK], address, ...left));

/** @param {object[]} diary @param {string} address @param {import("../../webapp/static/js/types").Draft[]} left */
function opensIn(diary, address, ...left) {
  /** @type {any} */
  const journal = {
    drafts: { of: async () => left }, standing: async () => diary,
    newest: async () => ({ standings: [] }), record: async () => undefined,
  };
  return CheckInDraft.of(journal, address, "online");
}

test("a check-in that Ben begins for another session says so for good, and is about none in the diary", async () => {
  const { draft } = await opens("other");
  assert.deepEqual([draft.isOther, draft.said.appointment], [true, null]);
  const { draft: again, wasLeft } = await opens("other", draft);
  assert.deepEqual([again, wasLeft], [draft, true]);
});

test("beside it, the session in the diary has a check-in of its own", async () => {
  const { draft: other } = await opens("other");
  const { draft, wasLeft } = await opens("", other);
  assert.deepEqual([draft.said.appointment, wasLeft, other.said.appointment], ["walk", false, null]);
});

test("what Ben began while the walk went on becomes about it when he goes on", async () => {
  const early = blank("walk_and_talk", new Date(+STARTED + HOUR_MS / 2));
  const { draft, isChanged } = await opens("", early);
  assert.deepEqual([draft, draft.said.appointment, isChanged], [early, "walk", false]);
});

test("the walk that still goes on by plan may be over: its check-in is about it, in its setting", async () => {
  const { said, step } = /** @type {CheckInDraft} */ (await opensIn([LONG], "")).draft;
  assert.deepEqual([said.appointment, said.setting, step], ["walk", "walk_and_talk", "safety"]);
  assert.ok(Date.parse(said.happened_at) <= Date.now());
});

test("what nothing was said in yet may still be about another session; an answer, or a choice, settles it", async () => {
  assert.equal((await opens("")).isUntouched, true);
  for (const said of [{ ratings: { safety: 3 } }, { setting: "online" }, { words: "It rained." }]) {
    const open = await opens("");
    Object.assign(open.said, said);
    assert.equal(open.isUntouched, false);
  }
  assert.equal((await opens("", blank("online", STARTED))).isUntouched, false);
});

test("any that Ben left can be opened by its name; in place of one that is gone, none begins", async () => {
  const left = blank("online", STARTED);
  assert.equal((await opens(left.record, left)).draft, left);
  assert.equal(await opens(left.record), null);
});
