/** After a check-in was saved: thanks, where it is now, and who can see it. */

/** @import { Draft } from "../types" */
/** @import { Journal } from "../journal.js" */

import { one } from "../check-ins.js";
import { find, show } from "../dom.js";
import { news, sendsInBackground } from "../sending.js";
import * as words from "../words.js";

class CheckInKept extends HTMLElement {
  /** @param {{ journal: Journal, draft: Draft, name: string }} kept the therapist's name comes with it */
  async thank({ journal, draft, name }) {
    find("[data-see]", this).href += `#${draft.record}`;
    show("felt-off", draft.said.felt_off, this);
    const draw = () => this.#draw(journal, draft, name);
    addEventListener("synced", draw);
    news.onmessage = draw;
    this.hidden = false;
    find("h2", this).focus();
    await draw();
  }

  /** @param {Journal} journal @param {Draft} draft @param {string} name */
  async #draw(journal, { record }, name) {
    const standing = await one(journal, record);
    if (!standing) return; // deleted in another tab, before it was sent
    const now = standing.state;
    find("[data-who-sees-it]", this).textContent = words.whoSees(standing, name);
    this.#drawState(now, words.state(now, await sendsInBackground()));
    const signedOut = now !== "received" && (await journal.note("last")) === "signed_out";
    if (signedOut) this.dispatchEvent(new CustomEvent("signed-out", { bubbles: true }));
    show("signed-out", signedOut, this);
  }

  /** Said once each, because it is read aloud. @param {string} now @param {string} words */
  #drawState(now, words) {
    const state = find("[data-state]", this);
    if (state.textContent.trim() === words) return;
    const tick = now === "received" ? [find("#tick").content.cloneNode(true)] : [];
    state.replaceChildren(...tick, words);
  }
}

customElements.define("check-in-kept", CheckInKept);
