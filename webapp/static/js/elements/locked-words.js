/** Says that something waits here, locked: how much, and not a word of it. */

import { find } from "../dom.js";
import { lockedCount } from "../locked.js";
import * as words from "../words.js";

class LockedWords extends HTMLElement {
  async connectedCallback() {
    const count = await lockedCount();
    find("[data-count]", this).textContent = words.locked(count);
    this.hidden = count === 0;
  }
}

customElements.define("locked-words", LockedWords);
