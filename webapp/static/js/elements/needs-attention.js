/** What was refused, why, and what can be done with it. Nothing here goes by one slip of a thumb. */

/** @import { Revision } from "../types" */
/** @import { Journal } from "../journal.js" */

import { answerIn, copyOf, find, notCopied, on, replaceIn, show } from "../dom.js";
import { inFull } from "../in-full.js";
import { folded } from "../in-words.js";
import { place, title } from "../kinds.js";
import { keepAsNew, needsNewRecord, refused, sendAgain } from "../refused.js";
import { once } from "../taps.js";
import { lifted } from "../thumb.js";
import { did } from "../undo.js";
import * as words from "../words.js";

class NeedsAttention extends HTMLElement {
  /** @param {Journal} journal @param {string} name the therapist's */
  async draw(journal, name) {
    const items = (await refused(journal)).map((revision) => this.#item(journal, revision, name));
    await lifted();
    this.hidden = items.length === 0;
    replaceIn(find("[data-items]", this), ...items);
  }

  /** @param {Journal} journal @param {Revision} revision @param {string} name */
  #item(journal, revision, name) {
    const copy = copyOf("attention");
    copy.firstElementChild?.setAttribute("data-item", revision.entry);
    find("[data-title]", copy).textContent = title(revision, name);
    find("[data-why]", copy).textContent = words.why(revision.code ?? "");
    if (revision.body) find("[data-body]", copy).append(...find("section", folded(revision)).children);
    find("[data-correct]", copy).href = revision.kind === "check_in" ? `/check-in#${revision.record}` : place(revision);
    show("corrects", Boolean(place(revision)) && !needsNewRecord(revision), copy);
    show("again", !needsNewRecord(revision), copy);
    show("as-new", needsNewRecord(revision) && Boolean(revision.body), copy);
    this.#listen(copy, journal, revision, name);
    return copy;
  }

  /** @param {DocumentFragment} copy @param {Journal} journal @param {Revision} revision @param {string} name */
  #listen(copy, journal, revision, name) {
    on("[data-copy]", () => this.#copy(revision, name), copy);
    once("[data-again]", () => sendAgain(journal, revision).then(() => did(this, "It is on its way again.")), copy);
    once("[data-as-new]", () => keepAsNew(journal, revision).then(() => did(this, "It is kept as a new one.")), copy);
    on("[data-put-away]", () => this.#askToPutAway(journal, revision), copy);
  }

  /** @param {Revision} revision @param {string} name */
  async #copy(revision, name) {
    did(this, (await notCopied(inFull(revision, name))) || "Copied.");
  }

  /** It is the only copy there is. @param {Journal} journal @param {Revision} revision */
  async #askToPutAway(journal, { entry }) {
    if ((await answerIn(find("dialog", this))) === "put-away") did(this, "It is put away.", await journal.putAway(entry));
  }
}

customElements.define("needs-attention", NeedsAttention);
