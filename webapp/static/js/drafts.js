/** What is being written on this phone. A draft belongs to the form that writes it: where two write
 * the same one, in two tabs, each has its own from then on, and neither takes a word from the other. */

/** @import { Draft } from "./types" */
/** @typedef {Pick<Draft<any>, "id" | "mark">} Known which draft it is, and the last of it that its form knows */
/** @import { Journal } from "./journal.js" */

import { result } from "./database.js";
import { insist } from "./room.js";
import { open, seal } from "./sealing.js";

export class Drafts {
  /** @param {Journal} journal */
  constructor(journal) {
    this.journal = journal;
  }

  /** Those of one kind. @param {string} kind @returns {Promise<Draft<any>[]>} */
  async of(kind) {
    return (await this.all()).filter((draft) => draft.kind === kind);
  }

  /** @returns {Promise<Draft<any>[]>} */
  async all() {
    const rows = await this.journal.database.read(({ drafts }) => result(drafts.getAll()));
    return Promise.all(rows.map((row) => this.#opened(row)));
  }

  /**
   * Keep a draft, as it is being written. Where another form has written it since, or has ended it,
   * it goes on as a draft of its own, if there is something in it that only this form knows.
   * @param {Draft<any>} draft its id and mark follow what is on the disk
   * @param {boolean} isNews whether anything was said since this form found it
   */
  async save(draft, isNews) {
    const { id, mark: known, ...written } = draft;
    const mark = isNews ? crypto.randomUUID() : known; // to look at it is not to write it
    const sealed = await seal(this.journal.key, JSON.stringify(written), id);
    const isOurs = await this.#change(async (drafts) => {
      if (!(await isAsKnown(drafts, { id, mark: known }))) return false;
      drafts.put({ record: id, mark, sealed }); // the store's key path is older than ids of drafts
      return true;
    });
    if (isOurs) draft.mark = mark;
    else if (isNews) await this.save(Object.assign(draft, { id: crypto.randomUUID(), mark: null }), isNews);
  }

  /** @param {Known} draft */
  drop(draft) {
    return this.#change((drafts) => end(drafts, draft));
  }

  /** A draft of the first version does not say that it is a check-in. @param {any} row @returns {Promise<Draft<any>>} */
  async #opened({ record: id, mark = null, sealed }) {
    return { kind: "check_in", ...JSON.parse(await open(this.journal.key, sealed, id)), id, mark };
  }

  /** @template T @param {(drafts: IDBObjectStore) => Promise<T>} work */
  #change(work) {
    return insist(this.journal.database, ["drafts"], ({ drafts }) => work(drafts));
  }
}

/** A draft is at its end; words that another form has written in it since stay. @param {IDBObjectStore} drafts @param {Known} draft */
export async function end(drafts, draft) {
  if (await isAsKnown(drafts, draft)) drafts.delete(draft.id);
}

/** @param {IDBObjectStore} drafts @param {Known} draft */
async function isAsKnown(drafts, { id, mark }) {
  const there = await result(drafts.get(id));
  return (there?.mark ?? null) === mark;
}
