/** What Ben deleted long ago, and what was erased for him, on his phone. */

import assert from "node:assert/strict";
import test from "node:test";

import { isLongDeleted } from "../../webapp/static/js/erasing.js";
import { sync } from "../../webapp/static/js/sync.js";
import { Phone, Server, problem } from "./in-memory.js";

/** @import { Received } from "../../webapp/static/js/types" */

const DAY_MS = 24 * 3600 * 1000;
const NOW = Date.parse("2026-11-23T18:00:00Z");

/**
 * An entry of the walk, received some days ago.
 * @param {string} entry @param {number} days @param {Partial<Received>} about @returns {Received}
 */
const row = (entry, days, about = {}) => ({
  entry, record: "the walk", base: null, resolves: [], kind: "check_in", schema: 1, op: "put",
  written_at: "2026-10-01T18:04:00Z", zone: "Europe/London", author: "ben", seq: 1,
  received_at: new Date(NOW - days * DAY_MS).toISOString(), sealed: null, ...about,
});

const WALK = row("walk", 60);
/** @param {number} days @param {Partial<Received>} about */
const deletion = (days, about = {}) => row("deleted", days, { base: "walk", op: "delete", ...about });

/** @type {[string, Received[], boolean][]} */
const RECORDS = [
  ["was never deleted", [WALK], false],
  ["was deleted yesterday", [WALK, deletion(1)], false],
  ["was deleted not quite thirty days ago", [WALK, deletion(29.9)], false],
  ["was deleted thirty days ago", [WALK, deletion(30)], true],
  ["was changed elsewhere meanwhile", [WALK, deletion(40), row("elsewhere", 50, { base: "walk" })], false],
  ["was brought back", [WALK, deletion(40), row("back", 39, { base: "deleted" })], false],
  ["was deleted on two phones", [WALK, deletion(40), deletion(31, { entry: "too" })], true],
  ["was deleted on a second phone lately", [WALK, deletion(40), deletion(2, { entry: "too" })], false],
];

for (const [what, rows, is] of RECORDS) {
  test(`a check-in that ${what} is ${is ? "emptied" : "kept as it is"}`, () => {
    assert.equal(isLongDeleted(rows, NOW), is);
  });
}

test("entries that name each other are not taken for deleted", () => {
  const one = deletion(40, { entry: "one", base: "other" });
  assert.equal(isLongDeleted([one, { ...one, entry: "other", base: "one" }], NOW), false);
});

test("a phone whose account was closed asks once, and says so", async () => {
  const [ben, server] = [new Phone("ben"), new Server()];
  await ben.writes("It felt too fast.");
  server.next(() => problem(410, "account_erased"));
  assert.deepEqual(await sync(ben, server.post), { state: "erased" });
  assert.equal(server.asked.length, 1);
});

test("an invitation that is gone is not an account that was closed", async () => {
  const [ben, server] = [new Phone("ben"), new Server()];
  server.next(() => problem(410, "invitation_gone"));
  assert.notDeepEqual(await sync(ben, server.post), { state: "erased" });
});
