/** The check-in: one question a screen, a tap is a save, and every way back stays open. */

/** @import { Journal } from "../journal.js" */

import { other } from "../account.js";
import { drawPlace, fill, inFull, skip, take } from "../answers.js";
import { whenAnswered } from "../by-hand.js";
import { CheckInDraft } from "../check-in-draft.js";
import { find, findAll, on, show } from "../dom.js";
import { MOST_WORDS } from "../said.js";
import { Steps } from "../steps.js";
import * as words from "../words.js";

const TYPING_MS = 500;
const FULL =
  "This phone could not save it: it may be full. Your words are still here. Please copy them to be safe, then try again.";

class CheckInForm extends HTMLElement {
  open = /** @type {CheckInDraft} */ (/** @type {unknown} */ (null)); // until it begins
  hasBegun = false;
  name = "your therapist";
  steps = new Steps(this, (step) => this.#arrived(step));
  /** @type {ReturnType<typeof setTimeout> | undefined} */ typing;

  /** Begin with a new check-in, the one that was left, or the one to change. Returns what it says. @param {Journal} journal @param {string} address */
  async begin(journal, address) {
    this.hasBegun = true;
    const their = await other(journal);
    this.name = their?.therapist.name ?? this.name;
    this.open = await CheckInDraft.of(journal, address, their?.usual_setting ?? null);
    find("[data-resumed]", this).hidden = !this.open.wasLeft;
    this.#listen();
    fill(this, this.open.said);
    this.#drawLeft();
    this.#drawEnds();
    this.hidden = false;
    this.steps.begin(this.open.draft.step);
    return this.open.said;
  }

  #listen() {
    const form = find("form", this);
    form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    form.addEventListener("change", () => this.#read());
    form.addEventListener("input", () => this.#type());
    whenAnswered(form, () => this.steps.isFresh, () => this.steps.nextSoon());
    on("[data-back]", () => history.back(), this);
    on("[data-skip]", () => this.#skip(), this);
    on("[data-copy]", (event) => this.#copy(event), this);
    on("[data-next]", () => this.steps.next(), this);
    on("[data-go]", (event) => this.steps.visit(/** @type {any} */ (event.currentTarget).dataset.go), this);
    on("[data-afresh]", () => this.open.drop().then(() => location.reload()), this);
    on("[data-keep]", (event) => this.#keep(/** @type {any} */ (event.currentTarget).dataset.keep === "shared"), this);
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.#read());
  }

  /** @param {string} step */
  #arrived(step) {
    const { draft } = this.open;
    if (step !== draft.step) find("[data-resumed]", this).hidden = true;
    draft.step = step;
    this.#save();
  }

  #skip() {
    skip(this, this.open.said, this.steps.step);
    this.#save();
    this.steps.next();
  }

  /** Take what the form says, and save it as the draft. */
  #read() {
    if (this.open.isKept) return;
    take(this, this.open.said);
    drawPlace(this, this.open.said);
    this.#save();
  }

  /** Twice a second while somebody types, not only when they stop. */
  #type() {
    this.#drawLeft();
    this.typing ??= setTimeout(() => {
      this.typing = undefined;
      this.#read();
    }, TYPING_MS);
  }

  async #save() {
    try {
      await this.open.save();
      this.#warn("");
    } catch {
      this.#warn(FULL);
    }
  }

  /** @param {boolean} shared */
  async #keep(shared) {
    if (this.open.isKept) return; // the second half of a double tap
    take(this, this.open.said);
    try {
      await this.open.keep(shared);
      this.hidden = true;
      history.replaceState({}, "");
      const { journal, draft } = this.open;
      this.dispatchEvent(new CustomEvent("kept", { detail: { journal, draft, name: this.name }, bubbles: true }));
    } catch {
      this.#warn(FULL);
    }
  }

  #drawLeft() {
    const left = words.left(find("[name=words]", this).value, MOST_WORDS);
    find("[data-left]", this).textContent = left < 0 ? `${-left} characters too many` : left <= 200 ? `${left} characters left` : "";
    for (const button of findAll("[data-keep]", this)) button.disabled = left < 0;
  }

  /** Nothing is chosen in advance the first time; then the way of last time stands out. */
  async #drawEnds() {
    const { journal, draft } = this.open;
    const last = draft.base ? draft.said.shared : await journal.recall("shared_last");
    find("[data-keep=shared]", this).textContent = `Save and share with ${this.name}`;
    find("[data-keep=shared]", this).classList.toggle("usual", last === true);
    find("[data-keep=private]", this).classList.toggle("usual", last === false);
  }

  /** @param {string} words */
  #warn(words) {
    find("[data-failed]", this).textContent = words;
    show("failed", Boolean(words), this);
  }

  /** @param {Event} event */
  async #copy({ target }) {
    await navigator.clipboard.writeText(inFull(this));
    /** @type {any} */ (target).textContent = "Copied";
  }
}

customElements.define("check-in-form", CheckInForm);
