/** Help to say it: what it was like, a sentence to begin with, one's own words, and a way to raise it. */

/** @import { Journal } from "../journal.js" */

import { whenAnswered } from "../by-hand.js";
import { drawGone, find, findAll, on, show } from "../dom.js";
import { begunWith } from "../said.js";
import { Steps } from "../steps.js";
import { PointDraft } from "../talking-points.js";
import { WritingForm } from "../writing-form.js";

const UNSURE = "unsure"; // until something else is chosen

/** @extends {WritingForm<PointDraft>} */
class SayIt extends WritingForm {
  steps = new Steps(this, (step) => this.#arrived(step), ["kind", "phrase", "words"]);

  /** @param {Journal} journal @param {string} change the record to change, or "" @param {string | null} checkIn what a new one is about */
  async begin(journal, change, checkIn) {
    await this.meet(journal);
    const open = await PointDraft.of(journal, change, checkIn);
    drawGone(open === null);
    if (!open) return;
    this.open = open;
    find("form", this).reset(); // a browser that goes back puts back what somebody chose here earlier
    find("[name=words]", this).value = this.open.said.words;
    this.listen();
    this.#listen();
    for (const part of findAll("[data-name]", this)) part.textContent = this.name;
    if (this.open.draft.base) find(`[data-keep=${this.open.said.route}]`, this).classList.add("usual");
    this.hidden = false;
    this.steps.begin(this.open.draft.step);
  }

  #listen() {
    const form = find("form", this);
    whenAnswered(form, () => this.steps.isFresh, () => this.steps.nextSoon());
    form.addEventListener("change", (/** @type {any} */ { target }) => this.#chose(target));
    find("[name=words]", this).addEventListener("input", () => show("no-words", false, this)); // not later: what moves under a thumb swallows its tap
    on("[data-skip]", () => this.steps.next(), this);
    on("[data-keep]", (event) => this.#keep(/** @type {any} */ (event.currentTarget).dataset.keep), this);
  }

  /** A sentence is only to begin with: it goes to where it can be changed. @param {any} row */
  #chose({ name, value }) {
    if (name === "kind") this.open.draft.like = value;
    if (name !== "phrase") return;
    const field = find("[name=words]", this);
    field.value = begunWith(value, field.value, findAll("[name=phrase]", this).map((row) => row.value));
    field.dispatchEvent(new Event("input", { bubbles: true })); // how much is left
    this.read();
  }

  /** @param {string} step */
  #arrived(step) {
    for (const part of findAll("[data-kind]", this)) part.hidden = part.dataset.kind !== (this.open.draft.like ?? UNSURE);
    this.open.draft.step = step;
    this.save();
  }

  take() {
    this.open.said.words = find("[name=words]", this).value;
  }

  /** @param {import("../types").TalkingPoint["route"]} route */
  async #keep(route) {
    this.take();
    const isEmpty = route !== "say" && !this.open.said.words.trim(); // nothing to read, and somebody would be told to read it
    show("no-words", isEmpty, this);
    if (isEmpty) return this.#askForWords();
    if (await this.keepBy(() => this.open.keep(route))) location.replace(`/talking-points#${this.open.draft.record}`);
  }

  /** The field takes the focus; on a small screen what is said below it would stay out of sight. */
  #askForWords() {
    find("[name=words]", this).focus();
    find("[data-when=no-words]", this).scrollIntoView({ block: "nearest" });
  }
}

customElements.define("say-it", SayIt);
