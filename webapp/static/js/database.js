/** The only file that says `indexedDB`. One database for the phone, one for each account on it. */

/**
 * Numbered steps; a released one is never changed, only followed by another. A step only adds, and
 * changes no row: a tab with the version before goes on with what it finds.
 * @typedef {(db: IDBDatabase, transaction: IDBTransaction) => unknown} Step
 * @typedef {Record<string, IDBObjectStore>} Stores
 * @type {Step[]}
 */
const ACCOUNT_STEPS = [
  (db) => {
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
/** @type {Step[]} */
const PHONE_STEPS = [(db) => db.createObjectStore("phone")];
const LOST = ["InvalidStateError", "AbortError", "UnknownError"]; // what browsers call a dead connection
const ASLEEP_MS = 2000;

/** @type {Map<string, Database>} One connection each: opening one costs as much as a save. */
const accounts = new Map();

/** The database of one account. @param {string} account @returns {Database} */
export function accountDatabase(account) {
  const database = accounts.get(account) ?? new Database(`footing-${account}`, ACCOUNT_STEPS);
  accounts.set(account, database);
  return database;
}

/** The accounts that have something on this phone, as far as the browser says. @returns {Promise<string[]>} */
export async function accountsHere() {
  const found = (await indexedDB.databases?.()) ?? [];
  return found.flatMap(({ name = "" }) => /^footing-(.+)$/.exec(name)?.slice(1) ?? []);
}

/** Take an account off this phone for good. What cannot be removed at once is empty. @param {string} account */
export async function removeAccount(account) {
  const database = accountDatabase(account);
  accounts.delete(account);
  await database.remove();
}

/** What belongs to the phone and not to one person. */
export const phoneDatabase = () => new Database("footing", PHONE_STEPS);

/** A request's result. @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @template T @typedef {(stores: Stores) => Promise<T>} Work May await requests of its transaction and nothing else. */
/** @typedef {{ work: Work<any>, resolve: (found: any) => void, reject: (error: unknown) => void }} Question */

export class Database {
  /** Fills the database when it is new and empty, perhaps because a browser threw it away. @type {Step} */
  restore = () => {};

  /** @param {string} name @param {Step[]} steps */
  constructor(name, steps) {
    this.name = name;
    this.steps = steps;
    /** @type {Promise<IDBDatabase> | null} */
    this.connection = null;
    /** @type {Question[]} What is to be read next. */
    this.questions = [];
  }

  /**
   * Read. What is asked in one turn is read in one transaction, which costs more than what it reads.
   * @template T @param {Work<T>} work @returns {Promise<T>}
   */
  read(work) {
    return new Promise((resolve, reject) => {
      if (this.questions.push({ work, resolve, reject }) === 1) this.#answer();
    });
  }

  async #answer() {
    await this.#open().catch(() => {}); // until then, more may be asked
    const questions = this.questions.splice(0);
    const all = (/** @type {Stores} */ stores) => Promise.all(questions.map(({ work, resolve }) => work(stores).then(resolve)));
    this.#surely(null, "readonly", all).catch((error) => questions.forEach(({ reject }) => reject(error)));
  }

  /** Write; fulfils with what `work` returned when it is on the disk. @template T @param {string[]} names @param {Work<T>} work */
  write(names, work) {
    return this.#surely(names, "readwrite", work);
  }

  /**
   * Phones close the connections of sleeping pages, and browsers may throw away a whole database: then
   * all is done once more. @template T @param {string[] | null} names @param {IDBTransactionMode} mode @param {Work<T>} work @returns {Promise<T>}
   */
  async #surely(names, mode, work) {
    try {
      return await this.#transact(names, mode, work);
    } catch (error) {
      if (!LOST.includes(/** @type {DOMException} */ (error).name)) throw error;
      this.connection = null;
      return this.#transact(names, mode, work);
    }
  }

  /** @template T @param {string[] | null} names none: every store @param {IDBTransactionMode} mode @param {Work<T>} work @returns {Promise<T>} */
  async #transact(names, mode, work) {
    const database = await this.#open();
    names ??= [...database.objectStoreNames];
    const transaction = database.transaction(names, mode, { durability: "strict" });
    return new Promise((resolve, reject) => {
      /** @type {T} */ let value;
      transaction.oncomplete = () => resolve(value);
      transaction.onabort = () => reject(transaction.error ?? new DOMException("lost", "AbortError"));
      const stores = names.map((name) => [name, transaction.objectStore(name)]);
      work(Object.fromEntries(stores)).then((found) => (value = found), (error) => {
        reject(error);
        abort(transaction);
      });
    });
  }

  /** Remove it: its rows with one transaction, then itself; a tab that is asleep may hold that up. */
  async remove() {
    const names = [...(await this.#open()).objectStoreNames];
    await this.write(names, async (stores) => names.forEach((name) => stores[name].clear()));
    (await this.#open()).close();
    await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(this.name);
      request.onsuccess = request.onerror = request.onblocked = resolve;
    });
  }

  #open() {
    this.connection ??= this.#opened(this.steps.length).catch((error) => {
      if (error.name === "VersionError") return this.#opened(); // a newer version of the app was here
      throw error;
    });
    this.connection.catch(() => (this.connection = null));
    return this.connection;
  }

  /** @param {number} [version] none: as it is @returns {Promise<IDBDatabase>} */
  #opened(version) {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(this.name, version);
      const awake = sayIfBlocked(request);
      request.onupgradeneeded = ({ oldVersion }) => this.#upgrade(request, oldVersion);
      request.onsuccess = () => resolve(this.#guarded(request.result));
      request.onerror = () => reject(request.error);
      request.addEventListener("success", awake);
    });
  }

  /** @param {IDBOpenDBRequest} request @param {number} from */
  #upgrade({ result, transaction }, from) {
    const todo = [...this.steps.slice(from), ...(from === 0 ? [this.restore] : [])];
    for (const step of todo) step(result, /** @type {IDBTransaction} */ (transaction));
  }

  /** Make way by itself for a newer version in another tab; what comes next opens it anew. @param {IDBDatabase} db */
  #guarded(db) {
    db.onversionchange = () => db.close();
    db.onclose = () => (this.connection = null);
    return db;
  }
}

/**
 * An old version in a tab that is asleep cannot make way, and only a person can close it: the page
 * hears of it by an event, and again when that is over. Returns what says the latter.
 * @param {IDBOpenDBRequest} request
 */
function sayIfBlocked(request) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let asleep;
  const say = (/** @type {boolean} */ is) => dispatchEvent(new CustomEvent("blocked", { detail: is }));
  request.onblocked = () => (asleep = setTimeout(say, ASLEEP_MS, true));
  return () => {
    clearTimeout(asleep);
    if (asleep) say(false);
  };
}

function abort(/** @type {IDBTransaction} */ transaction) {
  try {
    transaction.abort();
  } catch {
    // It had already ended, which is what is wanted.
  }
}
