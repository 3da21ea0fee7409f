/** Pure: what the phone says about days, states, who sees what, and why something was not taken. */

/** @import { Standing } from "./types" */

import { clock, month, weekday } from "./days.js";
import { isShared } from "./standing.js";

const STAYS = "It stays here, locked, and nobody can read it. When you sign in again,";
const STAY = "They stay here, locked, and nobody can read them. When you sign in again,";
const MIXED = "Only you can see this, because one of these is only for you.";
const BACK = "Only you can see this, because you deleted it in one place.";
const LATER = "You can look at it, and send it again.";
const WHY = {
  too_big: "It is longer than the server keeps. You can make it shorter, and it goes then.",
  too_large: "It is longer than the server keeps. You can make it shorter, and it goes then.",
  bad_digest: `It was damaged on the way, more than once. ${LATER}`,
  bad_request: `The server could not read it. ${LATER}`,
  not_yours: "The server does not count it as yours. Your words are still here.",
};

/** @param {string} instant @param {Date} now */
export function day(instant, now = new Date()) {
  const date = new Date(instant);
  const inYear = `${date.getDate()} ${month(date)}`;
  return date.getFullYear() === now.getFullYear() ? `${weekday(date)} ${inYear}` : `${inYear} ${date.getFullYear()}`;
}

/** It is read in other years too. @param {string} instant */
export const dayAndYear = (instant) => day(instant, new Date(0));

/** @param {string} instant */
export const time = (instant) => clock(new Date(instant));

/** A day and a time, in the middle of a sentence. @param {string | number} instant @param {Date} now */
export function when(instant, now = new Date()) {
  const at = new Date(instant).toISOString();
  const isToday = new Date(instant).toDateString() === now.toDateString();
  return `${isToday ? "today" : `on ${day(at, now)}`} at ${time(at)}`;
}

/** Why the server did not take something. @param {string} code */
export const why = (code) => WHY[/** @type {"too_big"} */ (code)] ?? `The server did not understand it. ${LATER}`;

/** @param {Standing["state"]} state @param {boolean} inBackground whether the browser sends by itself */
export function state(state, inBackground = false) {
  if (state === "received") return "Received";
  if (state === "refused") return "Needs attention";
  const when = inBackground ? "when you have signal" : "when you next open Footing with signal";
  return `Saved on this phone. It goes ${when}.`;
}

/**
 * Who can see a check-in just now. What waits has changed nothing for the other side yet.
 * @param {Pick<Standing, "heads" | "deletions" | "state" | "sharedThere">} standing @param {string} name the therapist's
 */
export function whoSees({ heads, deletions, state, sharedThere }, name) {
  if (state !== "received" && sharedThere === true) return `${name} can see the earlier version until this one has arrived.`;
  if (sharedThere === "perhaps" && !isShared(heads)) return `${name} may see the earlier version until this one has arrived.`;
  if (deletions.length) return BACK;
  if (!isShared(heads)) return heads.some(({ body }) => body.shared) ? MIXED : "Only you can see this.";
  if (heads.length > 1 && state === "received") return `${name} can see the newest of these.`;
  return state === "received" ? `${name} can see this.` : `${name} can see this once it has arrived.`;
}

/** The same, in a list. @param {Pick<Standing, "heads" | "state" | "sharedThere">} standing @param {string} name the therapist's */
export function whoInShort({ heads, state, sharedThere }, name) {
  if (state !== "received" && sharedThere === true) return `${name} sees the earlier version`;
  if (isShared(heads)) return `shared with ${name}`;
  return sharedThere === "perhaps" ? `${name} may see the earlier version` : "only you";
}

/** What is said before something is deleted. @param {Pick<Standing, "sharedThere">} standing @param {string} name the therapist's */
export const beforeDeleting = ({ sharedThere }, name) =>
  `You will not see it any more${sharedThere ? `, and neither will ${name} once this has arrived` : ""}.`;

/** And afterwards. @param {Pick<Standing, "sharedThere">} standing @param {string} name the therapist's */
export const deleted = ({ sharedThere }, name) => (sharedThere ? `Deleted. ${name} ${sharedThere === true ? "can" : "may"} see it until this has arrived.` : "Deleted.");

/** How far it has come, in a list. @param {Standing["state"]} is */
export const inShort = (is) => (is === "waiting" ? "Saved on this phone" : state(is));

/** What is to be looked at in a record, in a list; "" where it stands once. @param {Standing["heads"]} heads @param {Standing["deletions"]} deletions */
export const more = (heads, deletions) =>
  [heads.length > 1 ? `${heads.length} versions` : "", deletions.length ? "deleted in one place" : ""].filter(Boolean).join(" · ");

/** @param {number} count @param {string} [last] how the last round of sending ended */
export function waiting(count, last) {
  const isOne = count === 1;
  const here = isOne ? "1 thing waits on this phone." : `${count} things wait on this phone.`;
  if (last === "defect") return `${here} The server could not read ${isOne ? "it; it is" : "them; they are"} safe here.`;
  return last === "update_needed" ? `${here} ${isOne ? "It needs" : "They need"} the newest version of Footing to go.` : here;
}

/** What is said after “Send now”, where it has not gone. How else it went stands above. @param {string} outcome */
export function tried(outcome) {
  if (outcome === "offline") return "It could not go just now. It is safe here.";
  return outcome === "later" ? "The server has asked to wait a little. It is safe here." : "";
}

/** What was tapped or typed is not on the disk. @param {string} [and] what is to be said beside it */
export const full = (and = "Please make some room on it, then try again.") => `This phone could not save it: it may be full. ${and}`;

/** @typedef {{ writing: number, waiting: number, refused: number }} Count what only this phone has */

/** @param {Count} count @param {string} [last] how the last round of sending ended */
export function onThisPhone({ waiting: count, refused }, last) {
  const waits = count ? waiting(count, last) : refused ? "" : "Nothing waits. Everything has been received.";
  return [waits, refused ? attention(refused) : ""].filter(Boolean).join(" ");
}

/** @param {number} refused */
const attention = (refused) => (refused === 1 ? "1 needs attention." : `${refused} need attention.`);

/** What becomes of it all, before somebody signs out. @param {Count} count */
export function beforeSigningOut(count) {
  const { writing, waiting: goes, refused } = count;
  if (!goes && !refused && !writing) return "Nothing waits. What you wrote comes back when you sign in here again.";
  const here = [goes + refused ? onThisPhone(count) : "", writing ? "Something is still being written." : ""];
  return [...here.filter(Boolean), staying(goes, refused + writing)].join(" ");
}

/** Nobody is sent what was only begun, or what was refused until it is looked at. @param {number} goes @param {number} rests */
function staying(goes, rests) {
  if (goes && rests) return `${STAYS.replace("It", "All of it")} what waits goes, and you can go on with the rest.`;
  if (rests === 1) return `${STAYS} you can go on with it.`;
  return goes === 1 ? `${STAYS} it opens and goes.` : `${STAY} ${goes ? "they open and go" : "you can go on with them"}.`;
}

/** What waits behind a lock, said to whoever holds the phone: what was begun as well, which nobody is sent. @param {number} count */
export const locked = (count) =>
  count === 1
    ? "1 thing waits here, locked. It opens when the person who wrote it signs in."
    : `${count} things wait here, locked. They open when the person who wrote them signs in.`;

/** @param {number | undefined} at when the server last answered */
export const reached = (at) => (at ? `The server was last reached ${when(at)}.` : "The server has not been reached from here yet.");

/** What another phone had not sent. @param {number} count @param {string} at when it last said so */
export const elsewhere = (count, at) =>
  `A phone of yours last had ${count === 1 ? "1 thing" : `${count} things`} waiting, on ${day(at)}.`;

/** How many code points are left. @param {string} text @param {number} most */
export const left = (text, most) => most - [...text].length;

/** Said only towards the end. @param {number} left */
export const leftInWords = (left) => (left < 0 ? `${characters(-left)} too many` : left <= 200 ? `${characters(left)} left` : "");

/** @param {number} count */
const characters = (count) => (count === 1 ? "1 character" : `${count} characters`);
