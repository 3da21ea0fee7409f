/** After a check-in was saved: thanks, where it is now, who can see it, and help where it was a dip. */

/** @import { Draft, Unsettled } from "../types" */
/** @import { Journal } from "../journal.js" */

import { lookAt, noteAsked } from "../after-check-in.js";
import { drawState, find, inTurn, on, seen, show, wording } from "../dom.js";
import { news, sendsInBackground } from "../sending.js";
import * as words from "../words.js";

class CheckInKept extends HTMLElement {
  inBackground = sendsInBackground(); // known before it is wanted

  /** @param {{ journal: Journal, draft: Draft, name: string }} kept the therapist's name comes with it */
  async thank({ journal, draft, name }) {
    for (const link of ["[data-see]", "[data-help]"]) find(link, this).href += `#${draft.record}`;
    on("[data-see]", see, this);
    show("dip", draft.said.felt_off, this);
    const draw = inTurn(() => this.#draw(journal, draft, name));
    addEventListener("synced", draw);
    news.onmessage = draw;
    this.hidden = false;
    scrollTo(0, 0); // with large text, somebody was far down where they saved it
    find("h2", this).focus({ preventScroll: true });
    await draw();
    seen().then(() => this.#look(journal, draft, name)); // through all that was ever said: not before “Saved”
  }

  /** @param {Journal} journal @param {Draft} draft @param {string} name */
  async #draw(journal, { record }, name) {
    const standing = await journal.record(record);
    if (!standing) return; // deleted in another tab, before it was sent
    const now = standing.state;
    find("[data-who-sees-it]", this).textContent = words.whoSees(standing, name);
    const signedOut = now !== "received" && (await journal.note("last")) === "signed_out";
    drawState(find("[data-state]", this), now, signedOut ? `${words.inShort(now)}.` : words.state(now, await this.inBackground)); // signal alone will not do
    if (signedOut) this.dispatchEvent(new CustomEvent("signed-out", { bubbles: true }));
    show("signed-out", signedOut, this);
  }

  /** Only a new check-in is the next one. @param {Journal} journal @param {Draft} draft @param {string} name */
  async #look(journal, { record, base }, name) {
    const { reason, numbers, toAsk } = await lookAt(journal, record, wording("reasons"));
    if (reason) find("[data-reason]", this).textContent = reason;
    find("[data-numbers]", this).textContent = numbers;
    show("dip", Boolean(reason), this);
    show("numbers", Boolean(numbers), this);
    if (!base) this.#ask(journal, toAsk, name);
  }

  /** One after the other. @param {Journal} journal @param {Unsettled[]} unsettled @param {string} name */
  async #ask(journal, [unsettled, ...others], name) {
    show("ask", Boolean(unsettled), this);
    if (!unsettled) return;
    const form = find("put-right", this);
    form.ask(journal, unsettled, name);
    form.addEventListener("answered", (/** @type {CustomEvent} */ { detail }) => this.#answered(journal, detail.answer, others, name), { once: true });
    await noteAsked(journal, unsettled);
  }

  /** @param {Journal} journal @param {string} answer @param {Unsettled[]} others @param {string} name */
  #answered(journal, answer, others, name) {
    show("answered", true, this);
    find("[data-answered]", this).textContent = answer ? "Kept. You can change it at any time." : "That is all right. It stays on your list.";
    this.#ask(journal, others, name);
    find(others.length ? "put-right [data-when]:not([hidden]) > h3" : "[data-when=answered]", this).focus(); // what was tapped has gone
    this.dispatchEvent(new CustomEvent("said", { bubbles: true }));
  }
}

/** In place of the thanks, which lead there by now: one press of back is enough. @param {Event} event */
function see(event) {
  event.preventDefault();
  location.replace(/** @type {HTMLAnchorElement} */ (event.currentTarget).href);
}

customElements.define("check-in-kept", CheckInKept);
