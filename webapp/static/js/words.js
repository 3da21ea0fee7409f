/** Pure: what the phone says about days, states and who sees what. */

/** @import { CheckIn, Standing } from "./types" */

const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });
const DAY_AND_YEAR = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** @param {string} instant @param {Date} now */
export function day(instant, now = new Date()) {
  const date = new Date(instant);
  return (date.getFullYear() === now.getFullYear() ? DAY : DAY_AND_YEAR).format(date);
}

/** @param {Standing["state"]} state @param {boolean} inBackground whether the browser sends by itself */
export function state(state, inBackground = false) {
  if (state === "received") return "Received";
  if (state === "refused") return "Needs attention";
  const when = inBackground ? "when you have signal" : "when you next open Footing with signal";
  return `Saved on this phone. It goes ${when}.`;
}

/** @param {boolean} shared @param {string} name the therapist's @param {Standing["state"]} state */
export function whoSees(shared, name, state) {
  if (!shared) return "Only you can see this.";
  return state === "received" ? `${name} can see this.` : `${name} can see this once it has arrived.`;
}

/** @param {number} count @param {string} [last] how the last round of sending ended */
export function waiting(count, last) {
  const here = count === 1 ? "1 check-in waits on this phone." : `${count} things wait on this phone.`;
  return last === "defect" ? `${here} The server could not read it; it is safe here.` : here;
}

/** How many code points are left. @param {string} text @param {number} most */
export const left = (text, most) => most - [...text].length;
