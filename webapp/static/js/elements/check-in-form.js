/** The check-in: one question a screen, a tap is a save, and every way back stays open. */

/** @import { Setting } from "../types" */
/** @import { Journal } from "../journal.js" */

import { other } from "../account.js";
import { blank, changing, keep, MOST_WORDS, one, RATINGS } from "../check-ins.js";
import { localDay, onDay } from "../days.js";
import { find, findAll, on } from "../dom.js";
import * as words from "../words.js";

const TYPING_MS = 500;
const TAP_MS = 140; // the row fills before the next question comes
const QUIET_MS = 220; // the second half of a double tap must not answer the next question
const FULL =
  "This phone could not save it: it may be full. Your words are still here. Please copy them to be safe, then try again.";
const STEPS = ["place", ...RATINGS, "end"];

class CheckInForm extends HTMLElement {
  journal = /** @type {Journal} */ (/** @type {unknown} */ (null)); // until it begins
  draft = blank("in_person");
  hasBegun = false;
  name = "your therapist";
  /** @type {ReturnType<typeof setTimeout> | undefined} */ typing;
  tappedAt = -Infinity;
  arrivedAt = -Infinity;

  /** Begin with a new check-in, the one that was left, or the one to change. @param {Journal} journal @param {string} record */
  async begin(journal, record) {
    this.hasBegun = true;
    this.journal = journal;
    const their = await other(journal);
    this.name = their?.therapist.name ?? this.name;
    await this.#choose(record, their?.usual_setting ?? null);
    this.#listen();
    this.#fill();
    this.hidden = false;
    this.#go(this.draft.step);
  }

  /** @param {string} record @param {Setting | null} usual */
  async #choose(record, usual) {
    const drafts = await this.journal.drafts();
    const left = drafts.find((draft) => (record ? draft.record === record : !draft.base));
    const standing = record && !left ? await one(this.journal, record) : null;
    const stands = standing && !standing.deleted;
    this.draft = left ?? (stands ? changing(standing) : blank(usual ?? "in_person"));
    if (!left && !stands && !usual) this.draft.step = "place";
    find("[data-resumed]", this).hidden = !left;
  }

  #listen() {
    const form = find("form", this);
    form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    form.addEventListener("pointerup", () => (this.tappedAt = performance.now()));
    form.addEventListener("click", (/** @type {MouseEvent} */ event) => this.#tapped(event));
    form.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.#pressed(event));
    form.addEventListener("change", () => this.#read());
    form.addEventListener("input", () => this.#type());
    on("[data-back]", () => history.back(), this);
    on("[data-skip]", () => this.#skip(), this);
    on("[data-next]", () => this.#next(), this);
    on("[data-go]", (event) => this.#visit(/** @type {any} */ (event.currentTarget).dataset.go), this);
    on("[data-afresh]", () => this.#afresh(), this);
    on("[data-keep]", (event) => this.#keep(/** @type {any} */ (event.currentTarget).dataset.keep === "shared"), this);
    addEventListener("popstate", () => this.#go(history.state?.step ?? this.draft.step));
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.#read());
  }

  // Moving.

  /** A tap on a row moves on; an arrow key only chooses. @param {MouseEvent} event */
  #tapped(event) {
    const now = performance.now();
    const byHand = event.detail > 0 || now - this.tappedAt < 700;
    if (!this.#isAnswer(event.target) || !byHand) return;
    if (now - this.arrivedAt < QUIET_MS) event.preventDefault();
    else this.#moveOn();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const row = /** @type {HTMLInputElement} */ (event.target);
    if (event.key === "Enter" && row.type === "checkbox") event.preventDefault(); // it would leave the page
    if (!this.#isAnswer(row) || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    row.checked = true;
    this.#read();
    this.#moveOn();
  }

  /** @param {any} target */
  #isAnswer(target) {
    return target?.type === "radio" && RATINGS.includes(target.name);
  }

  #moveOn() {
    clearTimeout(this.moving);
    this.moving = setTimeout(() => this.#next(), matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : TAP_MS);
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */ moving;

  #next() {
    this.#visit(STEPS[STEPS.indexOf(this.draft.step) + 1]);
  }

  /** Each question is a step in the history, so that the phone's own back works. @param {string} step */
  #visit(step) {
    find("[data-resumed]", this).hidden = true;
    history.pushState({ step }, "");
    this.#go(step);
  }

  /** @param {string} step */
  #go(step) {
    clearTimeout(this.moving);
    if (step !== this.draft.step) this.arrivedAt = performance.now();
    this.draft.step = step;
    if (history.state?.step !== step) history.replaceState({ step }, "");
    for (const part of findAll("[data-step]", this)) part.hidden = part.dataset.step !== step;
    const number = RATINGS.indexOf(/** @type {any} */ (step)) + 1;
    find("[data-count]", this).textContent = number ? `${number} of ${RATINGS.length}` : "";
    find(".ask__place", this).hidden = !number;
    find(`[data-step="${step}"] legend`, this).focus();
    scrollTo(0, 0);
    this.#save();
  }

  #skip() {
    const { said, step } = this.draft;
    delete said.ratings[/** @type {"safety"} */ (step)];
    for (const row of findAll(`[name="${step}"]`, this)) row.checked = false;
    this.#save();
    this.#next();
  }

  async #afresh() {
    await this.journal.dropDraft(this.draft.record);
    location.reload();
  }

  // Reading and filling the form.

  /** Take what the form says, and keep it as the draft. */
  #read() {
    if (this.finished) return;
    this.#take();
    this.#drawSetting();
    return this.#save();
  }

  #take() {
    const form = new FormData(find("form", this));
    const { said } = this.draft;
    for (const key of RATINGS) if (form.has(key)) said.ratings[key] = Number(form.get(key));
    said.setting = /** @type {Setting} */ (form.get("setting") ?? said.setting);
    said.felt_off = form.has("felt_off");
    said.words = String(form.get("words"));
    said.happened_at = onDay(said.happened_at, String(form.get("day")));
  }

  #fill() {
    const { said } = this.draft;
    for (const [key, value] of Object.entries({ ...said.ratings, setting: said.setting })) {
      find(`[name="${key}"][value="${value}"]`, this).checked = true;
    }
    find("[name=felt_off]", this).checked = said.felt_off;
    find("[name=words]", this).value = said.words;
    find("[name=day]", this).value = localDay(said.happened_at);
    find("[name=day]", this).max = localDay(new Date().toISOString());
    this.#drawSetting();
    this.#drawLeft();
    this.#drawEnds();
  }

  #drawSetting() {
    const { setting, happened_at } = this.draft.said;
    for (const part of findAll("[data-setting]", this)) part.hidden = part.dataset.setting !== setting;
    const label = find(`[name=setting][value=${setting}]`, this).closest("label").textContent.trim();
    const today = localDay(happened_at) === localDay(new Date().toISOString());
    find("[data-place]", this).textContent = today ? label : `${label}, ${words.day(happened_at)}`;
  }

  #drawLeft() {
    const left = words.left(find("[name=words]", this).value, MOST_WORDS);
    find("[data-left]", this).textContent = left < 0 ? `${-left} characters too many` : left <= 200 ? `${left} characters left` : "";
    for (const button of findAll("[data-keep]", this)) button.disabled = left < 0;
  }

  /** Nothing is chosen in advance the first time; then the way of last time stands out. */
  async #drawEnds() {
    const last = this.draft.base ? this.draft.said.shared : await this.journal.recall("shared_last");
    find("[data-keep=shared]", this).textContent = `Save and share with ${this.name}`;
    find("[data-keep=shared]", this).classList.toggle("usual", last === true);
    find("[data-keep=private]", this).classList.toggle("usual", last === false);
  }

  // Saving.

  /** Twice a second while somebody types, not only when they stop. */
  #type() {
    this.#drawLeft();
    this.typing ??= setTimeout(() => {
      this.typing = undefined;
      this.#read();
    }, TYPING_MS);
  }

  /** Nothing is a draft until something was said. */
  get #isBegun() {
    const { ratings, words, felt_off } = this.draft.said;
    return Object.keys(ratings).length > 0 || words !== "" || felt_off || Boolean(this.draft.base);
  }

  async #save() {
    if (this.finished || !this.#isBegun) return;
    try {
      await this.journal.saveDraft(this.draft);
      this.#warn("");
    } catch {
      this.#warn(FULL);
    }
  }

  finished = false;

  /** @param {boolean} shared */
  async #keep(shared) {
    if (this.finished) return; // the second half of a double tap
    this.#take();
    this.finished = true;
    this.draft.said.shared = shared;
    try {
      await keep(this.journal, this.draft);
      this.hidden = true;
      history.replaceState({}, "");
      this.dispatchEvent(new CustomEvent("kept", { detail: this, bubbles: true }));
    } catch {
      this.finished = false;
      this.#warn(FULL);
    }
  }

  /** @param {string} words */
  #warn(words) {
    find("[data-failed]", this).textContent = words;
  }
}

customElements.define("check-in-form", CheckInForm);
