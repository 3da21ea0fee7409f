/** The phone's own copy of one client's journal: what is being written, what was kept, what is there. */

/** @import { About, Revision } from "./types" */
/** @import { Known } from "./drafts.js" */

import { accountDatabase, result } from "./database.js";
import { Drafts, end } from "./drafts.js";
import { lastBegun, ofKinds, ofRecord } from "./entries.js";
import { opened, written } from "./entry.js";
import { forget, replace } from "./outbox.js";
import { insist } from "./room.js";
import { open, seal } from "./sealing.js";
import { headsOf, standing } from "./standing.js";

export class Journal {
  /** @param {string} account @param {string} device @param {CryptoKey} key */
  constructor(account, device, key) {
    this.account = account;
    this.device = device;
    this.key = key;
    this.database = accountDatabase(account);
    this.drafts = new Drafts(this);
    /** What was opened, while a page is: an entry never changes. @type {Map<string, Promise<string>>} */
    this.texts = new Map();
  }

  /**
   * Keep a revision for ever: fulfils once it is on the disk, and its draft has ended in the same
   * moment. What it follows and never left the phone is replaced by it; deleted, it never was.
   * @param {About} about
   * @param {object | null} body null deletes
   * @param {Known} [draft] that it was
   * @returns {Promise<string | null>} the id of the entry; null for the deletion of what never was
   */
  async keep(about, body, draft) {
    const row = await written(this.key, about, body);
    return insist(this.database, ["drafts", "outbox"], async ({ drafts, outbox }) => {
      if (draft) await end(drafts, draft);
      const [base = null, ...resolves] = await replace(outbox, [row.base, ...row.resolves]);
      if (!body && !base) return null;
      outbox.add({ ...row, base, resolves });
      return row.entry;
    });
  }

  /** Take a refused entry off the list of what waits, with its words. Returns how to undo it. @param {string} entry */
  async putAway(entry) {
    const row = await this.#write("outbox", (outbox) => forget(outbox, entry));
    return () => this.#write("outbox", (outbox) => row && outbox.put(row));
  }

  /** The records of one kind, as they stand. @param {string} kind */
  async standing(kind) {
    return this.#stood(await this.database.read((stores) => ofKinds(stores, [kind])));
  }

  /** Every revision of some kinds, for what may count after something else was said. @param {string[]} kinds @returns {Promise<Revision[]>} */
  async revisions(kinds) {
    return this.opened(await this.database.read((stores) => ofKinds(stores, kinds)));
  }

  /** One record as it stands; undefined where the phone does not have it. @param {string} record */
  async record(record) {
    const [standing] = await this.#stood(await this.database.read((stores) => ofRecord(stores, record)));
    return standing;
  }

  /** Every version of a record that is here, the newest first. @param {string} record @returns {Promise<Revision[]>} */
  async versions(record) {
    return (await this.opened(await this.database.read((stores) => ofRecord(stores, record)))).reverse();
  }

  /**
   * The records of one kind that began last and are not deleted, newest first, and whether there
   * are more. It takes as long as what is asked for, however much there is.
   * @param {string} kind @param {number} most
   */
  async newest(kind, most) {
    const found = await this.database.read(async (stores) => {
      const records = [];
      for await (const rows of lastBegun(stores, kind)) if (records.push(rows) > most) break;
      return records;
    });
    const standings = await this.#stood(found.slice(0, most).flat());
    return { standings: standings.reverse(), more: found.length > most };
  }

  /** Everything that has not been seen back from the server. @returns {Promise<Revision[]>} */
  async waiting() {
    return this.opened(await this.#all("outbox"));
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
    return this.database.read(({ meta }) => result(meta.get(name)));
  }

  /** What says nothing takes no room: a full phone forgets all the same. @param {string} name @param {any} value */
  setNote(name, value) {
    return this.#write("meta", (meta) => (value === null ? meta.delete(name) : meta.put(value, name)));
  }

  /** Only what stands, here or perhaps on the server, has to be opened. @param {import("./entries.js").Row[]} rows */
  async #stood(rows) {
    const [there, left] = [rows.filter((row) => "seq" in row), rows.filter((row) => "attempted" in row && row.attempted)];
    const shown = new Set([...headsOf(rows), ...headsOf(there), ...left]);
    return standing(await this.opened(rows.map((row) => (shown.has(row) ? row : { ...row, sealed: null }))));
  }

  /** Rows with their bodies opened. @param {import("./entries.js").Row[]} rows @returns {Promise<Revision[]>} */
  opened(rows) {
    return Promise.all(rows.map(async (row) => opened(row, this.account, row.sealed && (await this.#text(row)))));
  }

  /** @param {import("./entries.js").Row} row */
  #text({ entry, sealed }) {
    const text = this.texts.get(entry) ?? open(this.key, /** @type {import("./types").Sealed} */ (sealed), entry);
    this.texts.set(entry, text);
    return text;
  }

  /** @param {string} store @returns {Promise<any[]>} */
  #all(store) {
    return this.database.read((stores) => result(stores[store].getAll()));
  }

  /** @template T @param {string} name @param {(store: IDBObjectStore) => T} work */
  #write(name, work) {
    return this.database.write([name], async (stores) => work(stores[name]));
  }
}
