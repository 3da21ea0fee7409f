/** Everything on this phone with its state: what is not sent, and on request what was received. */

/** @import { Draft, Revision } from "../types" */
/** @import { Journal } from "../journal.js" */

import { received } from "../contents.js";
import { copyOf, find, findAll, on, replaceIn } from "../dom.js";
import { formerNames } from "../former.js";
import { goesOn, place, title } from "../kinds.js";
import { lifted } from "../thumb.js";
import * as words from "../words.js";

const A_PAGE = 50;

class OnThisPhone extends HTMLElement {
  journal = /** @type {Journal} */ (/** @type {unknown} */ (null)); // until it is drawn
  name = "";
  /** @type {Record<string, string>} */ former = {};

  connectedCallback() {
    find("details", this).addEventListener("toggle", () => this.#drawReceived(A_PAGE));
    on("[data-earlier]", () => this.#showEarlier(), this);
  }

  /**
   * @param {Journal} journal @param {string} name the therapist's
   * @param {{ drafts: Draft[], unsent: Revision[], count: number }} here and how much was received
   */
  async draw(journal, name, { drafts, unsent, count }) {
    Object.assign(this, { journal, name, former: await formerNames(journal) });
    await lifted();
    const waiting = unsent.filter(({ state }) => state === "waiting").reverse();
    const groups = [group("Being written", drafts.map(draftLine)), group("Waiting to be sent", this.#lines(waiting))];
    replaceIn(find("[data-unsent]", this), ...groups.filter((each) => each !== null));
    find("[data-received]", this).textContent = count.toLocaleString("en-GB");
    await this.#drawReceived(Math.max(A_PAGE, findAll("[data-days] li", this).length));
  }

  /** Nothing is read before somebody wants to see it. @param {number} most */
  async #drawReceived(most) {
    if (!find("details", this).open) return;
    const revisions = await received(this.journal, most + 1, Infinity);
    const shown = revisions.slice(0, most);
    find("[data-days]", this).replaceChildren(...byDay(shown).map(([day, each]) => group(day, this.#lines(each)) ?? ""));
    find("[data-earlier]", this).hidden = shown.length === revisions.length;
  }

  async #showEarlier() {
    const { length } = findAll("[data-days] li", this);
    await this.#drawReceived(length + A_PAGE);
    findAll("[data-days] li", this)[length]?.querySelector("a").focus();
  }

  /** @param {Revision[]} revisions */
  #lines(revisions) {
    return revisions.map((revision) => line(title(revision, this.former[revision.author ?? ""] ?? this.name), about(revision), place(revision)));
  }
}

/** @param {Draft} draft */
const draftLine = (draft) => line(title({ ...draft, op: "put", body: draft.said }, ""), "Go on with it", goesOn(draft));

/** @param {Revision} revision */
const about = ({ state, written_at, received_at }) =>
  state === "received" ? `Received at ${words.time(received_at ?? written_at)}` : `Saved on this phone ${words.when(written_at)}`;

/** @param {string} title @param {string} about @param {string} address none: there is nothing to look at */
function line(title, about, address) {
  const copy = copyOf("entry");
  find("[data-title]", copy).textContent = title;
  find("[data-about]", copy).textContent = about;
  if (address) Object.assign(find("a", copy), { href: address }).dataset.leads = address;
  return copy;
}

/** @param {string} heading @param {DocumentFragment[]} lines */
function group(heading, lines) {
  if (!lines.length) return null;
  const copy = copyOf("group");
  find("[data-heading]", copy).textContent = heading;
  find("ul", copy).append(...lines);
  return copy;
}

/** @param {Revision[]} revisions the newest first */
function byDay(revisions) {
  /** @type {Map<string, Revision[]>} */
  const days = new Map();
  for (const revision of revisions) {
    const day = words.day(revision.received_at ?? revision.written_at);
    days.set(day, [...(days.get(day) ?? []), revision]);
  }
  return [...days];
}

customElements.define("on-this-phone", OnThisPhone);
