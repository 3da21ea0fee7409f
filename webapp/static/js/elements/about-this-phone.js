/** What somebody should know of the phone they hold: room, the key, and what may be missing. */

/** @import { Journal } from "../journal.js" */

import { find, on, show } from "../dom.js";
import { isIPhone, isInstalled } from "../installed.js";
import { isLent } from "../keys.js";
import { state } from "../room.js";
import * as words from "../words.js";

class AboutThisPhone extends HTMLElement {
  journal = /** @type {Journal} */ (/** @type {unknown} */ (null)); // until it tells

  connectedCallback() {
    on("[data-noted]", () => this.#noted(), this);
  }

  /** @param {Journal} journal */
  async tell(journal) {
    this.journal = journal;
    const { isTight, isWhole } = await state(journal);
    show("in-a-tab", isIPhone() && !isInstalled(), this);
    show("lent", isLent(journal.account), this);
    show("tight", isTight || !isWhole, this);
    await this.#tellMissing();
  }

  async #tellMissing() {
    const [clearedAt, [other]] = await Promise.all([this.journal.note("thrown_away_at"), elsewhere(this.journal)]);
    show("thrown-away", Boolean(clearedAt), this);
    show("elsewhere", Boolean(other), this);
    if (clearedAt) find("[data-thrown-away]", this).textContent = words.day(clearedAt);
    if (other) find("[data-elsewhere]", this).textContent = words.elsewhere(other.waiting, other.reported_at);
  }

  async #noted() {
    await Promise.all([this.journal.setNote("thrown_away_at", null), this.journal.setNote("elsewhere", null)]);
    await this.#tellMissing();
  }
}

/** The phones of this person that had something waiting, the latest first. @param {Journal} journal */
const elsewhere = async (journal) => (await journal.recall("elsewhere")) ?? [];

customElements.define("about-this-phone", AboutThisPhone);
