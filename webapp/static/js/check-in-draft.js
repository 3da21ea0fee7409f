/** The draft of a check-in: found again, or begun. */

/** @import { CheckIn, Draft, Setting } from "./types" */
/** @import { Journal } from "./journal.js" */

import { begun, blank, changing, keep, lately, wentOn } from "./check-ins.js";
import { OpenDraft } from "./open-draft.js";

const OTHER = "other";

/** @extends {OpenDraft<CheckIn>} */
export class CheckInDraft extends OpenDraft {
  /**
   * The draft that was left, or a change of what stands, or a new one: for the session that goes on or
   * has just been, if there is one. Null where what is named is not here any more: nobody should write
   * into another one than they meant. @param {Journal} journal
   * @param {string} address what to change or to go on with; "" for a new one, "other" for one that is not in the diary
   * @param {Setting | null} usual
   */
  static async of(journal, address, usual) {
    const drafts = await journal.drafts.of("check_in");
    const isNew = !address || address === OTHER;
    return isNew ? CheckInDraft.#next(journal, drafts, usual, address === OTHER) : CheckInDraft.#named(journal, address, drafts);
  }

  /** @param {Journal} journal @param {string} record @param {Draft[]} drafts */
  static async #named(journal, record, drafts) {
    const left = drafts.find((draft) => draft.record === record);
    if (left) return new CheckInDraft(journal, await wentOn(journal, left), true);
    const standing = await journal.record(record);
    return standing && !standing.deleted ? new CheckInDraft(journal, changing(standing), false) : null;
  }

  /** @param {Journal} journal @param {Draft[]} drafts @param {Setting | null} usual @param {boolean} isOther */
  static async #next(journal, drafts, usual, isOther) {
    const { due } = await lately(journal);
    const left = begun(drafts, due, isOther);
    const draft = left ? await wentOn(journal, left) : blank(usual, new Date(), isOther ? undefined : due);
    if (isOther) draft.isOther = true; // or the session of the diary would take it
    else if (due && !draft.base) draft.said.appointment = due.record;
    return new CheckInDraft(journal, draft, Boolean(left));
  }

  /** It is on the disk when this fulfils. @param {boolean} shared */
  keep(shared) {
    return this.keepBy(() => {
      this.said.shared = shared;
      return keep(this.journal, this.draft);
    });
  }

  /** Whether it may still be about another session: a new one in which nothing was said yet. */
  get isUntouched() {
    return !this.isKept && !this.draft.base && !super.isBegun;
  }

  get isBegun() {
    const { ratings, words, felt_off } = this.said;
    if (this.draft.base) return super.isBegun;
    return Object.keys(ratings).length > 0 || words !== "" || felt_off;
  }
}
