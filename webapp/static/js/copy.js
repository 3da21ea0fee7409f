/** The phone's copy of a journal as syncing sees it: what to hand over, and taking answers in. */

/** @import { Change, Cursor, Item, Received, Result, Synced } from "./types" */
/** @import { Journal } from "./journal.js" */

import { result } from "./database.js";
import { offeredAgain, received, toSend } from "./entry.js";
import { emptyLongDeleted, erase, erasedBy } from "./erasing.js";
import * as outbox from "./outbox.js";
import { dropHistory, insist } from "./room.js";

const EVERYTHING = ["drafts", "entries", "outbox", "meta"];

/** The feed is not what it must be: a number is missing, or is another entry's. */
export class Hole extends Error {}

export class Copy {
  /** Called where more is to come, with how much is here. @type {(seq: number) => unknown} */
  fetched = () => {};
  #isKnown = false;
  /** @type {Received | null} */ #newest = null;

  /** @param {Journal} journal */
  constructor(journal) {
    this.journal = journal;
    this.account = journal.account;
    this.device = journal.device;
    this.database = journal.database;
  }

  waitingCount() {
    return this.journal.waitingCount();
  }

  /**
   * How far the phone has read. A round begins one entry earlier, so that the newest comes once more
   * and `knows` can look at it. @returns {Promise<Cursor | null>}
   */
  async cursor() {
    const { cursor, before, newest } = await this.database.read(end);
    const comesAgain = !this.#isKnown && newest && (before || newest.seq === 1);
    this.#newest = comesAgain ? newest : null;
    return comesAgain ? behind(before) : cursor;
  }

  /**
   * Whether the server is still the one that this copy was read from. One that went back to a backup
   * and was overtaken by new entries may have the newest one of here under the same number again, but
   * it cannot have stored it at the same moment. @param {Synced} answer
   */
  knows({ changes: [first] = [] }) {
    this.#isKnown ||= !this.#newest || isSameStored(this.#newest, first);
    return this.#isKnown;
  }

  /**
   * The next entries to hand over, oldest first. While a restored server is being read again
   * nothing is sent: most of it will come back by itself.
   * @param {number} most @returns {Promise<Item[]>}
   */
  async nextBatch(most) {
    const rows = await insist(this.database, ["outbox", "meta"], async (stores) =>
      (await result(stores.meta.get("reading_again"))) ? [] : outbox.attempt(stores.outbox, most));
    return Promise.all(rows.map((row) => toSend(this.journal.key, row)));
  }

  /**
   * Take in an answer, as one: changes, receipts, refusals, cursor. It may have been asked for before
   * another tab began to read again, so the cursor goes as far as what is taken in, and no further.
   * @param {Synced} answer
   */
  async apply({ changes = [], results, cursor, more, server_time }) {
    const rows = await Promise.all(changes.map((change) => received(this.journal.key, change)));
    const gone = await erasedBy(this.journal, changes, results);
    const here = await insist(this.database, EVERYTHING, async (stores) => {
      const known = (await result(stores.meta.get("cursor")))?.seq ?? 0;
      const seen = await takeIn(stores, rows, known);
      await Promise.all(results.map((told) => settle(stores.outbox, told, seen)));
      await erase(stores, gone);
      if (seen > known) stores.meta.put(cursor, "cursor");
      if (!more && seen >= (cursor?.seq ?? 0)) stores.meta.delete("reading_again");
      return seen;
    }, [dropHistory]);
    if (more) this.fetched(here);
    else await emptyLongDeleted(this.database, server_time).catch(() => {}); // tomorrow is soon enough
  }

  /** The server is another one than before: read it from the start, and offer it what is ours. */
  startAgain() {
    return this.#change(async (stores) => {
      for (const row of await result(stores.entries.getAll())) await this.#offerAgain(stores, row);
      stores.entries.clear();
      stores.meta.put(null, "cursor");
      stores.meta.put(true, "reading_again");
    });
  }

  /** @param {string} entry @param {string} code @param {string} message */
  refuse(entry, code, message) {
    return this.#change((stores) => outbox.change(stores.outbox, entry, outbox.refused(code, message)));
  }

  /** @param {string} entry @param {string} code @param {string} message */
  blame(entry, code, message) {
    return this.#change((stores) => outbox.change(stores.outbox, entry, outbox.damaged(code, message)));
  }

  /** @param {Record<string, IDBObjectStore>} stores @param {Received} row */
  async #offerAgain(stores, row) {
    const waits = await result(stores.outbox.index("entry").getKey(row.entry));
    const isEmptied = row.op === "put" && !row.sealed;
    if (row.author !== this.account || row.op === "erase" || isEmptied || waits !== undefined) return;
    stores.outbox.add(offeredAgain(row));
  }

  /** @template T @param {(stores: Record<string, IDBObjectStore>) => Promise<T>} work */
  #change(work) {
    return this.database.write(EVERYTHING, work);
  }
}

/** Where the copy ends. @param {Record<string, IDBObjectStore>} stores */
async function end({ entries, meta }) {
  const cursor = (await result(meta.get("cursor"))) ?? null;
  const seq = cursor?.seq ?? 0;
  const [before, newest] = await Promise.all([seq - 1, seq].map((at) => result(entries.get(at))));
  return { cursor, before, newest };
}

/** The cursor behind an entry. @param {Received | undefined} row @returns {Cursor | null} */
const behind = (row) => row ? { seq: row.seq, mark: row.entry.replaceAll("-", "").slice(0, 16) } : null;

/** @param {Received} kept @param {Change | Received | undefined} told */
const isSameStored = (kept, told) =>
  told?.seq === kept.seq && told.entry === kept.entry && told.received_at === kept.received_at;

/** The feed is the receipt. Returns how far it is read then. @param {Record<string, IDBObjectStore>} stores @param {Received[]} rows @param {number} known */
async function takeIn(stores, rows, known) {
  const fresh = rows.filter(({ seq }) => seq > known); // another tab may have been quicker
  requireNoHole(fresh, known);
  await requireNoOther(stores.entries, fresh);
  for (const row of fresh) stores.entries.put(row);
  await outbox.forgetAll(stores.outbox, new Set(fresh.map(({ entry }) => entry)));
  return known + fresh.length;
}

/** A receipt behind the cursor clears a row; a refusal marks it. @param {IDBObjectStore} store @param {Result} told @param {number} seen */
async function settle(store, { entry, status, seq, code = "", message = "" }, seen) {
  if (status === "known" && (seq ?? Infinity) <= seen) await outbox.forget(store, entry);
  if (status !== "rejected") return;
  const mark = code === "bad_digest" ? outbox.damaged : outbox.refused;
  await outbox.change(store, entry, mark(code, message));
}

/**
 * A phone that had let go of its history reads it again over what it kept: that may not be written
 * over by what a server that went back has under the same numbers.
 * @param {IDBObjectStore} entries @param {Received[]} fresh
 */
async function requireNoOther(entries, fresh) {
  if (fresh.length === 0) return;
  const [from, to] = [fresh[0].seq, fresh[fresh.length - 1].seq];
  for (const kept of await result(entries.getAll(IDBKeyRange.bound(from, to)))) {
    if (!isSameStored(kept, fresh[kept.seq - from])) throw new Hole(`another one is ${kept.seq}`);
  }
}

/** @param {Received[]} rows @param {number} last */
function requireNoHole(rows, last) {
  rows.forEach((row, index) => {
    if (row.seq !== last + index + 1) throw new Hole(`${row.seq} after ${last + index}`);
  });
}
