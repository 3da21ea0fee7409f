/** What the therapist has read. This phone tells what it was; the server tells only when. */

/** @import { Journal } from "../journal.js" */
/** @import { Read } from "../were-read.js" */

import { copyOf, find, findAll, on, show } from "../dom.js";
import { called } from "../former.js";
import { lines, place, title } from "../kinds.js";
import { moments, shortened, whatWasRead } from "../were-read.js";

const FIRST = 5;

class WhatWasRead extends HTMLElement {
  /** Hidden without an answer. @param {Journal} journal @param {string} name the therapist's */
  async draw(journal, name) {
    const all = await whatWasRead();
    show("read", Boolean(all));
    if (!all) return;
    await this.#list(all, FIRST, journal, name);
    on("[data-all]", () => this.#showAll(all, journal, name), this);
  }

  /** The button that was tapped has gone. @param {Read[]} all @param {Journal} journal @param {string} name */
  async #showAll(all, journal, name) {
    await this.#list(all, Infinity, journal, name);
    findAll("[data-list] a", this)[FIRST].focus();
  }

  /** @param {Read[]} all @param {number} most @param {Journal} journal @param {string} name */
  async #list(all, most, journal, name) {
    const shown = await Promise.all(all.slice(0, most).map((each) => line(each, journal, name)));
    show("nothing-read", !all.length, this);
    show("more-read", all.length > most, this);
    find("[data-list]", this).replaceChildren(...shown);
  }
}

/** @param {Read} read @param {Journal} journal @param {string} name */
async function line({ entry, record, kind, by, ...when }, journal, name) {
  const known = (await journal.versions(record)).find((version) => version.entry === entry);
  const revision = known ?? { kind, op: /** @type {"put"} */ ("put"), record, base: null, body: null };
  const copy = copyOf("read");
  find("a", copy).href = place(revision);
  find("strong", copy).textContent = title(revision, name);
  const [said] = lines(revision);
  find("span", copy).textContent = `${said ? `“${shortened(said)}” ` : ""}${called({ name: by })} had it open ${moments(when)}.`;
  return copy;
}

customElements.define("what-was-read", WhatWasRead);
