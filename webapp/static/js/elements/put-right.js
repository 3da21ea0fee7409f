/** “Did you get to talk about it?” and “Is it put right?”, about one thing at a time. */

/** @import { Unsettled, TalkingPoint } from "../types" */
/** @import { Journal } from "../journal.js" */

import { copyOf, find, show } from "../dom.js";
import { isShared } from "../standing.js";
import { note } from "../talking-points.js";
import { once } from "../taps.js";
import * as words from "../words.js";

class PutRight extends HTMLElement {
  /** @param {Journal} journal @param {Unsettled} unsettled @param {string} name the therapist's */
  ask(journal, unsettled, name) {
    const { point, checkIn } = unsettled;
    const said = point?.current.body;
    const copy = copyOf("put-right");
    show("words", Boolean(said?.words), copy);
    show("strain", !said?.words && Boolean(checkIn), copy);
    find("[data-words]", copy).textContent = said?.words;
    find("[data-day]", copy).textContent = checkIn ? words.day(checkIn.current.body.happened_at) : "";
    show("talked", !said || said.state === "open", copy);
    show("right", Boolean(said) && said.state !== "open", copy);
    const shared = isShared((point ?? checkIn)?.heads ?? []);
    find("[data-who]", copy).textContent = shared ? `${name} can see your answer.` : "Only you can see your answer.";
    once("[data-answer]", ({ currentTarget }) => this.#answer(journal, unsettled, name, /** @type {any} */ (currentTarget).dataset.answer), copy);
    this.replaceChildren(copy);
    this.hidden = false;
  }

  /** That they talked about it is kept at once, and leads to the other question. @param {Journal} journal @param {Unsettled} unsettled @param {string} name @param {TalkingPoint["state"] | ""} answer */
  async #answer(journal, unsettled, name, answer) {
    const point = answer ? await note(journal, unsettled, answer) : unsettled.point;
    if (answer === "raised") {
      this.ask(journal, { ...unsettled, point }, name);
      find("[data-when=right] h3", this).focus();
      this.dispatchEvent(new CustomEvent("said", { bubbles: true }));
    } else this.dispatchEvent(new CustomEvent("answered", { detail: { answer, point }, bubbles: true }));
  }
}

customElements.define("put-right", PutRight);
