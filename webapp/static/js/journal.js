/** The phone's own copy of one client's journal: what is being written, what was kept, what is there. */

/** @import { About, Revision, Standing } from "./types" */

import { accountDatabase, result } from "./database.js";
import { Drafts } from "./drafts.js";
import { opened, written } from "./entry.js";
import { change, forget, replace } from "./outbox.js";
import { open, seal } from "./sealing.js";
import { standing } from "./standing.js";

export class Journal {
  /** @param {string} account @param {string} device @param {CryptoKey} key */
  constructor(account, device, key) {
    this.account = account;
    this.device = device;
    this.key = key;
    this.database = accountDatabase(account);
    this.drafts = new Drafts(this);
  }

  /**
   * Keep a revision for ever: fulfils once it is on the disk, and its draft is gone in the same
   * moment. What it follows and never left the phone is replaced by it; deleted, it never was.
   * @param {About} about
   * @param {object | null} body null deletes
   * @param {string} [draft] the id of the draft that it was
   * @returns {Promise<string>} the id of the entry
   */
  async keep(about, body, draft) {
    const row = await written(this.key, about, body);
    await this.database.transact(["drafts", "outbox"], "readwrite", async ({ drafts, outbox }) => {
      if (draft) drafts.delete(draft);
      const [base = null, ...resolves] = await replace(outbox, [row.base, ...row.resolves]);
      if (body || base) outbox.add({ ...row, base, resolves });
    });
    return row.entry;
  }

  /** Take a refused entry off the list of what waits; its words go with it. @param {string} entry */
  putAway(entry) {
    return this.#write("outbox", (outbox) => forget(outbox, entry));
  }

  /** Send a refused entry once more, as it is. @param {string} entry */
  tryAgain(entry) {
    return this.#write("outbox", (outbox) => change(outbox, entry, (row) => ({ ...row, refused: null, damaged: 0 })));
  }

  /** The records of one kind, as they stand. @param {string} kind @returns {Promise<Standing[]>} */
  async standing(kind) {
    const [numbered, waiting] = await this.database.transact(
      ["entries", "outbox"], "readonly",
      ({ entries, outbox }) =>
        Promise.all([result(entries.index("kind").getAll(kind)), result(outbox.getAll())]),
    );
    const known = new Set(numbered.map(({ entry }) => entry));
    const unsent = waiting.filter((row) => row.kind === kind && !known.has(row.entry));
    return standing(await this.#opened([...numbered, ...unsent]));
  }

  /** Everything that has not been seen back from the server. @returns {Promise<Revision[]>} */
  async waiting() {
    return this.#opened(await this.#all("outbox"));
  }

  /** How many entries wait to be sent. */
  async waitingCount() {
    return (await this.#all("outbox")).filter((row) => !row.refused).length;
  }

  /** Something remembered beside the entries, sealed. @param {string} name */
  async recall(name) {
    const sealed = await this.note(name);
    return sealed ? JSON.parse(await open(this.key, sealed, name)) : null;
  }

  /** @param {string} name @param {any} value */
  async remember(name, value) {
    return this.setNote(name, await seal(this.key, JSON.stringify(value), name));
  }

  /** A plain number or word of the machinery. @param {string} name */
  note(name) {
    return this.database.transact(["meta"], "readonly", ({ meta }) => result(meta.get(name)));
  }

  /** @param {string} name @param {any} value */
  setNote(name, value) {
    return this.#write("meta", (meta) => meta.put(value, name));
  }

  /** @param {any[]} rows */
  #opened(rows) {
    return Promise.all(rows.map((row) => opened(this.key, row, this.account)));
  }

  /** @param {string} store @returns {Promise<any[]>} */
  #all(store) {
    return this.database.transact([store], "readonly", (stores) => result(stores[store].getAll()));
  }

  /** @param {string} name @param {(store: IDBObjectStore) => unknown} work */
  #write(name, work) {
    return this.database.transact([name], "readwrite", async (stores) => void (await work(stores[name])));
  }
}
