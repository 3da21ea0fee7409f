/** What stands of Ben's records, whatever happened to them on his phones. */

import assert from "node:assert/strict";
import test from "node:test";

import { headsOf, isShared, standing } from "../../webapp/static/js/standing.js";

/** @import { Revision } from "../../webapp/static/js/types" */

/**
 * A revision of Ben's walk, which the server has numbered.
 * @param {string} entry @param {Partial<Revision>} about @returns {Revision}
 */
const revision = (entry, about = {}) => ({
  entry, record: "the walk", base: null, resolves: [], kind: "check_in", schema: 1, op: "put",
  written_at: "2026-11-23T18:04:00Z", zone: "Europe/London", author: "ben", body: { words: entry },
  seq: 1, state: "received", ...about,
});

/** One that has not left his phone. @param {string} entry @param {Partial<Revision>} about */
const unsent = (entry, about = {}) => revision(entry, { seq: null, state: "waiting", ...about });

/** @param {Revision[]} revisions */
const names = (revisions) => revisions.map(({ entry }) => entry);

const FIRST = revision("first");
const ON_PHONE = revision("on the phone", { seq: 2, base: "first" });
const ON_TABLET = revision("on the tablet", { seq: 3, base: "first" });
const DELETED = revision("deleted", { seq: 4, base: "first", op: "delete", body: null });

/** What stands of the one record in these. @param {Revision[]} revisions */
function one(...revisions) {
  const stood = standing(revisions);
  assert.equal(stood.length, 1);
  return stood[0];
}

test("nothing stands where nothing was written", () => {
  assert.deepEqual(standing([]), []);
});

test("a check-in that Ben never changed stands as it is", () => {
  const { record, heads, current, deleted, state } = one(FIRST);
  assert.deepEqual([record, names(heads), current.entry], ["the walk", ["first"], "first"]);
  assert.deepEqual([deleted, state], [false, "received"]);
});

test("what Ben changed stands, and what it was before does not", () => {
  const again = revision("again", { seq: 3, base: "on the phone" });
  assert.deepEqual(names(one(FIRST, ON_PHONE, again).heads), ["again"]);
});

test("a change that was numbered before what it changes still stands", () => {
  const early = revision("changed", { seq: 1, base: "first" });
  assert.deepEqual(names(one(early, revision("first", { seq: 2 })).heads), ["changed"]);
});

test("a change of something that this phone has never seen stands", () => {
  assert.deepEqual(names(one(ON_PHONE).heads), ["on the phone"]);
});

test("what Ben wrote on two phones is both kept, the later number first", () => {
  const { heads, current } = one(FIRST, ON_PHONE, ON_TABLET);
  assert.deepEqual(names(heads), ["on the tablet", "on the phone"]);
  assert.equal(current.entry, "on the tablet");
});

test("what Ben has just written counts before what came from his tablet", () => {
  const { heads } = one(FIRST, ON_TABLET, unsent("just now", { base: "first" }));
  assert.deepEqual(names(heads), ["just now", "on the tablet"]);
});

test("of two versions that wait, the later one counts, as it will when both are numbered", () => {
  const waiting = [unsent("in one tab", { base: "first" }), unsent("in another", { base: "first" })];
  const numbered = waiting.map((each, n) => ({ ...each, seq: 2 + n }));
  assert.deepEqual(names(one(FIRST, ...waiting).heads), ["in another", "in one tab"]);
  assert.deepEqual(names(one(FIRST, ...numbered).heads), ["in another", "in one tab"]);
});

test("two versions that Ben joined are one", () => {
  const joined = revision("joined", { seq: 4, base: "on the phone", resolves: ["on the tablet"] });
  assert.deepEqual(names(one(FIRST, ON_PHONE, ON_TABLET, joined).heads), ["joined"]);
});

test("what a joining did not name stays beside it", () => {
  const joined = revision("joined", { seq: 5, base: "on the phone", resolves: ["on the tablet"] });
  const third = revision("on a borrowed phone", { seq: 4, base: "first" });
  const { heads } = one(FIRST, ON_PHONE, ON_TABLET, third, joined);
  assert.deepEqual(names(heads), ["joined", "on a borrowed phone"]);
});

test("what Ben deleted is deleted", () => {
  const { heads, deleted } = one(FIRST, DELETED);
  assert.deepEqual([names(heads), deleted], [["deleted"], true]);
});

test("a text beats a deletion, even a later one", () => {
  const { heads, current, deleted } = one(FIRST, ON_PHONE, DELETED);
  assert.deepEqual([names(heads), current.entry, deleted], [["on the phone"], "on the phone", false]);
});

test("a deletion that a text survived is named, so that Ben can be asked", () => {
  assert.deepEqual(names(one(FIRST, ON_PHONE, DELETED).deletions), ["deleted"]);
  assert.deepEqual(one(FIRST, ON_PHONE).deletions, []);
  assert.deepEqual(one(FIRST, DELETED).deletions, []);
});

const SHARED = { words: "It rained.", shared: true };
const STALE = revision("from before", { seq: 5, base: "first", body: SHARED });

test("a text that comes back beside a deletion is for Ben alone, here and at the server", () => {
  const { heads, sharedThere } = one(revision("first", { body: SHARED }), DELETED, STALE);
  assert.deepEqual([heads[0].body, isShared(heads), sharedThere], [{ words: "It rained.", shared: false }, false, false]);
});

test("what Ben deletes without signal is for him alone here, and Ada sees it until that has arrived", () => {
  const deletion = unsent("deleted", { base: "first", op: "delete", body: null });
  const { heads, sharedThere } = one(revision("first", { body: SHARED }), STALE, deletion);
  assert.deepEqual([isShared(heads), sharedThere], [false, true]);
});

test("what left Ben's phone without an answer may be with Ada, whatever he says of it here", () => {
  const said = unsent("said", { body: SHARED, attempted: true });
  const unsaid = unsent("unsaid", { base: "said", body: { ...SHARED, shared: false } });
  assert.equal(one(said, unsaid).sharedThere, "perhaps");
  assert.equal(one(said, { ...unsaid, attempted: true }).sharedThere, "perhaps");
  assert.equal(one({ ...said, attempted: false }, unsaid).sharedThere, false);
});

test("once Ben has joined the two, it is shared as he says", () => {
  const joined = revision("joined", { seq: 6, base: "from before", resolves: ["deleted"], body: SHARED });
  const { heads, sharedThere } = one(revision("first", { body: SHARED }), DELETED, STALE, joined);
  assert.deepEqual([isShared(heads), sharedThere], [true, true]);
});

test("two texts and a deletion leave the two texts", () => {
  const { heads } = one(FIRST, ON_PHONE, ON_TABLET, DELETED);
  assert.deepEqual(names(heads), ["on the tablet", "on the phone"]);
});

test("what Ben deleted on both phones is deleted", () => {
  const too = revision("deleted too", { seq: 5, base: "first", op: "delete", body: null });
  assert.equal(one(FIRST, DELETED, too).deleted, true);
});

test("what Ben deleted in every version is deleted", () => {
  const all = { ...DELETED, base: "on the phone", resolves: ["on the tablet"] };
  assert.deepEqual(names(headsOf([FIRST, ON_PHONE, ON_TABLET, all])), ["deleted"]);
});

const ERASED = revision("erased", { seq: 2, base: "first", op: "erase", body: null });

test("of what the server erased nothing stands, whatever Ben wrote elsewhere meanwhile", () => {
  const late = unsent("late", { base: "first" });
  assert.deepEqual(standing([FIRST, ERASED]), []);
  assert.deepEqual(standing([FIRST, ERASED, ON_TABLET, DELETED, late]), []);
});

test("what was erased takes nothing else with it", () => {
  const later = revision("Tuesday", { record: "the call", seq: 3 });
  assert.deepEqual(standing([FIRST, ERASED, later]).map(({ record }) => record), ["the call"]);
});

test("words that were emptied before their deletion has arrived are not shown", () => {
  const { deleted, sharedThere } = one({ ...FIRST, body: null });
  assert.deepEqual([deleted, sharedThere], [true, false]);
});

test("records stand in the order in which they began, unsent ones last as they were written", () => {
  const later = revision("Tuesday", { record: "the call", seq: 2 });
  const changed = revision("Monday, changed", { seq: 3, base: "first" });
  const new_ones = [unsent("a", { record: "the room" }), unsent("b", { record: "a rainy walk" })];
  const stood = standing([FIRST, later, changed, ...new_ones]);
  assert.deepEqual(stood.map(({ record }) => record), ["the walk", "the call", "the room", "a rainy walk"]);
});

test("a record that was changed without signal keeps its place", () => {
  const later = revision("Tuesday", { record: "the call", seq: 2 });
  const stood = standing([FIRST, later, unsent("changed", { base: "first" })]);
  assert.deepEqual(stood.map(({ record }) => record), ["the walk", "the call"]);
});

test("a record with a change that waits is waiting", () => {
  assert.equal(one(FIRST, unsent("changed", { base: "first" })).state, "waiting");
});

test("a record with a refused change needs attention, whatever else waits", () => {
  const refused = unsent("too long", { base: "first", state: "refused" });
  assert.equal(one(FIRST, refused, unsent("shorter", { base: "too long" })).state, "refused");
});

test("looking at what stands changes none of it", () => {
  const revisions = Object.freeze([FIRST, ON_PHONE, ON_TABLET].map((each) => Object.freeze(each)));
  assert.deepEqual(standing([...revisions]), standing([...revisions]));
});

test("an entry that names itself stands, since no other one names it", () => {
  const selfish = revision("selfish", { base: "selfish", resolves: ["selfish"] });
  assert.deepEqual(names(headsOf([selfish])), ["selfish"]);
});
