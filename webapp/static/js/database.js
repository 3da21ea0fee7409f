/** The only file that says `indexedDB`. One database for the phone, one for each account on it. */

/** Numbered steps; a released one is never changed, only followed by another. */
const ACCOUNT_STEPS = [
  (/** @type {IDBDatabase} */ db) => {
    db.createObjectStore("drafts", { keyPath: "record" });
    const outbox = db.createObjectStore("outbox", { keyPath: "order", autoIncrement: true });
    outbox.createIndex("entry", "entry", { unique: true });
    outbox.createIndex("record", "record");
    const entries = db.createObjectStore("entries", { keyPath: "seq" });
    entries.createIndex("entry", "entry", { unique: true });
    entries.createIndex("kind", "kind");
    entries.createIndex("record", "record");
    db.createObjectStore("meta");
  },
];
const PHONE_STEPS = [(/** @type {IDBDatabase} */ db) => db.createObjectStore("phone")];

/** The database of one account. @param {string} account */
export const accountDatabase = (account) => new Database(`footing-${account}`, ACCOUNT_STEPS);

/** What belongs to the phone and not to one person. */
export const phoneDatabase = () => new Database("footing", PHONE_STEPS);

/** A request's result. @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export class Database {
  /** @param {string} name @param {((db: IDBDatabase) => void)[]} steps */
  constructor(name, steps) {
    this.name = name;
    this.steps = steps;
    /** @type {Promise<IDBDatabase> | null} */
    this.connection = null;
  }

  /**
   * Run one transaction; fulfils with what `work` returned when it is on the disk.
   * `work` may await requests of this transaction and nothing else.
   * @template T
   * @param {string[]} names @param {IDBTransactionMode} mode
   * @param {(stores: Record<string, IDBObjectStore>) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async transact(names, mode, work) {
    const transaction = await this.#begin(names, mode);
    return new Promise((resolve, reject) => {
      /** @type {T} */ let value;
      transaction.oncomplete = () => resolve(value);
      transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
      const stores = names.map((name) => [name, transaction.objectStore(name)]);
      work(Object.fromEntries(stores)).then((found) => (value = found), (error) => {
        reject(error);
        abort(transaction);
      });
    });
  }

  /** Phones close connections of sleeping pages, so a dead one is opened once more. */
  async #begin(/** @type {string[]} */ names, /** @type {IDBTransactionMode} */ mode) {
    const begin = async () => (await this.#open()).transaction(names, mode, { durability: "strict" });
    try {
      return await begin();
    } catch (error) {
      if (/** @type {DOMException} */ (error).name !== "InvalidStateError") throw error;
      this.connection = null;
      return begin();
    }
  }

  #open() {
    this.connection ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(this.name, this.steps.length);
      request.onupgradeneeded = ({ oldVersion }) => {
        for (const step of this.steps.slice(oldVersion)) step(request.result);
      };
      request.onsuccess = () => resolve(this.#guarded(request.result));
      request.onerror = () => reject(request.error);
    });
    this.connection.catch(() => (this.connection = null));
    return this.connection;
  }

  /** Make way by itself for a newer version in another tab. @param {IDBDatabase} db */
  #guarded(db) {
    db.onversionchange = () => db.close();
    db.onclose = () => (this.connection = null);
    return db;
  }
}

function abort(/** @type {IDBTransaction} */ transaction) {
  try {
    transaction.abort();
  } catch {
    // It had already ended, which is what is wanted.
  }
}
