/** A form that writes a draft as it goes, and loses no word of it. */

/** @import { Journal } from "./journal.js" */
/** @import { OpenDraft } from "./open-draft.js" */

import { other } from "./account.js";
import { find, findAll, notCopied, on, sendsNothing, show } from "./dom.js";
import { full } from "./words.js";
import { drawLeft } from "./how-much.js";

const TYPING_MS = 500;

/** @template {OpenDraft<any>} T */
export class WritingForm extends HTMLElement {
  open = /** @type {T} */ (/** @type {unknown} */ (null)); // until it begins
  here = "Your words are still here. Please copy them to be safe, then try again.";
  name = "your therapist";
  /** @type {ReturnType<typeof setTimeout> | undefined} */ typing;

  /** Who it is for. @param {Journal} journal */
  async meet(journal) {
    const their = await other(journal);
    this.name = their?.therapist.name ?? this.name;
    return their;
  }

  /** Take what the form says into the draft. */
  take() {}

  /** Everything that was said so far, as a text to take away. */
  inFull() {
    return findAll("textarea", this).map(({ value }) => value).join("\n\n");
  }

  listen() {
    this.follow();
    find("form", this).addEventListener("change", () => this.read());
    on("[data-copy]", (event) => this.#copy(event), this);
    this.resume();
  }

  /** Save what is typed, also where somebody goes in the middle of it. */
  follow() {
    const form = find("form", this);
    sendsNothing(form);
    form.addEventListener("input", () => this.#type());
    on("[data-afresh]", () => this.startAgain(), this);
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.read());
  }

  /** Say whether something was left, and how much more goes. */
  resume() {
    find("[data-resumed]", this).hidden = !this.open.wasLeft;
    drawLeft(this);
  }

  /** Without what was left. */
  async startAgain() {
    await this.open.drop();
    location.reload();
  }

  /** Take what the form says, and save it as the draft. */
  async read() {
    this.typing = void clearTimeout(this.typing);
    if (!this.open || this.open.isKept) return;
    this.take();
    await this.save();
  }

  /** Twice a second while somebody types, not only when they stop. */
  #type() {
    drawLeft(this);
    this.typing ??= setTimeout(() => this.read(), TYPING_MS);
  }

  async save() {
    try {
      await this.open.save();
      this.warn("");
    } catch {
      this.warn(full(this.here));
    }
  }

  /** Keep it for good, once. Says whether it worked. @param {() => Promise<unknown>} keep */
  async keepBy(keep) {
    if (this.open.isKept) return false; // the second half of a double tap
    this.typing = void clearTimeout(this.typing); // the draft that it would save says that all is well
    this.take();
    try {
      await keep();
      return true;
    } catch {
      this.warn(full(this.here));
      this.open.save().catch(() => {}); // there may be room for a draft at least
      find("[data-failed]", this).scrollIntoView({ block: "center" }); // it stands above long words, the button below them
      return false;
    }
  }

  /** @param {string} words */
  warn(words) {
    find("[data-failed]", this).textContent = words;
    show("failed", Boolean(words), this);
  }

  /** @param {Event} event */
  async #copy({ target }) {
    const wrong = await notCopied(this.inFull());
    if (wrong) this.warn(wrong);
    else /** @type {any} */ (target).textContent = "Copied";
  }
}
