/** What waits to be sent, inside a transaction. A row leaves only as `forget` and `forgetAll` say, or put away. */

/** @import { Waiting } from "./types" */

import { result } from "./database.js";

const DAMAGED_MOST = 3;

/**
 * Take away those of these entries that never left the phone, or were refused. Returns what a new
 * entry follows then: the ones that did leave, and what those taken away had followed.
 * @param {IDBObjectStore} outbox @param {(string | null)[]} named
 * @returns {Promise<string[]>}
 */
export async function replace(outbox, named) {
  const follows = [];
  for (const entry of named.filter((one) => one !== null)) {
    const row = await result(outbox.index("entry").get(entry));
    if (!row || (row.attempted && !row.refused)) follows.push(entry);
    else {
      outbox.delete(row.order);
      follows.push(...[row.base, ...row.resolves].filter((one) => one !== null));
    }
  }
  return follows;
}

/** The oldest rows that may be sent, marked before their first byte leaves. @param {IDBObjectStore} outbox @param {number} most @returns {Promise<Waiting[]>} */
export async function attempt(outbox, most) {
  const rows = (await result(outbox.getAll())).filter((row) => !row.refused).slice(0, most);
  for (const row of rows) outbox.put({ ...row, attempted: true });
  return rows;
}

/**
 * It is known to be on the server, or is not wanted any more. Returns the row, if there was one.
 * @param {IDBObjectStore} outbox @param {string} entry @returns {Promise<Waiting | undefined>}
 */
export async function forget(outbox, entry) {
  const row = await result(outbox.index("entry").get(entry));
  if (row) outbox.delete(row.order);
  return row;
}

/** These came back in the feed. One look at what waits, which is little: a new phone is told of thousands. @param {IDBObjectStore} outbox @param {Set<string>} entries */
export async function forgetAll(outbox, entries) {
  for (const { entry, order } of await result(outbox.getAll())) if (entries.has(entry)) outbox.delete(order);
}

/** @param {IDBObjectStore} outbox @param {string} entry @param {(row: Waiting) => Waiting} change */
export async function change(outbox, entry, change) {
  const row = await result(outbox.index("entry").get(entry));
  if (row) outbox.put(change(row));
}

/** Refused by the server: it needs attention. @param {string} code @param {string} message @returns {(row: Waiting) => Waiting} */
export const refused = (code, message) => (row) => ({ ...row, refused: { code, message } });

/** Damaged on the way: tried three times more before it counts as refused. @param {string} code @param {string} message @returns {(row: Waiting) => Waiting} */
export const damaged = (code, message) => (row) =>
  row.damaged < DAMAGED_MOST ? { ...row, damaged: row.damaged + 1 } : refused(code, message)(row);
