/** What a tap does: once and not by the second half of a double tap, and said where it did nothing. */

import { findAll } from "./dom.js";
import { A_DOUBLE_TAP_MS, nothingMovesUntil } from "./thumb.js";
import { say } from "./undo.js";
import { full } from "./words.js";

/** Whether the last deed failed, and the page says so. */
let isSaid = false;

/** When a deed was last done by a tap, by its name. @type {Map<string, number>} */
const done = new Map();

/** Whether a tap is the second half of one that did this deed, and was not meant for what stands there now. @param {string} deed */
function isSecondHalf(deed) {
  const now = performance.now();
  const is = now - (done.get(deed) ?? -Infinity) < A_DOUBLE_TAP_MS;
  if (!is) done.set(deed, now);
  return is;
}

/**
 * Not on the second half of a double tap: that would take back what the first half did, or do it to the next.
 * @param {string} deed @param {(event: Event) => unknown} act
 */
export const deliberately = (deed, act) => (/** @type {Event} */ event) => (isSecondHalf(deed) ? undefined : act(event));

/**
 * Call back on the first tap: what is drawn because of it has a control of its own, and a second tap
 * would do the same again to what is no more. Where it failed, it may be tried again.
 * With `deed`, not on the second half of a double tap on what stood there before.
 * @param {string} selector @param {(event: Event) => unknown} act
 */
export function once(selector, act, within = /** @type {ParentNode} */ (document), deed = "") {
  for (const element of findAll(selector, within)) element.addEventListener("click", tapped);

  async function tapped(/** @type {any} */ event) {
    if (deed && isSecondHalf(deed)) return;
    const { currentTarget: control } = event;
    control.removeEventListener("click", tapped);
    const work = succeeds(() => act(event));
    nothingMovesUntil(work);
    if (await work) return;
    done.delete(deed);
    control.addEventListener("click", tapped);
  }
}

/** What a tap does; where it failed, that is said. @param {(event: any) => unknown} act @returns {(event: any) => Promise<unknown>} */
export const orSaid = (act) => (event) => succeeds(() => act(event));

/** Whether it was done. A phone that is full says that it was not, where no drawing takes that away again. @param {() => unknown} act */
async function succeeds(act) {
  if (isSaid) say("");
  isSaid = false;
  try {
    await act();
  } catch {
    isSaid = true;
    say(full());
  }
  return !isSaid;
}
