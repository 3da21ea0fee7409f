/** The check-in: one question a screen, a tap is a save, and every way back stays open. */

/** @import { Journal } from "../journal.js" */

import { drawPlace, fill, inFull, showDay, skip, take } from "../answers.js";
import { whenAnswered } from "../by-hand.js";
import { CheckInDraft } from "../check-in-draft.js";
import { find, on } from "../dom.js";
import { RATINGS } from "../said.js";
import { Steps } from "../steps.js";
import { WritingForm } from "../writing-form.js";

/** @extends {WritingForm<CheckInDraft>} */
class CheckInForm extends WritingForm {
  hasBegun = false;
  openAnew = /** @type {() => Promise<CheckInDraft | null>} */ (/** @type {unknown} */ (null)); // until it begins
  steps = new Steps(this, (step) => this.#arrived(step), ["place", ...RATINGS, "end"], RATINGS);

  /** Begin with a new check-in, the one that was left, or the one to change. Returns what it says, or null where that one is gone. @param {Journal} journal @param {string} address */
  async begin(journal, address) {
    this.hasBegun = true;
    const usual = (await this.meet(journal))?.usual_setting ?? null;
    this.openAnew = () => CheckInDraft.of(journal, address, usual);
    const open = await this.openAnew();
    this.hasBegun = open !== null;
    if (!open) return null;
    this.open = open;
    fill(this, this.open.said);
    this.#listen();
    this.#drawEnds();
    this.hidden = false;
    this.steps.begin(this.open.draft.step);
    return this.open.said;
  }

  /** It is shown again, perhaps days later. While nothing was said in it, it is about the last session by now. Returns what it says. */
  async again() {
    const fresh = await this.openAnew();
    if (!this.open.isKept) this.take(); // what the form says by now
    if (fresh && this.open.isUntouched && !fresh.wasLeft) this.#begin(fresh);
    return this.open.said;
  }

  /** Anew, where somebody is in it. @param {CheckInDraft} fresh */
  #begin(fresh) {
    fresh.draft.step = this.steps.step;
    this.open = fresh;
    fill(this, fresh.said);
  }

  #listen() {
    this.listen();
    find("[name=day]", this).addEventListener("blur", () => showDay(this, this.open.said));
    whenAnswered(find("form", this), () => this.steps.isFresh, () => this.steps.nextSoon());
    on("[data-skip]", () => this.#skip(), this);
    on("[data-next]", () => this.steps.next(), this);
    on("[data-go]", (event) => this.steps.visit(/** @type {any} */ (event.currentTarget).dataset.go), this);
    on("[data-keep]", (event) => this.#keep(/** @type {any} */ (event.currentTarget).dataset.keep === "shared"), this);
  }

  /** @param {string} step */
  #arrived(step) {
    const { draft } = this.open;
    if (step !== draft.step) find("[data-resumed]", this).hidden = true;
    draft.step = step;
    this.save();
  }

  /** What was new, and is dropped, has no address any more. */
  startAgain() {
    const { base, isOther } = this.open.draft;
    if (!base) history.replaceState(history.state, "", isOther ? "#other" : location.pathname);
    return super.startAgain();
  }

  #skip() {
    skip(this, this.open.said, this.steps.step);
    this.save();
    this.steps.next();
  }

  take() {
    take(this, this.open.said);
    drawPlace(this, this.open.said);
  }

  inFull() {
    return inFull(this);
  }

  /** @param {boolean} shared */
  async #keep(shared) {
    if (!(await this.keepBy(() => this.open.keep(shared)))) return;
    const { journal, draft } = this.open;
    this.hidden = true;
    this.steps.end(`#kept-${draft.record}`);
    this.dispatchEvent(new CustomEvent("kept", { detail: { journal, draft, name: this.name }, bubbles: true }));
  }

  /** Nothing is chosen in advance the first time; then the way of last time stands out. */
  async #drawEnds() {
    const { journal, draft } = this.open;
    const last = draft.base ? draft.said.shared : await journal.recall("shared_last");
    find("[data-keep=shared]", this).textContent = `Save and share with ${this.name}`;
    find("[data-keep=shared]", this).classList.toggle("usual", last === true);
    find("[data-keep=private]", this).classList.toggle("usual", last === false);
  }
}

customElements.define("check-in-form", CheckInForm);
