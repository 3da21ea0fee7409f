/** “One thing I want to bring”: written, kept for oneself or shared, and what stayed from before. */

/** @import { Standing } from "../types" */
/** @import { PreparationDraft } from "../preparations.js" */

import { copyOf, drawState, find, on, replaceIn, sendsNothing, show, tellIn } from "../dom.js";
import { drawLeft } from "../how-much.js";
import { asOne } from "../preparations.js";
import { sendsInBackground } from "../sending.js";
import { deliberately } from "../taps.js";
import { lifted } from "../thumb.js";
import * as words from "../words.js";

const TYPING_MS = 500;

class BringOneThing extends HTMLElement {
  open = /** @type {PreparationDraft} */ (/** @type {unknown} */ (null)); // until it is drawn
  name = "";
  earlier = "";
  isChanging = false;
  isRemoved = false; // just now
  drawn = ""; // the points
  field = find("textarea", this);
  /** @type {ReturnType<typeof setTimeout> | undefined} */ typing;

  connectedCallback() {
    find("form", this).reset(); // a browser that goes back puts back what somebody wrote here earlier
    sendsNothing(find("form", this));
    this.field.addEventListener("input", () => this.#type());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.#save());
    on("[data-opener]", deliberately("begin", ({ target }) => this.#begin(/** @type {HTMLElement} */ (target).textContent ?? "")), this);
    on("[data-keep]", ({ target }) => this.#keep(/** @type {any} */ (target).dataset.keep === "shared"), this);
    on("[data-turn]", deliberately("turn", () => this.#keep(!this.open.stood.shared, "[data-turn]")), this);
    on("[data-change]", () => this.#change(), this);
    on("[data-again]", () => this.#again(), this);
    on("[data-done]", () => this.#say("stayed-done"), this);
  }

  /** Whether somebody is at it just now: then their field is their own. */
  get isTyping() {
    return Boolean(this.typing) || document.activeElement === this.field;
  }

  /** Whether somebody is writing here, also where they left it for a while. */
  get isBusy() {
    return this.isTyping || this.open?.isWriting;
  }

  /**
   * @param {PreparationDraft} open @param {string} name the therapist's
   * @param {{ standing?: Standing, stayed?: Standing, points: Standing[] }} about how it stands, and what stayed from before
   */
  async draw(open, name, { standing, stayed, points }) {
    Object.assign(this, { open, name, earlier: stayed ? asOne(stayed.heads).bring : "" });
    this.hidden = false;
    if (!this.isTyping || !(this.field.value || this.typing)) this.field.value = open.said.bring;
    find("[data-stayed]", this).textContent = this.earlier;
    find("[data-stayed-who]", this).textContent = stayed ? words.whoSees(stayed, name) : "";
    show("stayed", Boolean(stayed), this);
    await this.#drawPoints(points);
    this.#drawMode();
    if (standing) await this.#drawKept(standing);
  }

  /** @param {Standing[]} points */
  async #drawPoints(points) {
    const seen = JSON.stringify(points);
    if (seen === this.drawn) return; // drawing them again would take the focus away from under a thumb
    this.drawn = seen;
    await lifted();
    show("points", points.length > 0, this);
    replaceIn(find("[data-points]", this), ...points.map(({ record, current }) => {
      const copy = copyOf("point");
      find("a", copy).href = `/talking-points#${record}`;
      find("strong", copy).textContent = current.body.words;
      return copy;
    }));
  }

  #drawMode() {
    const { said, stood } = this.open;
    const writes = this.isChanging || this.open.isWriting || !stood.bring;
    find("[data-words]", this).textContent = stood.bring;
    show("kept", !writes, this);
    show("writing", writes, this);
    show("no-session", !said.appointment, this);
    find("[data-keep=shared]", this).textContent = `Keep it and show it to ${this.name}`;
    find("[data-turn]", this).textContent = stood.shared ? "Keep it only for me" : `Show it to ${this.name}`;
    drawLeft(this);
    this.#drawKeeps();
  }

  /** What was kept stands until its emptied field is kept too. */
  #drawKeeps() {
    const [isEmptied, { said, stood }] = [this.#isEmptied, this.open];
    show("words", Boolean(said.appointment && (!isEmptied || stood.bring)), this);
    find("[data-keep=private]", this).textContent = isEmptied ? "Remove it" : "Keep it, only for me";
    find("[data-keep=shared]", this).hidden = isEmptied;
  }

  get #isEmptied() {
    return !this.field.value.trim();
  }

  /** Whether anybody still sees what was removed. @param {Standing} standing */
  #drawRemoved(standing) {
    const isStillSeen = !this.open.stood.bring && standing.state !== "received" && standing.sharedThere;
    tellIn(find("[data-removed]", this), isStillSeen ? `Removed. ${words.whoSees(standing, this.name)}` : this.isRemoved ? "Removed." : "");
  }

  /** @param {Standing} standing */
  async #drawKept(standing) {
    this.#drawRemoved(standing);
    tellIn(find("[data-who-sees]", this), words.whoSees(standing, this.name));
    drawState(find("[data-state]", this), standing.state, words.state(standing.state, await sendsInBackground()));
  }

  #type() {
    this.isRemoved = false;
    drawLeft(this);
    this.#drawKeeps();
    this.typing ??= setTimeout(() => this.#save(), TYPING_MS);
  }

  #save() {
    clearTimeout(this.typing);
    this.typing = undefined;
    if (this.open && this.field.value !== this.open.said.bring) this.#say("wrote", this.open.write(this.field.value));
  }

  /** @param {string} opener */
  #begin(opener) {
    this.field.value = [this.field.value.trim(), opener.replace("…", "")].filter(Boolean).join("\n");
    this.#save();
    this.#drawMode();
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  #again() {
    this.isChanging = true;
    this.#begin(this.earlier);
    this.#say("stayed-done");
  }

  #change() {
    this.isChanging = true;
    this.#drawMode();
    this.field.focus();
  }

  /** @param {boolean} shared @param {string} then the button on which somebody goes on */
  async #keep(shared, then = "[data-change]") {
    this.isRemoved = this.#isEmptied;
    if (this.isRemoved) this.field.value = ""; // blanks are no words
    this.#save();
    this.field.blur();
    const keeping = this.open.keep(shared);
    this.#say("kept", keeping);
    await keeping;
    this.isChanging = false;
    this.#drawMode();
    find(this.open.stood.bring ? then : "textarea", this).focus();
  }

  /** The page hears what was done, and what became of the saving. @param {string} did @param {Promise<unknown>} [saving] */
  #say(did, saving = Promise.resolve()) {
    this.dispatchEvent(new CustomEvent("brought", { detail: { did, saving }, bubbles: true }));
  }
}

customElements.define("bring-one-thing", BringOneThing);
