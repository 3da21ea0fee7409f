/** Both ends of a sync, in memory: a phone's copy by the rules of journal.js, and a server. */

/** @import { Answer, Change, Cursor, Item, Synced, SyncingCopy } from "../../webapp/static/js/types" */

import { digest } from "../../webapp/static/js/sealing.js";

const DAMAGED_MOST = 3;
const LIMITS = { items: 50, bytes: 262_144 };

/** No answer, or one that is not ours: what http.js makes of both. @type {Answer} */
export const NOTHING = { status: 0, json: null, wait: null };

/** @param {number} status @param {any} json @param {number | null} wait @returns {Answer} */
export const answer = (status, json, wait = null) => ({ status, json, wait });

/** The server refuses a whole request. @param {number} status @param {string} code @param {number} [wait] */
export const problem = (status, code, wait) => answer(status, { status, code, title: "No" }, wait);

/** @implements {SyncingCopy} */
export class Phone {
  device = crypto.randomUUID();
  /** @type {(Item & { damaged: number, refused: string | null })[]} */ outbox = [];
  /** @type {Change[]} */ entries = [];
  /** @type {Cursor | null} */ at = null;
  readingAgain = false;
  isKnown = false;

  /** @param {string} account */
  constructor(account) {
    this.account = account;
  }

  /** Write entries, each a record of its own. @param {string[]} texts */
  async writes(...texts) {
    for (const body of texts) {
      const head = { entry: crypto.randomUUID(), record: crypto.randomUUID(), base: null, resolves: [] };
      const about = { kind: "check_in", schema: 1, op: /** @type {const} */ ("put") };
      const when = { written_at: new Date().toISOString(), zone: "Europe/London" };
      this.#waits({ ...head, ...about, ...when, body, sha256: await digest(body) });
    }
  }

  /** The words that wait. */
  get waiting() {
    return this.#sendable().map(({ body }) => body);
  }

  /** The words that need attention, and why. */
  get refused() {
    return this.outbox.filter(({ refused }) => refused).map(({ body, refused }) => [body, refused]);
  }

  /** The words that have come back from the server. */
  get received() {
    return this.entries.map(({ body }) => body);
  }

  /** One entry earlier at first, as in copy.js. */
  cursor = async () => (this.isKnown || !this.at ? this.at : cursorAt(this.entries.at(-2)));

  /** @param {Synced} answer */
  knows({ changes: [first] = [] }) {
    const newest = this.isKnown ? undefined : this.entries.at(-1);
    this.isKnown ||= !newest || JSON.stringify(first) === JSON.stringify(newest);
    return this.isKnown;
  }

  waitingCount = async () => this.#sendable().length;

  /** @param {number} most */
  async nextBatch(most) {
    const rows = this.readingAgain ? [] : this.#sendable().slice(0, most);
    return rows.map(({ damaged, refused, ...item }) => item);
  }

  /** @param {Synced} answer */
  async apply({ changes = [], results, cursor, more }) {
    const known = this.at?.seq ?? 0;
    const fresh = changes.filter(({ seq }) => seq > known);
    this.entries.push(...fresh);
    for (const { entry } of fresh) this.#forget(entry);
    const seen = Math.max(known, cursor?.seq ?? 0);
    for (const { entry, status, seq = Infinity, code = "" } of results) {
      if (status === "known" && seq <= seen) this.#forget(entry);
      if (status === "rejected") await this[code === "bad_digest" ? "blame" : "refuse"](entry, code);
    }
    if (cursor && seen > known) this.at = cursor;
    if (!more) this.readingAgain = this.isKnown = false; // the next round looks anew
  }

  async startAgain() {
    for (const { seq, author, received_at, ...item } of this.entries) {
      const waits = this.outbox.some(({ entry }) => entry === item.entry);
      if (author === this.account && !waits) this.#waits(item);
    }
    this.entries = [];
    this.at = null;
    this.readingAgain = true;
  }

  /** @param {string} entry @param {string} code */
  async refuse(entry, code) {
    for (const row of this.outbox) if (row.entry === entry) row.refused = code;
  }

  /** @param {string} entry @param {string} code */
  async blame(entry, code) {
    const row = this.outbox.find((row) => row.entry === entry);
    if (row && row.damaged < DAMAGED_MOST) row.damaged += 1;
    else await this.refuse(entry, code);
  }

  #sendable = () => this.outbox.filter(({ refused }) => !refused);

  /** @param {Item} item */
  #waits(item) {
    this.outbox.push({ ...item, damaged: 0, refused: null });
  }

  /** @param {string} entry */
  #forget(entry) {
    this.outbox = this.outbox.filter((row) => row.entry !== entry);
  }
}

export class Server {
  /** @type {Change[]} */ entries = [];
  /** What it was asked, in order. @type {{ cursor: Cursor | null, push: Item[] }[]} */ asked = [];
  /** @type {((asked: any) => Answer | Promise<Answer>)[]} */ #nexts = [];
  page = Infinity;
  /** Why it rejects an item. @type {(item: Item) => string | null} */ rejects = () => null;

  /** What answers the next posts instead. @param {((asked: any) => Answer | Promise<Answer>)[]} nexts */
  next(...nexts) {
    this.#nexts.push(...nexts);
  }

  /** How big each push was. */
  get sizes() {
    return this.asked.map(({ push }) => push.length);
  }

  /** The words that it keeps. */
  get words() {
    return this.entries.map(({ body }) => body);
  }

  /** @param {string} path @param {any} asked @returns {Promise<Answer>} */
  post = async (path, asked) => {
    this.asked.push(asked);
    return (this.#nexts.shift() ?? this.answers)(asked);
  };

  /** @param {any} asked @returns {Promise<Answer>} */
  answers = async ({ account, push, cursor, limit }) => {
    const results = [];
    for (const item of push) results.push(await this.#take(item, account));
    const told = { protocol: 1, server_time: new Date().toISOString(), limits: LIMITS, results };
    if (!this.#fits(cursor)) return answer(200, { ...told, resync: true });
    const from = cursor?.seq ?? 0;
    const changes = this.entries.slice(from, from + Math.min(limit, this.page));
    const end = changes.at(-1);
    const more = from + changes.length < this.entries.length;
    return answer(200, { ...told, changes, cursor: end ? cursorAt(end) : cursor, more });
  };

  /** @param {Item} item @param {string} author */
  async #take(item, author) {
    const { entry, body, sha256 } = item;
    const known = this.entries.find((kept) => kept.entry === entry);
    if (known) return { entry, status: "known", seq: known.seq };
    const code = body && (await digest(body)) !== sha256 ? "bad_digest" : this.rejects(item);
    if (code) return { entry, status: "rejected", code, message: "No." };
    const seq = this.entries.length + 1;
    this.entries.push({ ...item, seq, author, received_at: new Date().toISOString() });
    return { entry, status: "stored", seq };
  }

  /** @param {Cursor | null} cursor */
  #fits(cursor) {
    return !cursor || this.entries.some((at) => at.seq === cursor.seq && cursorAt(at)?.mark === cursor.mark);
  }
}

/** @param {Change | undefined} change @returns {Cursor | null} */
const cursorAt = (change) =>
  change ? { seq: change.seq, mark: change.entry.replaceAll("-", "").slice(0, 16) } : null;
