/** Somebody is let in again as the person of this phone: stopping it, or showing that it is you. */

import { find, on, show } from "../dom.js";
import { get, post } from "../http.js";
import { newRecoveryCode } from "../keeping.js";
import { oneAtATime } from "../passkeys.js";
import { keepSending } from "../sending.js";
import * as words from "../words.js";

const STATES = ["invited", "ended_here", "waiting"];
const SAID = {
  410: "This is not your code. Please look at it once more.",
  429: "That was tried often. Please wait a quarter of an hour.",
};

class LetInAgain extends HTMLElement {
  connectedCallback() {
    on("[data-stop]", () => this.#stop(), this);
    on("[data-another]", oneAtATime(() => this.#showAnother()), this);
    find("form", this).addEventListener("submit", (/** @type {Event} */ event) => this.#showCode(event));
  }

  async draw() {
    const { status, json } = await get("/recovery");
    if (status === 200) this.#tell(json);
  }

  /** @param {{ state: string, opens_at: string | null }} told */
  #tell({ state, opens_at }) {
    for (const each of STATES) show(each, each === state, this);
    for (const part of this.querySelectorAll("[data-opens]")) part.textContent = opens_at ? words.day(opens_at) : "";
    this.hidden = false;
  }

  async #stop() {
    const { status } = await post("/recovery/stop", {});
    if (status !== 204) return this.#say("That did not go through. Please try again.");
    this.#tell({ state: "none", opens_at: null });
    this.#say("It is stopped. Nobody comes in by it.");
    find(".said", this).focus(); // the button that was tapped has gone
    keepSending();
  }

  /** @param {Event} event */
  async #showCode(event) {
    event.preventDefault();
    const { status, json } = await post("/recovery/code", { code: find("input", this).value.trim() });
    const code = find("input", this);
    code.ariaInvalid = String(status === 410);
    if (status === 410 && (await this.#isBack())) return this.#back("back-already");
    if (status === 410) code.focus();
    if (status !== 200) return this.#say(SAID[/** @type {410} */ (status)] ?? "That did not go through. Please try again.");
    this.#showNew(json.code);
  }

  /** Perhaps by a code that was shown already, of which the answer was lost. */
  async #isBack() {
    const { status, json } = await get("/recovery");
    return status === 200 && json.state === "none";
  }

  /** The one that the answer would have brought is known to nobody. */
  async #showAnother() {
    const { refused, all } = await newRecoveryCode().catch(() => ({ refused: "refused", all: null }));
    if (refused) return this.#say("That did not go through. Please try again.");
    show("back-already", false, this);
    this.#showNew(all.code);
  }

  /** @param {string} code */
  #showNew(code) {
    find("[data-new-code]", this).textContent = code;
    this.#back("back");
  }

  /** @param {string} how */
  #back(how) {
    this.#tell({ state: "none", opens_at: null });
    this.#say("");
    show(how, true, this);
    find(`[data-when=${how}] p`, this).focus(); // it is read aloud: a code is shown only now
    keepSending();
  }

  /** @param {string} said */
  #say(said) {
    find(".said", this).textContent = said;
  }
}

customElements.define("let-in-again", LetInAgain);
