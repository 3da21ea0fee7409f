/** The draft that one form is writing: saved as it goes, one writing after the other, kept for good. */

/** @import { Draft } from "./types" */
/** @import { Journal } from "./journal.js" */

/** @template T */
export class OpenDraft {
  isKept = false;
  /** @type {Promise<unknown>} */ saving = Promise.resolve();

  /** @param {Journal} journal @param {Draft<T>} draft @param {boolean} wasLeft whether it was begun earlier */
  constructor(journal, draft, wasLeft) {
    this.journal = journal;
    this.draft = draft;
    this.wasLeft = wasLeft;
    this.before = this.saved = JSON.stringify(draft.said);
  }

  get said() {
    return this.draft.said;
  }

  get isChanged() {
    return JSON.stringify(this.said) !== this.before;
  }

  /** Nothing is a draft until something was said. */
  get isBegun() {
    return this.wasLeft || this.isChanged;
  }

  /** Save it as it is now. Rejects when the phone is full. */
  save() {
    if (this.isKept || !(this.isBegun || this.isThere)) return Promise.resolve();
    const write = () => this.#write();
    this.saving = this.saving.then(write, write);
    return this.saving;
  }

  /** Whether some of it may be on the disk. */
  get isThere() {
    return this.wasLeft || this.draft.mark !== null;
  }

  /** Where nothing is said in it any more, nothing stays of it. What this form has saved is no news: whoever ended it since knew it. */
  async #write() {
    const said = JSON.stringify(this.said);
    if (this.isBegun) await this.journal.drafts.save(this.draft, said !== this.saved);
    else await this.#remove();
    this.saved = said;
  }

  async #remove() {
    await this.journal.drafts.drop(this.draft);
    this.draft.mark = null;
  }

  /** Keep it for good, by `keep`; from now on no saving may bring the draft back. @template R @param {() => Promise<R>} keep */
  async keepBy(keep) {
    this.isKept = true;
    await this.saving.catch(() => {});
    try {
      return await keep();
    } catch (full) {
      this.isKept = false;
      throw full;
    }
  }

  /** Begin again without it, unless another form has written in it since. */
  drop() {
    return this.keepBy(() => this.journal.drafts.drop(this.draft));
  }
}
