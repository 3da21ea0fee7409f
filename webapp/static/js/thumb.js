/** What a finger does on the page: what is drawn anew under it would swallow its tap, and the second half
 * of a double tap is for what stood there at the first. A hand that shakes must not send what nobody has read yet. */

import { A_DOUBLE_TAP_MS } from "./dom.js";

/** @typedef {{ at: number, x: number, y: number, pointer: string, control: Element | null }} Tap */
const CONTROLS = "a, button, label, input, textarea, select, summary";
const A_FINGER_PX = 48;
const ENDS = ["pointerup", "pointercancel"];
/** @type {Promise<void> | undefined} */
let pressing;

/** @type {Tap[]} the last two */
let taps = [];

addEventListener("pointerdown", begun, { capture: true });
for (const half of ["mousedown", "click"]) addEventListener(half, heard, { capture: true }); // with the former a field takes the focus

/** @param {any} event */
function begun({ timeStamp: at, target, clientX: x, clientY: y, pointerType: pointer }) {
  pressing = press();
  const control = target.closest(CONTROLS);
  taps = [...taps.slice(-1), { at, x, y, pointer, control }];
}

/** A key counts no clicks. @param {any} event */
function heard(event) {
  const [first, second] = taps;
  if (!event.detail || !second || first.control === second.control || !isDouble(first, second, event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** A mouse is counted by its system, which knows how quick its owner is. @param {Tap} first @param {Tap} second @param {MouseEvent} event */
function isDouble(first, second, { detail }) {
  if (second.pointer === "mouse") return detail > 1;
  return second.at - first.at < A_DOUBLE_TAP_MS && Math.hypot(second.x - first.x, second.y - first.y) < A_FINGER_PX;
}

/** Fulfils at once, or when the finger has gone and its tap has been heard. */
export async function lifted() {
  await pressing;
}

/** @returns {Promise<void>} */
const press = () => new Promise((over) => {
  const soon = () => requestAnimationFrame(() => requestAnimationFrame(() => over()));
  for (const end of ENDS) addEventListener(end, soon, { once: true });
});
