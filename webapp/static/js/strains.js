/** Pure: what opened, and whether it was put right (rule 6). The twin of webapp/strains.py. */

/** @import { Strain } from "./types" */

import { ABOUT_EQUAL } from "./usual.js";

const BACK = 0.04; // of the range
const CHANCES = 5; // check-ins in which one can be put right by itself

export class Strains {
  /** @type {Strain[]} only the last one can be open */
  all = [];

  /** @param {number} reach */
  constructor(reach) {
    this.reach = reach;
  }

  /** @returns {Strain | undefined} */
  get open() {
    const last = this.all.at(-1);
    return last?.ended ? undefined : last;
  }

  /** Let a check-in with an alliance end what is open: whether it put it right. @param {number} at @param {number} score @param {boolean} isDip */
  tryToEnd(at, score, isDip) {
    const { open } = this;
    if (!open) return false;
    open.chances += 1;
    const isBack = !isDip && score >= open.reference - BACK * this.reach - ABOUT_EQUAL;
    if (isBack || open.chances === CHANCES) Object.assign(open, { ended: isBack ? "put_right" : "lapsed", closed: at });
    return isBack;
  }

  /** A dip belongs to what is open, or opens one: to which. @param {number} at @param {number} reference @param {boolean} opens */
  strain(at, reference, opens) {
    if (this.open) this.open.dips.push(at);
    else if (opens) this.all.push({ dips: [at], reference, chances: 0, closed: null, ended: null });
    else return null;
    return this.all.length - 1;
  }

  /** The client's word ends what is open. @param {Map<number, number>} said @param {number} now */
  mend(said, now) {
    const { open } = this;
    if (open?.dips.some((dip) => (said.get(dip) ?? now + 1) <= now)) Object.assign(open, { ended: "mended", closed: now });
  }
}
