/** Taking words off this phone for good: what the server erased, and what was deleted long ago. */

/** @import { Received, Result, Change } from "./types" */
/** @import { Journal } from "./journal.js" */
/** @typedef {{ records: Set<string>, drafts: string[] }} Gone what an answer asks to be gone */

import { result } from "./database.js";
import { byRecord, headsOf } from "./standing.js";

const THIRTY_DAYS_MS = 30 * 24 * 3600 * 1000;

/**
 * The records that an answer says are erased, and the drafts that are about them. A draft has to be
 * opened for that, which nobody can wait for inside a transaction.
 * @param {Journal} journal @param {Change[]} changes @param {Result[]} results
 * @returns {Promise<Gone>}
 */
export async function erasedBy(journal, changes, results) {
  const refused = new Set(results.filter(({ code }) => code === "erased").map(({ entry }) => entry));
  const waiting = refused.size ? await journal.waiting() : [];
  const erased = [...changes.filter(({ op }) => op === "erase"), ...waiting.filter(({ entry }) => refused.has(entry))];
  const records = new Set(erased.map(({ record }) => record));
  const drafts = records.size ? await journal.drafts.all() : [];
  return { records, drafts: drafts.filter(({ record }) => records.has(record)).map(({ id }) => id) };
}

/** Empty what was received of them, and drop the rest. @param {Record<string, IDBObjectStore>} stores @param {Gone} gone */
export async function erase({ entries, outbox, drafts }, gone) {
  for (const id of gone.drafts) drafts.delete(id);
  for (const record of gone.records) {
    empty(entries, await result(entries.index("record").getAll(record)));
    for (const order of await result(outbox.index("record").getAllKeys(record))) outbox.delete(order);
  }
}

/**
 * Once a day, empty what deletions cover that have stood for thirty days, as the server does; by its
 * clock, since a phone's own may be wrong by years.
 * @param {import("./database.js").Database} database @param {string} serverTime
 */
export async function emptyLongDeleted(database, serverTime) {
  const today = serverTime.slice(0, 10);
  return database.write(["entries", "outbox", "meta"], async ({ entries, outbox, meta }) => {
    if ((await result(meta.get("emptied_on"))) === today) return;
    const waits = new Set((await result(outbox.getAll())).map(({ record }) => record));
    for (const [record, rows] of byRecord(await result(entries.getAll()))) {
      if (!waits.has(record) && isLongDeleted(rows, Date.parse(serverTime))) empty(entries, rows);
    }
    meta.put(today, "emptied_on");
  });
}

/** Pure: text beats deletion, so only where every head is one. @param {Received[]} rows @param {number} now */
export function isLongDeleted(rows, now) {
  const heads = headsOf(rows);
  return heads.length > 0 && heads.every(({ op, received_at }) =>
    op === "delete" && Date.parse(received_at) <= now - THIRTY_DAYS_MS);
}

/** @param {IDBObjectStore} entries @param {Received[]} rows */
function empty(entries, rows) {
  for (const row of rows) if (row.sealed) entries.put({ ...row, sealed: null });
}
