/** Ben begins a check-in, and changes one. What needs a phone's database is in the browser tests. */

import assert from "node:assert/strict";
import test, { after } from "node:test";

import { begun, blank, changing, readings, setShared } from "../../webapp/static/js/check-ins.js";
import { RATINGS } from "../../webapp/static/js/said.js";
import { news } from "../../webapp/static/js/sending.js";
import { standing } from "../../webapp/static/js/standing.js";

after(() => news.close()); // an open channel would keep Node running

const EVENING = new Date("2026-11-23T18:00:00Z");

/** Ben's check-in as it stands. */
function kept() {
  const said = { ...blank("walk_and_talk", EVENING).said, ratings: { safety: 3 }, words: "It felt too fast." };
  const [found] = standing([{
    entry: "first", record: "the walk", base: null, resolves: [], kind: "check_in", schema: 1, op: "put",
    written_at: EVENING.toISOString(), zone: "Europe/London", author: "ben", body: said, seq: 1, state: "received",
  }]);
  return found;
}

test("a new check-in says nothing for Ben: no rating, no words, not shared", () => {
  const { base, said } = blank("in_person", EVENING);
  assert.equal(base, null);
  assert.deepEqual(said, {
    appointment: null, setting: "in_person", ratings: {}, felt_off: false, words: "", shared: false,
    happened_at: "2026-11-23T18:00:00.000Z",
  });
});

test("a new check-in begins with the first question", () => {
  assert.equal(blank("online").step, RATINGS[0]);
});

/** A walk that is planned to end at 18:50. */
const WALK = /** @type {import("../../webapp/static/js/types").Standing} */ (/** @type {unknown} */ ({
  record: "thursday", current: { body: { starts_at: "2026-11-23T18:00:00Z", minutes: 50, setting: "walk_and_talk" } },
}));
const LATER = new Date("2026-11-24T08:00:00Z");

test("a check-in for a session is about it: its setting, its day, and it asks nothing first", () => {
  const { step, said } = blank(null, LATER, WALK);
  assert.deepEqual([said.appointment, said.setting, step], ["thursday", "walk_and_talk", RATINGS[0]]);
  assert.equal(said.happened_at, "2026-11-23T18:50:00.000Z");
  assert.equal(blank(null, EVENING).step, "place");
});

test("what was begun for a session is gone on with there, and not elsewhere", () => {
  const [plain, walk] = [blank("online", new Date("2026-11-20T09:00:00Z")), blank(null, LATER, WALK)];
  assert.equal(begun([plain, walk], WALK), walk);
  assert.equal(begun([plain, walk], undefined), plain);
  assert.equal(begun([plain], WALK), undefined);
  assert.equal(begun([walk], undefined, true), undefined);
});

test("what is left of a session that cannot be checked in for any more is gone on with all the same", () => {
  const walk = blank(null, LATER, WALK);
  assert.equal(begun([walk], undefined), walk);
});

const EARLY = blank("walk_and_talk", new Date("2026-11-23T18:40:00Z"));

test("what was begun while the session went on turns out to be about it", () => {
  assert.equal(begun([EARLY], WALK), EARLY);
  assert.equal(begun([EARLY], WALK, true), undefined);
});

test("what Ben began for another session is never taken for the one in the diary", () => {
  const other = { ...blank("online", LATER), isOther: true };
  assert.deepEqual([begun([other], WALK), begun([other], WALK, true)], [undefined, other]);
  assert.deepEqual([begun([other, EARLY], WALK), begun([other, EARLY], WALK, true)], [EARLY, other]);
  assert.equal(begun([other], undefined), other);
});

test("of two that Ben began early, the session has the one that names it, and the other is left", () => {
  const named = blank(null, LATER, WALK);
  assert.deepEqual([begun([EARLY, named], WALK), begun([EARLY, named], WALK, true)], [named, EARLY]);
});

test("a change is never what was begun", () => {
  assert.equal(begun([changing(kept())], undefined), undefined);
});

test("two check-ins of the same moment are two records", () => {
  assert.notEqual(blank("online", EVENING).record, blank("online", EVENING).record);
});

test("changing a check-in begins with what stands, and names it", () => {
  const { record, base, step, said } = changing(kept());
  assert.deepEqual([record, base, step], ["the walk", "first", RATINGS[0]]);
  assert.deepEqual([said.words, said.ratings], ["It felt too fast.", { safety: 3 }]);
});

test("changing what stands twice makes one of both, and names all that it follows", () => {
  const stands = kept();
  const other = { ...stands.current, entry: "other", body: { ...stands.current.body, words: "We stood." } };
  const deletion = { ...stands.current, entry: "deletion", op: /** @type {const} */ ("delete"), body: null };
  const { base, resolves, step, said } = changing({ ...stands, heads: [stands.current, other], deletions: [deletion] });
  assert.deepEqual([base, resolves, step], ["first", ["other", "deletion"], "end"]);
  assert.equal(said.words, "We stood.\n\nIt felt too fast.");
});

test("a change that Ben does not keep leaves what stands as it was", () => {
  const stands = kept();
  const { said } = changing(stands);
  said.ratings.safety = 0;
  said.words = "On second thoughts";
  assert.deepEqual(stands, kept());
});

test("sharing again what came back beside a deletion is the end of the deletion", async () => {
  /** @type {any[]} */
  const entries = [];
  const journal = /** @type {any} */ ({ keep: async (/** @type {any} */ about, /** @type {any} */ body) => entries.push({ ...about, shared: body.shared }) });
  const deletion = /** @type {any} */ ({ entry: "deletion", op: "delete", body: null });
  await setShared(journal, { ...kept(), deletions: [deletion] }, true);
  assert.deepEqual(entries, [{ record: "the walk", base: "first", resolves: ["deletion"], kind: "check_in", shared: true }]);
});

test("what Ada read is said of Ada, also when Ben sees Olga by now", async () => {
  /** @param {string} author @param {string} of */
  const read = (author, of) => ({ current: { author, seq: 7, body: { of, read_at: EVENING.toISOString() } } });
  const journal = /** @type {import("../../webapp/static/js/journal").Journal} */ (/** @type {unknown} */ ({
    standing: async () => [read("ada", "the walk"), read("olga", "the call")],
    recall: async () => ({ therapist: { id: "olga", name: "Olga" }, former: [{ id: "ada", name: "Ada" }] }),
  }));
  const found = await readings(journal);
  assert.deepEqual([found.get("the walk").by, found.get("the call").by], ["Ada", undefined]);
});
