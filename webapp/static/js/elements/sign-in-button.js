/** The one way in: a button that asks for a passkey, then settles the person on this phone. */

import { settle } from "../account.js";
import { sentence, signIn } from "../passkeys.js";
import { find } from "../dom.js";

const SAID = {
  offline: "There is no connection just now. Please try again when you have signal.",
  passkey_unknown: "This passkey does not belong to Footing any more. Please choose another one.",
};

class SignInButton extends HTMLElement {
  connectedCallback() {
    const button = find("button", this);
    button.addEventListener("click", () => this.#signIn());
    button.disabled = false; // before this a tap would have been lost
  }

  async #signIn() {
    this.#say("");
    try {
      const answer = await signIn();
      if (answer.state !== "done") return this.#say(SAID[/** @type {"offline"} */ (answer.state)] ?? "The passkey was not accepted. Please try again.");
      if (!(await settle(answer))) return this.#say(SAID.offline);
      this.dispatchEvent(new CustomEvent("signed-in", { detail: answer, bubbles: true }));
    } catch (error) {
      this.#say(sentence(error));
    }
  }

  /** @param {string} words */
  #say(words) {
    find(".said", this).textContent = words;
  }
}

customElements.define("sign-in-button", SignInButton);
