/** What the phone says to Ben about days, states and who sees what. */

import assert from "node:assert/strict";
import test from "node:test";

import {
  beforeDeleting, beforeSigningOut, day, deleted, elsewhere, left, leftInWords, locked, more, onThisPhone, reached, state, tried, waiting, when,
  whoInShort, whoSees, why,
} from "../../webapp/static/js/words.js";

const NOW = new Date(2026, 10, 23, 12);

test("a day of this year has its weekday, and no year", () => {
  const said = day(new Date(2026, 2, 3, 18, 30).toISOString(), NOW);
  assert.match(said, /^Tuesday,? 3 March$/); // some browsers say it with a comma
});

test("a day of another year has its year", () => {
  assert.equal(day(new Date(2025, 10, 23, 12).toISOString(), NOW), "23 November 2025");
});

test("an evening check-in is of the day that it was where Ben is", () => {
  assert.match(day(new Date(2026, 10, 22, 23, 59).toISOString(), NOW), /^Sunday,? 22 November$/);
});

test("what Ada's server has is received", () => {
  assert.equal(state("received"), "Received");
});

test("what was refused needs attention", () => {
  assert.equal(state("refused"), "Needs attention");
});

test("what waits is saved, and goes by itself only where the browser can", () => {
  assert.equal(state("waiting", true), "Saved on this phone. It goes when you have signal.");
  assert.match(state("waiting"), /^Saved on this phone\. .* when you next open Footing with signal\.$/);
});

/** @param {boolean} shared @param {"received" | "waiting" | "refused"} state @param {boolean} sharedThere */
const sees = (shared, state, sharedThere) => {
  const head = /** @type {any} */ ({ op: "put", body: { shared } });
  return whoSees({ heads: [head], deletions: [], state, sharedThere }, "Ada");
};

test("Ben alone sees what he keeps to himself, wherever it is", () => {
  assert.equal(sees(false, "received", false), "Only you can see this.");
  assert.equal(sees(false, "waiting", false), "Only you can see this.");
});

test("Ada sees what is shared once it has arrived, and Ben is told so", () => {
  assert.equal(sees(true, "received", true), "Ada can see this.");
  assert.equal(sees(true, "waiting", false), "Ada can see this once it has arrived.");
  assert.equal(sees(true, "refused", false), "Ada can see this once it has arrived.");
});

test("Ben is not told that Ada sees nothing while the server still shows her the version before", () => {
  assert.match(sees(false, "waiting", true), /^Ada can see the earlier version until this one has arrived/);
  assert.match(sees(true, "waiting", true), /^Ada can see the earlier version until this one has arrived/);
});

test("one thing waits, and several wait", () => {
  assert.match(waiting(1), /^1 .* waits on this phone\./);
  assert.match(waiting(3), /^3 .* wait on this phone\./);
  assert.match(waiting(1, "update_needed"), / It needs the newest version/);
  assert.match(waiting(3, "update_needed"), / They need the newest version/);
  assert.match(waiting(1, "defect"), / The server could not read it; it is safe here\.$/);
  assert.match(waiting(3, "defect"), / The server could not read them; they are safe here\.$/);
});

test("after “Send now” Ben hears that it could not go, and that it is safe; nothing where it went", () => {
  assert.equal(tried("offline"), "It could not go just now. It is safe here.");
  assert.match(tried("later"), /asked to wait a little\. It is safe here\.$/);
  for (const outcome of ["done", "signed_out", "wrong_account", "defect", "update_needed"]) assert.equal(tried(outcome), "");
});

test("what is left to write is counted as the server counts: an emoji is one", () => {
  assert.equal(left("", 2000), 2000);
  assert.equal(left("It felt too fast.", 20), 3);
  assert.equal(left("🌧️ é", 10), 6); // cloud, its variation, a space, a letter
});

test("whoever writes too much is told by how much", () => {
  assert.equal(leftInWords(left("abcdef", 4)), "2 characters too many");
  assert.equal(leftInWords(-1), "1 character too many");
  assert.deepEqual([leftInWords(200), leftInWords(201)], ["200 characters left", ""]);
});

/** @param {boolean} shared */
const version = (shared) => /** @type {any} */ ({ op: "put", body: { shared } });
const DELETION = /** @type {any} */ ({ op: "delete", body: null });

/** @param {boolean[]} shared of each version, the newest first @param {"received" | "waiting"} state */
const seesOf = (shared, state = "received") =>
  whoSees({ heads: shared.map(version), deletions: [], state, sharedThere: false }, "Ada");

test("Ben is told that what came back is seen by him alone, and why", () => {
  const back = { heads: [version(false)], deletions: [DELETION], state: /** @type {const} */ ("received") };
  assert.equal(whoSees({ ...back, sharedThere: false }, "Ada"), "Only you can see this, because you deleted it in one place.");
});

test("while Ben's stopping to share waits on his phone, no list says that only he can see it", () => {
  const standing = { heads: [version(false)], deletions: [], state: /** @type {const} */ ("waiting"), sharedThere: true };
  assert.equal(whoInShort(standing, "Ada"), "Ada sees the earlier version");
  assert.equal(whoInShort({ ...standing, sharedThere: false }, "Ada"), "only you");
  assert.equal(whoInShort({ ...standing, heads: [version(true)], sharedThere: false }, "Ada"), "shared with Ada");
});

test("while no answer has told what has arrived, Ben is told that Ada may see what he shares no more", () => {
  const standing = { heads: [version(false)], deletions: [], state: /** @type {const} */ ("waiting"), sharedThere: /** @type {const} */ ("perhaps") };
  assert.equal(whoSees(standing, "Ada"), "Ada may see the earlier version until this one has arrived.");
  assert.equal(whoInShort(standing, "Ada"), "Ada may see the earlier version");
  assert.equal(whoSees({ ...standing, heads: [version(true)] }, "Ada"), "Ada can see this once it has arrived.");
  assert.equal(deleted(standing, "Ada"), "Deleted. Ada may see it until this has arrived.");
});

test("what Ben deletes Ada can see until that has arrived", () => {
  assert.equal(beforeDeleting({ sharedThere: true }, "Ada"), "You will not see it any more, and neither will Ada once this has arrived.");
  assert.equal(deleted({ sharedThere: true }, "Ada"), "Deleted. Ada can see it until this has arrived.");
  assert.deepEqual([beforeDeleting({ sharedThere: false }, "Ada"), deleted({ sharedThere: false }, "Ada")], ["You will not see it any more.", "Deleted."]);
});

test("a list says of a record what is to be looked at", () => {
  assert.equal(more([version(true)], []), "");
  assert.equal(more([version(true), version(true)], []), "2 versions");
  assert.equal(more([version(false), version(false)], [DELETION]), "2 versions · deleted in one place");
});

test("of several versions Ada sees the newest, if all are shared", () => {
  assert.equal(seesOf([true, true]), "Ada can see the newest of these.");
  assert.match(seesOf([true, true], "waiting"), /once it has arrived/);
});

test("Ben is told why Ada sees none of several versions", () => {
  assert.equal(seesOf([true, false]), "Only you can see this, because one of these is only for you.");
  assert.equal(seesOf([false, false]), "Only you can see this.");
});

test("today is said without its name, another day with it", () => {
  assert.equal(when(new Date(2026, 10, 23, 9, 5).toISOString(), NOW), "today at 09:05");
  assert.match(when(new Date(2026, 10, 22, 9, 5).getTime(), NOW), /^on Sunday,? 22 November at 09:05$/);
});

test("Ben is told when the server was last reached, or that it never was", () => {
  assert.match(reached(Date.now()), /^The server was last reached today at \d\d:\d\d\.$/);
  assert.equal(reached(undefined), "The server has not been reached from here yet.");
});

test("each reason for a refusal is a sentence, and so is one that nobody knows", () => {
  for (const code of ["too_big", "too_large", "bad_digest", "bad_request", "not_yours", "id_reused", "", "new"]) {
    assert.match(why(code), /^(It|The server) [^_]+\.$/);
  }
});

const NOTHING = { writing: 0, waiting: 0, refused: 0 };

test("what is on the phone is said in one breath", () => {
  assert.equal(onThisPhone(NOTHING), "Nothing waits. Everything has been received.");
  assert.equal(onThisPhone({ ...NOTHING, waiting: 1, refused: 1 }), "1 thing waits on this phone. 1 needs attention.");
  assert.equal(onThisPhone({ ...NOTHING, refused: 2 }), "2 need attention.");
});

test("before signing out Ben is told that what waits is locked, and goes later", () => {
  assert.match(beforeSigningOut(NOTHING), /^Nothing waits\. /);
  assert.match(beforeSigningOut({ ...NOTHING, waiting: 1 }), / It stays here, locked, .* it opens and goes\.$/);
  assert.match(beforeSigningOut({ ...NOTHING, waiting: 2 }), / They stay here, locked, .* they open and go\.$/);
});

test("nobody is sent what Ben only began, or what was refused", () => {
  for (const count of [{ writing: 1 }, { refused: 1 }]) {
    assert.match(beforeSigningOut({ ...NOTHING, ...count }), / It stays here, locked, .* you can go on with it\.$/);
  }
  const both = beforeSigningOut({ ...NOTHING, writing: 1, refused: 1 });
  assert.match(both, /^1 needs attention\. Something is still being written\. They stay here, locked, .* you can go on with them\.$/);
});

test("of what waits and what does not, Ben is told which goes", () => {
  const all = beforeSigningOut({ writing: 1, waiting: 1, refused: 1 });
  assert.match(all, /^1 thing waits on this phone\. 1 needs attention\. Something is still being written\. /);
  assert.match(all, / All of it stays here, locked, .* what waits goes, and you can go on with the rest\.$/);
});

test("what another phone of Ben's had not sent may be anything he wrote", () => {
  assert.match(elsewhere(1, NOW.toISOString()), /^A phone of yours last had 1 thing waiting, on /);
  assert.match(elsewhere(2, NOW.toISOString()), /^A phone of yours last had 2 things waiting, on /);
});

test("whoever holds the phone is told how much is locked, and nothing else", () => {
  assert.match(locked(1), /^1 thing waits here, locked\. /);
  assert.match(locked(12), /^12 things wait here, locked\. /);
});
