/** The phone's own copy of one client's journal: drafts, what waits, what the server has numbered. */

/** @import { Cursor, Draft, EntryHead, Item, Received, Revision, Standing, Synced, Waiting } from "./types" */

import { accountDatabase, result } from "./database.js";
import { digest, open, seal } from "./sealing.js";
import { standing } from "./standing.js";

const DAMAGED_MOST = 3;

/** The feed is not what it must be: a number is missing. */
export class Hole extends Error {}

export class Journal {
  /** @param {string} account @param {string} device @param {CryptoKey} key */
  constructor(account, device, key) {
    this.account = account;
    this.device = device;
    this.key = key;
    this.database = accountDatabase(account);
  }

  // What a person does.

  /** Keep a draft, as it is being written. @param {Draft} draft */
  async saveDraft(draft) {
    const sealed = await seal(this.key, JSON.stringify(draft), draft.record);
    return this.#write(["drafts"], ({ drafts }) => drafts.put({ record: draft.record, sealed }));
  }

  /** The drafts on this phone. @returns {Promise<Draft[]>} */
  async drafts() {
    const rows = await this.#all("drafts");
    return Promise.all(rows.map(async (row) => JSON.parse(await open(this.key, row.sealed, row.record))));
  }

  /** Let a draft go. @param {string} record */
  dropDraft(record) {
    return this.#write(["drafts"], ({ drafts }) => drafts.delete(record));
  }

  /**
   * Keep a revision for ever: fulfils once it is on the disk, and its draft is gone in the same
   * moment. One that never left the phone and is changed again is replaced.
   * @param {{ record: string, base: string | null, resolves?: string[], kind: string }} about
   * @param {object | null} body null deletes
   * @returns {Promise<string>} the id of the entry
   */
  async keep({ record, base, resolves = [], kind }, body) {
    const entry = crypto.randomUUID();
    const row = /** @type {Waiting} */ ({
      entry, record, base, resolves, kind, schema: 1, op: body ? "put" : "delete",
      written_at: new Date().toISOString(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      sealed: body && (await seal(this.key, JSON.stringify(body), entry)),
      attempted: false, damaged: 0, refused: null,
    });
    await this.database.transact(["drafts", "outbox"], "readwrite", async ({ drafts, outbox }) => {
      drafts.delete(record);
      const never_left = await unattempted(outbox, base);
      if (never_left) outbox.delete(never_left.order);
      const from = never_left ? never_left.base : base;
      if (body || from || !never_left) outbox.add({ ...row, base: from });
    });
    return entry;
  }

  /** Take a refused entry off the list of what waits; its words go with it. @param {string} entry */
  putAway(entry) {
    return this.database.transact(["outbox"], "readwrite", async ({ outbox }) => {
      const order = await result(outbox.index("entry").getKey(entry));
      if (order !== undefined) outbox.delete(order);
    });
  }

  // What can be seen.

  /** The records of one kind, as they stand. @param {string} kind @returns {Promise<Standing[]>} */
  async standing(kind) {
    const [received, waiting] = await this.database.transact(
      ["entries", "outbox"], "readonly",
      ({ entries, outbox }) =>
        Promise.all([result(entries.index("kind").getAll(kind)), result(outbox.getAll())]),
    );
    const known = new Set(received.map(({ entry }) => entry));
    const unsent = waiting.filter((row) => row.kind === kind && !known.has(row.entry));
    return standing(await Promise.all([...received, ...unsent].map((row) => this.#opened(row))));
  }

  /** Everything that has not been seen back from the server. @returns {Promise<Revision[]>} */
  async waiting() {
    return Promise.all((await this.#all("outbox")).map((row) => this.#opened(row)));
  }

  /** How many entries wait to be sent. */
  async waitingCount() {
    return (await this.#all("outbox")).filter((row) => !row.refused).length;
  }

  /** Something remembered beside the entries, sealed. @param {string} name */
  async recall(name) {
    const sealed = await this.#meta(name);
    return sealed ? JSON.parse(await open(this.key, sealed, name)) : null;
  }

  /** @param {string} name @param {any} value */
  async remember(name, value) {
    const sealed = await seal(this.key, JSON.stringify(value), name);
    return this.#write(["meta"], ({ meta }) => meta.put(sealed, name));
  }

  /** A plain number or flag of the machinery. @param {string} name */
  note(name) {
    return this.#meta(name);
  }

  /** @param {string} name @param {any} value */
  setNote(name, value) {
    return this.#write(["meta"], ({ meta }) => meta.put(value, name));
  }

  // What syncing needs.

  /** @returns {Promise<Cursor | null>} */
  async cursor() {
    return (await this.#meta("cursor")) ?? null;
  }

  /**
   * The next entries to hand over, oldest first, marked as attempted before they leave. While a
   * restored server is being read again nothing is sent: most of it will come back by itself.
   * @param {number} most @returns {Promise<Item[]>}
   */
  async nextBatch(most) {
    if (await this.#meta("reading_again")) return [];
    const rows = (await this.#all("outbox")).filter((row) => !row.refused).slice(0, most);
    await this.#write(["outbox"], ({ outbox }) => {
      for (const row of rows) outbox.put({ ...row, attempted: true });
    });
    return Promise.all(rows.map((row) => this.#item(row)));
  }

  /** Take in an answer, as one: changes, receipts, refusals, cursor. @param {Synced} answer */
  async apply({ changes = [], results, cursor, more }) {
    const rows = await Promise.all(changes.map((change) => this.#row(change)));
    await this.database.transact(["entries", "outbox", "meta"], "readwrite", async (stores) => {
      const last = /** @type {Cursor | undefined} */ (await result(stores.meta.get("cursor")));
      const known = last?.seq ?? 0;
      const fresh = rows.filter(({ seq }) => seq > known); // another tab may have been quicker
      requireNoHole(fresh, known);
      for (const row of fresh) {
        stores.entries.put(row);
        await forget(stores.outbox, row.entry);
      }
      const seen = Math.max(known, cursor?.seq ?? 0);
      for (const told of results) await this.#settle(stores.outbox, told, seen);
      if (seen > known) stores.meta.put(cursor, "cursor");
      if (!more) stores.meta.delete("reading_again");
    });
  }

  /** The server is another one than before: read it from the start, and offer it what is ours. */
  startAgain() {
    return this.database.transact(["entries", "outbox", "meta"], "readwrite", async (stores) => {
      for (const row of await result(stores.entries.getAll())) {
        const waits = await result(stores.outbox.index("entry").getKey(row.entry));
        if (row.author === this.account && row.op !== "erase" && waits === undefined) {
          stores.outbox.add(asWaiting(row));
        }
      }
      stores.entries.clear();
      stores.meta.put(null, "cursor");
      stores.meta.put(true, "reading_again");
    });
  }

  /** @param {string} entry @param {string} code @param {string} message */
  refuse(entry, code, message) {
    return this.#change(entry, (row) => ({ ...row, refused: { code, message } }));
  }

  /** @param {string} entry @param {string} code @param {string} message */
  blame(entry, code, message) {
    return this.#change(entry, (row) => blamed(row, code, message));
  }

  /** @param {string} entry @param {(row: Waiting) => Waiting} change */
  #change(entry, change) {
    return this.database.transact(["outbox"], "readwrite", async ({ outbox }) => {
      const row = await result(outbox.index("entry").get(entry));
      if (row) outbox.put(change(row));
    });
  }

  /**
   * A receipt behind the cursor clears a row; a refusal marks it.
   * @param {IDBObjectStore} outbox @param {Synced["results"][0]} told @param {number} seen
   */
  async #settle(outbox, { entry, status, seq, code = "", message = "" }, seen) {
    if (status === "known" && (seq ?? Infinity) <= seen) await forget(outbox, entry);
    if (status !== "rejected") return;
    const row = await result(outbox.index("entry").get(entry));
    if (row) outbox.put(code === "bad_digest" ? blamed(row, code, message) : { ...row, refused: { code, message } });
  }

  /** @param {Waiting} row @returns {Promise<Item>} */
  async #item({ entry, record, base, resolves, kind, schema, op, written_at, zone, sealed }) {
    const body = sealed && (await open(this.key, sealed, entry));
    const sha256 = body && (await digest(body));
    return { entry, record, base, resolves, kind, schema, op, body, sha256, written_at, zone };
  }

  /** @param {NonNullable<Synced["changes"]>[0]} change @returns {Promise<Received>} */
  async #row({ body, sha256, ...head }) {
    return { ...head, sealed: body === null ? null : await seal(this.key, body, head.entry) };
  }

  /** @param {Waiting | Received} row @returns {Promise<Revision>} */
  async #opened({ sealed, ...row }) {
    const body = sealed && JSON.parse(await open(this.key, sealed, row.entry));
    if ("seq" in row) return { ...row, body, state: "received" };
    const { refused, attempted, damaged, order, ...head } = row;
    const state = refused ? "refused" : "waiting";
    return { ...head, seq: null, author: this.account, body, state, message: refused?.message };
  }

  /** @param {string} store @returns {Promise<any[]>} */
  #all(store) {
    return this.database.transact([store], "readonly", (stores) => result(stores[store].getAll()));
  }

  /** @param {string} name */
  #meta(name) {
    return this.database.transact(["meta"], "readonly", ({ meta }) => result(meta.get(name)));
  }

  /** @param {string[]} names @param {(stores: Record<string, IDBObjectStore>) => unknown} work */
  #write(names, work) {
    return this.database.transact(names, "readwrite", async (stores) => void work(stores));
  }
}

/** The waiting row of this entry, if it has not left the phone. @param {IDBObjectStore} outbox @param {string | null} entry */
async function unattempted(outbox, entry) {
  const row = entry && (await result(outbox.index("entry").get(entry)));
  return row && !row.attempted ? row : null;
}

/** Damage is tried three times more. @param {Waiting} row @param {string} code @param {string} message */
function blamed(row, code, message) {
  if (row.damaged < DAMAGED_MOST) return { ...row, damaged: row.damaged + 1 };
  return { ...row, refused: { code, message } };
}

/** @param {IDBObjectStore} outbox @param {string} entry */
async function forget(outbox, entry) {
  const order = await result(outbox.index("entry").getKey(entry));
  if (order !== undefined) outbox.delete(order);
}

/** @param {Received[]} rows @param {number} last */
function requireNoHole(rows, last) {
  rows.forEach((row, index) => {
    if (row.seq !== last + index + 1) throw new Hole(`${row.seq} after ${last + index}`);
  });
}

/** @param {Received} row */
function asWaiting({ seq, author, received_at, ...row }) {
  return { ...row, attempted: true, damaged: 0, refused: null };
}
