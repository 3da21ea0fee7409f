/** Stopping all check-ins, and starting again. */

/** @import { Journal } from "../journal.js" */

import { other } from "../account.js";
import { find, findAll, on, show } from "../dom.js";
import { choose, chosen } from "../preferences.js";
import { keepSending } from "../sending.js";
import { orSaid } from "../taps.js";

class StopCheckIns extends HTMLElement {
  /** @param {Journal} journal */
  async tell(journal) {
    const name = (await other(journal))?.therapist.name;
    if (name) for (const part of findAll("[data-name]", this)) part.textContent = name;
    on("[data-choose]", orSaid(({ currentTarget }) => this.#choose(journal, currentTarget.dataset.choose === "start")), this);
    addEventListener("synced", () => this.#draw(journal));
    await this.#draw(journal);
    this.hidden = false;
  }

  /** @param {Journal} journal @param {boolean} check_ins */
  async #choose(journal, check_ins) {
    await choose(journal, { check_ins });
    await this.#draw(journal);
    find(check_ins ? "summary" : "[data-when=stopped] h2", this).focus();
    keepSending();
  }

  /** @param {Journal} journal */
  async #draw(journal) {
    const { check_ins, state } = await chosen(journal);
    show("going", check_ins, this);
    show("stopped", !check_ins, this);
    show("stopped-here", state !== "received", this);
    show("stopped-there", state === "received", this);
  }
}

customElements.define("stop-check-ins", StopCheckIns);
