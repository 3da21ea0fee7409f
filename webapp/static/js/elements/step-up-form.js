/** Wraps a form that needs a fresh passkey: asks for it first, then lets the form go. */

import { find } from "../dom.js";
import { evenIfLapsed } from "../lapsed.js";
import { oneAtATime, refusal, sentence, stepUp } from "../passkeys.js";

class StepUpForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", oneAtATime(({ target }) => this.#ask(target)));
    find("[type=submit]", this).disabled = false; // sent before this, the form would be refused
  }

  /** @param {HTMLFormElement} form */
  async #ask(form) {
    this.#say("");
    try {
      const refused = await evenIfLapsed(() => stepUp(this.getAttribute("for") ?? ""));
      if (!refused) return form.submit();
      this.#say(refusal(refused, "Nothing was sent, and what you typed is still here."));
    } catch (error) {
      this.#say(sentence(error));
    }
  }

  /** @param {string} words */
  #say(words) {
    find(".said", this).textContent = words;
  }
}

customElements.define("step-up-form", StepUpForm);
