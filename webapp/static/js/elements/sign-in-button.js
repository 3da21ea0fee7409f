/**
 * The one way in: a button that asks for a passkey, then settles the person on this phone. Where the
 * browser can, a passkey may also be chosen from what it fills in: that is asked for once somebody
 * goes to the field, and ended before the button asks, because a browser asks for one at a time.
 */

import { settle } from "../account.js";
import { lockedHere, unlock } from "../app-key.js";
import { find, findAll, on, show, takesFocus } from "../dom.js";
import { canFillIn, oneAtATime, refusal, sentence, signIn, signInByFillingIn } from "../passkeys.js";

const SAID = {
  offline: "There is no connection just now. Please try again when you have signal.",
  recovering: "You are in, but this phone is still locked.",
  passkey_unknown: "This passkey does not belong to Footing any more. Please choose another one.",
};

class SignInButton extends HTMLElement {
  #ends = new AbortController();
  #fillingIn = Promise.resolve();
  #locked = lockedHere(); // read before a tap: whatever else changes that loads the page anew

  connectedCallback() {
    const button = find("button", this);
    button.addEventListener("click", oneAtATime(() => this.#comeIn(() => this.#openOrSignIn())));
    on("[data-another]", oneAtATime(() => this.#comeIn(signIn)), this);
    // Before this a tap would have been lost.
    button.disabled = false;
    if (find("input", this)) this.#offerToFillIn();
    this.#tellOfLock(button);
  }

  /** @param {HTMLButtonElement} button */
  async #tellOfLock(button) {
    if (!(await this.#locked)) return;
    button.textContent = "Open with your passkey";
    show("unlocked", false);
    for (const lead of findAll(".lead", this.parentElement ?? this)) lead.textContent = "Footing is locked. It opens without signal too.";
  }

  async #offerToFillIn() {
    if (!(await canFillIn())) return show("fills-in", false, this);
    const field = find("input", this);
    field.addEventListener("focus", () => this.#fillIn());
    if (document.activeElement === field) this.#fillIn(); // somebody was there first
  }

  /** Each time with a challenge of its own: one from an hour ago would be refused. */
  async #fillIn() {
    await this.#endFillingIn();
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    this.#fillingIn = this.#signIn(() => signInByFillingIn(signal), signal);
  }

  async #endFillingIn() {
    this.#ends.abort();
    await this.#fillingIn;
  }

  /** @param {() => Promise<any>} ask */
  async #comeIn(ask) {
    await this.#endFillingIn();
    await this.#signIn(ask);
  }

  /** @param {() => Promise<any>} ask @param {AbortSignal} [ends] what nobody need be told of */
  async #signIn(ask, ends) {
    this.#say("");
    const isOn = this.contains(document.activeElement); // settling hides it, perhaps before anybody hears of it
    try {
      const answer = await ask();
      if (!["done", "opened"].includes(answer.state)) return this.#say(SAID[/** @type {"offline"} */ (answer.state)] ?? "The passkey was not accepted. Please try again.");
      const refused = answer.state === "done" && (await settle(answer));
      if (refused) return this.#tellWhyNot(refused);
      if (isOn) goOn();
      this.dispatchEvent(new CustomEvent("signed-in", { detail: answer, bubbles: true }));
    } catch (error) {
      if (ends?.aborted) return;
      this.#say(sentence(error));
      show("another", Boolean(await this.#locked), this); // the one that opens it may be lost
    }
  }

  /** They are signed in, but nothing opens here. @param {string} refused */
  #tellWhyNot(refused) {
    this.#say(SAID[/** @type {"offline"} */ (refused)] ?? refusal(refused, "Please try again."));
    if (refused === "recovering") location.assign("/sign-in#still-locked"); // what opens it, and when it opens by itself
  }

  /** What is locked here opens without the server; else, or with another passkey, signing in does. */
  async #openOrSignIn() {
    const here = await this.#locked;
    const account = here && (await unlock(here));
    return account ? { state: "opened", person: { id: account.id, role: "client" }, journal: account.journal } : signIn();
  }

  /** @param {string} words */
  #say(words) {
    find(".said", this).textContent = words;
  }
}

/** What let somebody in goes with that: they go on from the title, and not from the top of the page. */
function goOn() {
  const title = find("h1");
  title.tabIndex = -1;
  takesFocus(title);
}

customElements.define("sign-in-button", SignInButton);
