/** Wraps a form that needs a fresh passkey: asks for it first, then lets the form go. */

import { sentence, stepUp } from "../passkeys.js";
import { find } from "../dom.js";

class StepUpForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", this);
  }

  /** @param {Event} event */
  async handleEvent(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    event.preventDefault();
    try {
      const { state } = await stepUp(this.getAttribute("for") ?? "");
      if (state === "done") return form.submit();
      this.#say("The passkey was not accepted. What you typed is still here.");
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
