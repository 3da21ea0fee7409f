/** The next session on Today: when, where or by which link, and into the phone's own calendar. */

/** @import { Standing } from "../types" */

import { directions, spot } from "../appointments.js";
import { find, on, show } from "../dom.js";
import { handOver } from "../handing-over.js";
import { file } from "../ics.js";
import { safeLink } from "../safe-link.js";
import { asOf, daysToGo, heading } from "../session-words.js";

class NextSession extends HTMLElement {
  standing = /** @type {Standing} */ (/** @type {unknown} */ (null)); // until it is drawn

  connectedCallback() {
    on("[data-calendar]", () => handOver(file(this.standing)), this);
  }

  /** @param {Standing | undefined} standing none: nothing is in the diary @param {number | undefined} reachedAt */
  draw(standing, reachedAt) {
    this.hidden = !standing;
    if (!standing) return;
    this.standing = standing;
    const { body } = standing.current;
    const link = body.setting === "online" ? safeLink(body.link) : "";
    find("[data-session]", this).textContent = heading(body);
    find("[data-days]", this).textContent = daysToGo(body);
    find("[data-spot]", this).textContent = spot(body);
    find("[data-ready]", this).classList.toggle("button--second", Boolean(link));
    find("[data-directions]", this).textContent = directions(body);
    find("[data-reached]", this).textContent = asOf(reachedAt);
    this.#drawCall(link);
    show("way", Boolean(directions(body)), this);
  }

  /** @param {string} link */
  #drawCall(link) {
    const call = find("[data-call]", this);
    call.hidden = !link;
    if (link) call.href = link;
  }
}

customElements.define("next-session", NextSession);
