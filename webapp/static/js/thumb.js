/** What a finger does on the page: what is drawn anew under it would swallow its tap, or be tapped for what is being
 * done already, and the second half of a double tap is for what stood there at the first. A hand that shakes must not
 * send what nobody has read yet. */

export const A_DOUBLE_TAP_MS = 400;
const CONTROLS = "a, button, label, input, textarea, select, summary";
const A_FINGER_PX = 48;
const ENDS = ["pointerup", "pointercancel"];
let [pressing, doing] = [Promise.resolve(), Promise.resolve()];
/** @type {Promise<unknown>} both of the last tap */
let tapping = pressing;

/** The last one; what it was meant for, and what stands there by now. @type {{ at: number, x: number, y: number, meant: Element | null, stands: Element | null, isByMouse: boolean }} */
let tap = { at: -Infinity, x: 0, y: 0, meant: null, stands: null, isByMouse: false };

addEventListener("pointerdown", begun, { capture: true });
for (const half of ["mousedown", "click"]) addEventListener(half, heard, { capture: true }); // with the former a field takes the focus

/** @param {any} event */
function begun({ timeStamp: at, target, clientX: x, clientY: y, pointerType }) {
  pressing = press();
  tapping = Promise.all([pressing, doing]);
  const goesOn = isSoon(at) && Math.hypot(x - tap.x, y - tap.y) < A_FINGER_PX;
  const stands = target.closest(CONTROLS);
  tap = { at, x, y, meant: goesOn ? tap.meant : stands, stands, isByMouse: pointerType === "mouse" };
}

/** @param {any} event */
function heard(event) {
  if (tap.meant === tap.stands || !isSoon(event.timeStamp) || !isCounted(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** @param {number} at */
const isSoon = (at) => at - tap.at < A_DOUBLE_TAP_MS;

/** A key counts no clicks. Those of a mouse its system counts, which knows how quick its owner is. @param {any} event */
const isCounted = ({ detail }) => detail > (tap.isByMouse ? 1 : 0);

/** What a tap asks for: whoever was asked hears how it ended, and is not asked again meanwhile. @param {Promise<unknown>} deed */
export function nothingMovesUntil(deed) {
  doing = Promise.allSettled([doing, deed]).then(() => {});
  tapping = Promise.all([pressing, doing]);
}

/** Fulfils at once, or when the finger has gone, its tap has been heard, and what it asks for is done. */
export async function lifted() {
  for (let last; last !== tapping; ) await (last = tapping);
}

/** @returns {Promise<void>} */
const press = () => new Promise((over) => {
  const soon = () => requestAnimationFrame(() => requestAnimationFrame(() => over()));
  for (const end of ENDS) addEventListener(end, soon, { once: true });
});
