/** Rows of what was kept, numbered or waiting, as a transaction finds them. */

/** @import { Stores } from "./database.js" */
/** @import { Received, Waiting } from "./types" */
/** @typedef {Received | Waiting} Row */

import { result } from "./database.js";
import { byRecord, headsOf, isErased } from "./standing.js";

const PAST = ["check_in", "acknowledgement"];
const AT_ONCE = 12;

/** Everything of some kinds: what is numbered, in order, then what waits. @param {Stores} stores @param {string[]} kinds */
export async function ofKinds({ entries, outbox }, kinds) {
  const all = [outbox.getAll(), ...kinds.map((kind) => entries.index("kind").getAll(kind))];
  const [unsent, ...numbered] = await Promise.all(all.map(result));
  return together(numbered.flat().sort((a, b) => a.seq - b.seq), unsent.filter(({ kind }) => kinds.includes(kind)));
}

/** Everything about one record. @param {Stores} stores @param {string} record */
export async function ofRecord({ entries, outbox }, record) {
  const [numbered, waiting] = await Promise.all([entries, outbox].map((store) => result(store.index("record").getAll(record))));
  return together(numbered, waiting);
}

/**
 * The records of one kind that still stand, from the one that began last: the rows of each, for as
 * long as somebody asks. A phone may hold thousands, and a page shows few, so they are asked for a
 * few at once.
 * @param {Stores} stores @param {string} kind @returns {AsyncGenerator<Row[]>}
 */
export async function* lastBegun({ entries, outbox }, kind) {
  const [numbers, unsent] = await Promise.all([result(entries.index("kind").getAllKeys(kind)), result(outbox.getAll())]);
  const waiting = byRecord(unsent.filter((row) => row.kind === kind));
  const ofRecords = (/** @type {string[]} */ records) => Promise.all(records.map((record) => result(entries.index("record").getAll(record))));
  const known = await ofRecords([...waiting.keys()]);
  yield* [...waiting.values()].filter((rows, at) => !known[at].length && stands(rows)).reverse();
  while (numbers.length) {
    const last = numbers.splice(-AT_ONCE);
    const between = await result(entries.getAll(IDBKeyRange.bound(last[0], last[last.length - 1])));
    const rows = between.filter(({ seq }) => last.includes(seq)).reverse();
    const records = await ofRecords(rows.map(({ record }) => record));
    const begun = records.filter(([first], at) => first.entry === rows[at].entry);
    yield* begun.map((all) => together(all, waiting.get(all[0].record) ?? [])).filter(stands);
  }
}

/**
 * Pure: what may leave the phone, because the server has it and it is past: whole records, that half
 * in which nothing was said for longest.
 * @param {Received[]} numbered @param {Waiting[]} waiting
 */
export function expendable(numbered, waiting) {
  const inUse = new Set(waiting.map(({ record }) => record));
  const records = [...byRecord(numbered.filter(({ kind }) => PAST.includes(kind))).values()];
  const free = records.filter(([{ record }]) => !inUse.has(record));
  free.sort((a, b) => a[a.length - 1].seq - b[b.length - 1].seq);
  return free.slice(0, Math.ceil(free.length / 2)).flat();
}

/** @param {Row[]} rows */
const stands = (rows) => !isErased(rows) && headsOf(rows).some(({ op, sealed }) => op === "put" && sealed);

/** What was offered again may be in both. @param {Received[]} numbered @param {Waiting[]} waiting @returns {Row[]} */
function together(numbered, waiting) {
  const known = new Set(numbered.map(({ entry }) => entry));
  return [...numbered, ...waiting.filter(({ entry }) => !known.has(entry))];
}
