/** The draft of a check-in: found again, or begun. */

/** @import { CheckIn, Setting } from "./types" */
/** @import { Journal } from "./journal.js" */

import { blank, changing, keep, one } from "./check-ins.js";
import { OpenDraft } from "./open-draft.js";

/** @extends {OpenDraft<CheckIn>} */
export class CheckInDraft extends OpenDraft {
  /**
   * The draft that was left, or a change of what stands, or a new one.
   * @param {Journal} journal @param {string} record what to change, or "" @param {Setting | null} usual
   */
  static async of(journal, record, usual) {
    const drafts = await journal.drafts.of("check_in");
    const left = drafts.find((draft) => (record ? draft.record === record : !draft.base));
    if (left) return new CheckInDraft(journal, left, true);
    const standing = record ? await one(journal, record) : null;
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
