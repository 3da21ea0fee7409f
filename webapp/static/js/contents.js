/** What is on this phone: every entry with its state, and no more of them opened than are looked at. */

/** @import { Revision } from "./types" */
/** @import { Journal } from "./journal.js" */

import { result } from "./database.js";

/** How many there are of each. @param {Journal} journal */
export function counts(journal) {
  return journal.database.read(async ({ drafts, outbox, entries }) => {
    const [writing, unsent, received] = await Promise.all([result(drafts.count()), result(outbox.getAll()), result(entries.count())]);
    const refused = unsent.filter((row) => row.refused).length;
    return { writing, refused, waiting: unsent.length - refused, received };
  });
}

/**
 * What was received, the newest first.
 * @param {Journal} journal @param {number} most @param {number} below the number to begin below
 * @returns {Promise<Revision[]>}
 */
export async function received(journal, most, below) {
  const rows = await journal.database.read(({ entries }) => newest(entries, most, below));
  return journal.opened(rows);
}

/** @param {IDBObjectStore} entries @param {number} most @param {number} below */
async function newest(entries, most, below) {
  const rows = [];
  const request = entries.openCursor(IDBKeyRange.upperBound(below, true), "prev");
  for (let at = await result(request); at; at = await result(request)) {
    if (rows.push(at.value) === most) break;
    at.continue();
  }
  return rows;
}
