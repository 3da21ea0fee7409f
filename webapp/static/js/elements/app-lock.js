/** Whether Footing locks itself on this phone: turning that on and off, and locking at once. */

import { turnOff, turnOn } from "../app-key.js";
import { isOn, lockNow } from "../app-lock.js";
import { find, findAll, on, show } from "../dom.js";
import { evenIfLapsed } from "../lapsed.js";
import { givesNoSecret, oneAtATime, refusal, sentence } from "../passkeys.js";

const OFF = "Footing does not lock itself any more.";
const SAID = {
  on: "Footing locks itself from now on.",
  offline: "This needs signal, once. Please try again when you have some.",
  unable: "This passkey cannot do that on this phone.",
};

class AppLock extends HTMLElement {
  account = "";

  connectedCallback() {
    on("[data-lock]", oneAtATime(() => this.#try(() => this.#turnOn())), this);
    on("[data-lock-now]", () => lockNow().then(() => location.reload()), this);
    on("[data-unlock]", () => this.#try(() => turnOff(this.account).then(() => OFF)), this);
  }

  /** @param {string} account */
  async draw(account) {
    this.account = account;
    const [is, unable] = [await isOn(account), await givesNoSecret()];
    show("lock-on", is, this);
    show("lock-off", !is && !unable, this);
    show("lock-unable", !is && unable, this);
  }

  async #turnOn() {
    const end = await evenIfLapsed(() => turnOn(this.account));
    return SAID[/** @type {"on"} */ (end)] ?? refusal(end, "Please try again.");
  }

  /** @param {() => Promise<string>} work */
  async #try(work) {
    find(".said", this).textContent = await work().catch(sentence);
    await this.draw(this.account);
    for (const button of findAll("[data-lock], [data-unlock]", this)) button.focus(); // one is shown, and only that one takes it
  }
}

customElements.define("app-lock", AppLock);
