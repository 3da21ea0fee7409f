/** Rows of what was kept, numbered or waiting, as a transaction finds them. */

/** @import { Received, Waiting } from "./types" */
/** @typedef {Received | Waiting} Row */
/** @typedef {Record<string, IDBObjectStore>} Stores with `entries` and `outbox` */

import { result } from "./database.js";
import { byRecord, headsOf, isErased } from "./standing.js";

const PAST = ["check_in", "acknowledgement"];
const AT_ONCE = 12;
export const BOTH = ["entries", "outbox"];

/** Everything of some kinds: what is numbered, in order, then what waits. @param {Stores} stores @param {string[]} kinds */
export async function ofKinds({ entries, outbox }, kinds) {
  const numbered = await Promise.all(kinds.map((kind) => result(entries.index("kind").getAll(kind))));
  const waiting = (await result(outbox.getAll())).filter(({ kind }) => kinds.includes(kind));
  return together(numbered.flat().sort((a, b) => a.seq - b.seq), waiting);
}

/** Everything about one record. @param {Stores} stores @param {string} record */
export async function ofRecord({ entries, outbox }, record) {
  const [numbered, waiting] = await Promise.all([entries, outbox].map((store) => result(store.index("record").getAll(record))));
  return together(numbered, waiting);
}

/**
 * The records of one kind that still stand, from the one that began last: the rows of each, for as
 * long as somebody asks. A phone may hold thousands, and a page shows few; asking for each by itself
 * would take as many turns.
 * @param {Stores} stores @param {string} kind @returns {AsyncGenerator<Row[]>}
 */
export async function* lastBegun(stores, kind) {
  for (const record of await unnumbered(stores, kind)) {
    const rows = await ofRecord(stores, record);
    if (stands(rows)) yield rows;
  }
  const numbers = await result(stores.entries.index("kind").getAllKeys(kind));
  while (numbers.length) {
    const last = numbers.splice(-AT_ONCE).reverse();
    const rows = await Promise.all(last.map((seq) => result(stores.entries.get(seq))));
    const records = await Promise.all(rows.map(({ record }) => ofRecord(stores, record)));
    yield* records.filter((record, at) => record[0].entry === rows[at].entry && stands(record));
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

/** Records that are only here yet, the last begun first. @param {Stores} stores @param {string} kind */
async function unnumbered({ entries, outbox }, kind) {
  const waiting = (await result(outbox.getAll())).filter((row) => row.kind === kind);
  const records = [...byRecord(waiting).keys()];
  const numbers = await Promise.all(records.map((record) => result(entries.index("record").getKey(record))));
  return records.filter((_, index) => numbers[index] === undefined).reverse();
}

/** @param {Row[]} rows */
const stands = (rows) => !isErased(rows) && headsOf(rows).some(({ op, sealed }) => op === "put" && sealed);

/** What was offered again may be in both. @param {Received[]} numbered @param {Waiting[]} waiting @returns {Row[]} */
function together(numbered, waiting) {
  const known = new Set(numbered.map(({ entry }) => entry));
  return [...numbered, ...waiting.filter(({ entry }) => !known.has(entry))];
}
