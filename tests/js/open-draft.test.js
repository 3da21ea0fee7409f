/** Bea writes, thinks better of it, or goes on in another tab: what of it is on the disk. */

import assert from "node:assert/strict";
import test, { after } from "node:test";

import { Drafts } from "../../webapp/static/js/drafts.js";
import { freshKey, workingKey } from "../../webapp/static/js/sealing.js";
import { news } from "../../webapp/static/js/sending.js";
import { PointDraft } from "../../webapp/static/js/talking-points.js";

after(() => news.close()); // an open channel would keep Node running

const WORDS = "You looked at the clock.";

/** A phone on which nothing is written yet. */
async function phone() {
  const rows = new Map();
  const asked = (/** @type {any} */ result) => {
    const request = { result, onsuccess: () => {} };
    queueMicrotask(() => request.onsuccess());
    return request;
  };
  const drafts = {
    get: (/** @type {string} */ id) => asked(rows.get(id)), getAll: () => asked([...rows.values()]),
    put: (/** @type {{ record: string }} */ row) => rows.set(row.record, row), delete: (/** @type {string} */ id) => rows.delete(id),
  };
  const database = { write: async (/** @type {any} */ _, /** @type {any} */ work) => work({ drafts }), read: async (/** @type {any} */ work) => work({ drafts }) };
  /** @type {any} */
  const journal = { database, key: await workingKey(freshKey()), record: async () => undefined };
  return Object.assign(journal, { drafts: new Drafts(journal) });
}

/** What is being written on it. @param {any} journal */
const left = async (journal) => (await journal.drafts.all()).map((/** @type {any} */ { said }) => said.words);

/** Something to talk about. @param {any} journal */
const begins = async (journal) => /** @type {PointDraft} */ (await PointDraft.of(journal, "", null));

/** @param {PointDraft} open @param {string} words */
function writes(open, words) {
  open.said.words = words;
  return open.save();
}

test("what Bea takes out again is not there the next time, also where it was left earlier", async () => {
  const journal = await phone();
  const open = await begins(journal);
  await writes(open, WORDS);
  await writes(open, "");
  assert.deepEqual(await left(journal), []);
  await writes(open, WORDS);
  await writes(await begins(journal), "");
  assert.deepEqual(await left(journal), []);
});

test("what she writes after that is a draft again, and one only", async () => {
  const journal = await phone();
  const open = await begins(journal);
  for (const words of [WORDS, "", "Never mind.", "Never mind it."]) await writes(open, words);
  assert.deepEqual(await left(journal), ["Never mind it."]);
});

test("the tab in which it was begun does not bring back what she went on with in another, and ended", async () => {
  const journal = await phone();
  const open = await begins(journal);
  await writes(open, WORDS);
  const other = await begins(journal);
  await other.drop();
  await open.save(); // it is put away
  assert.deepEqual(await left(journal), []);
});

test("what she writes there since is hers all the same", async () => {
  const journal = await phone();
  const open = await begins(journal);
  await writes(open, WORDS);
  await (await begins(journal)).drop();
  await writes(open, `${WORDS} Twice.`);
  assert.deepEqual(await left(journal), [`${WORDS} Twice.`]);
});
