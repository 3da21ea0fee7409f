/** Bea changes what both agree, and takes that back. */

import assert from "node:assert/strict";
import test, { after } from "node:test";

import { news } from "../../webapp/static/js/sending.js";
import { standing } from "../../webapp/static/js/standing.js";
import { change, standing as matters } from "../../webapp/static/js/together.js";

after(() => news.close()); // an open channel would keep Node running
if (!globalThis.navigator) Object.assign(globalThis, { navigator: {} }); // not every Node has one

/** A goal as it is kept. @param {string} record @param {number | null} seq @param {string} author @param {object | null} body @returns {any} */
const entry = (record, seq, author, body) => ({
  entry: `${record} ${seq}`, record, base: null, resolves: [], kind: "goal", schema: 1, op: body ? "put" : "delete",
  written_at: "2026-11-25T12:00:00Z", zone: "Europe/London", author, body, seq, state: seq ? "received" : "waiting",
});

/** @param {string} words @param {string | null} replaces */
const goal = (words, replaces) => ({ words, state: "proposed", goal: null, replaces });

/** Bea's journal, which holds these and keeps more. @param {any[]} rows @returns {any} */
const holding = (...rows) => ({
  account: "bea",
  revisions: async () => rows,
  record: async (/** @type {string} */ id) => standing(rows.filter(({ record }) => record === id))[0],
  keep: async (/** @type {any} */ about, /** @type {object | null} */ body) => {
    const kept = { ...entry(about.record, null, "bea", body), ...about, resolves: about.resolves ?? [], entry: crypto.randomUUID() };
    rows.push(kept);
    return kept.entry;
  },
});

/** What of Bea's stands. @param {any} journal @param {string[]} records */
async function stands(journal, ...records) {
  const all = await Promise.all(records.map((record) => journal.record(record)));
  return all.map(({ deleted, current }) => (deleted ? null : current.body.words));
}

test("what Bea wrote on two devices and put together stands in both places again when she takes that back", async () => {
  const [phone, tablet] = [entry("phone", 2, "bea", goal("To say no.", "ada 1")), entry("tablet", 3, "bea", goal("To rest.", "ada 1"))];
  const journal = holding(entry("ada", 1, "ada", goal("To work less.", null)), phone, tablet);
  const [matter] = await matters(journal);
  const undo = await change(journal, matter, tablet, { words: "To say no, and to rest." });
  assert.deepEqual(await stands(journal, "phone", "tablet"), [null, "To say no, and to rest."]);
  await undo();
  assert.deepEqual(await stands(journal, "phone", "tablet"), ["To say no.", "To rest."]);
});
