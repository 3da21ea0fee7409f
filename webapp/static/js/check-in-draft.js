/** The draft of a check-in: found again, or begun. */

/** @import { CheckIn, Draft, Setting } from "./types" */
/** @import { Journal } from "./journal.js" */

import { begun, blank, changing, keep, lately, one } from "./check-ins.js";
import { OpenDraft } from "./open-draft.js";

const OTHER = "other";

/** @extends {OpenDraft<CheckIn>} */
export class CheckInDraft extends OpenDraft {
  /**
   * The draft that was left, or a change of what stands, or a new one: for the session that has just
   * been, if there is one. @param {Journal} journal
   * @param {string} address what to change; "" for a new one, "other" for one that is not in the diary
   * @param {Setting | null} usual
   */
  static async of(journal, address, usual) {
    const drafts = await journal.drafts.of("check_in");
    if (address && address !== OTHER) return CheckInDraft.#toChange(journal, address, drafts, usual);
    const session = address ? undefined : (await lately(journal)).due;
    const left = begun(drafts, session, address === OTHER);
    return new CheckInDraft(journal, left ?? blank(usual, new Date(), session), Boolean(left));
  }

  /** @param {Journal} journal @param {string} record @param {Draft[]} drafts @param {Setting | null} usual */
  static async #toChange(journal, record, drafts, usual) {
    const left = drafts.find((draft) => draft.record === record);
    if (left) return new CheckInDraft(journal, left, true);
    const standing = await one(journal, record);
    const stands = standing && !standing.deleted;
    return new CheckInDraft(journal, stands ? changing(standing) : blank(usual), false);
  }

  /** It is on the disk when this fulfils. @param {boolean} shared */
  keep(shared) {
    return this.keepBy(() => {
      this.said.shared = shared;
      return keep(this.journal, this.draft);
    });
  }

  get isBegun() {
    const { ratings, words, felt_off } = this.said;
    if (this.draft.base) return super.isBegun;
    return Object.keys(ratings).length > 0 || words !== "" || felt_off;
  }
}
