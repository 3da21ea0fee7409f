/** The draft that one form is writing: found again or begun, saved as it goes, kept for good. */

/** @import { Draft, Setting } from "./types" */
/** @import { Journal } from "./journal.js" */

import { blank, changing, keep, one } from "./check-ins.js";

export class OpenDraft {
  isKept = false;
  /** @type {Promise<unknown>} */ saving = Promise.resolve();

  /** @param {Journal} journal @param {Draft} draft @param {boolean} wasLeft whether it was begun earlier */
  constructor(journal, draft, wasLeft) {
    this.journal = journal;
    this.draft = draft;
    this.wasLeft = wasLeft;
    this.before = JSON.stringify(draft.said);
  }

  /**
   * The draft that was left, or a change of what stands, or a new one.
   * @param {Journal} journal @param {string} record what to change, or "" @param {Setting | null} usual
   */
  static async of(journal, record, usual) {
    const drafts = await journal.drafts.of("check_in");
    const left = drafts.find((draft) => (record ? draft.record === record : !draft.base));
    if (left) return new OpenDraft(journal, left, true);
    const standing = record ? await one(journal, record) : null;
    const stands = standing && !standing.deleted;
    return new OpenDraft(journal, stands ? changing(standing) : blank(usual), false);
  }

  get said() {
    return this.draft.said;
  }

  /** Save it as it is now, one writing after the other. Rejects when the phone is full. */
  save() {
    if (this.isKept || !this.#isBegun) return Promise.resolve();
    const write = () => this.journal.drafts.save(this.draft, this.#isChanged);
    this.saving = this.saving.then(write, write);
    return this.saving;
  }

  /** Keep it for good; it is on the disk when this fulfils. @param {boolean} shared */
  async keep(shared) {
    this.isKept = true; // from now on no saving may bring the draft back
    await this.saving.catch(() => {});
    this.said.shared = shared;
    try {
      await keep(this.journal, this.draft);
    } catch (full) {
      this.isKept = false;
      throw full;
    }
  }

  drop() {
    return this.journal.drafts.drop(this.draft.id);
  }

  /** Nothing is a draft until something was said. */
  get #isBegun() {
    const { ratings, words, felt_off } = this.said;
    if (this.draft.base) return this.wasLeft || this.#isChanged;
    return Object.keys(ratings).length > 0 || words !== "" || felt_off;
  }

  get #isChanged() {
    return JSON.stringify(this.said) !== this.before;
  }
}
