/** What is kept of a person beside what was written, in words: a line for each. */

/** @typedef {{ what: string, label: string | null, since: string, last: string, ended: string | null }} Made */
/** @typedef {{ again: boolean, since: string, until: string, used: string | null, ended: string | null }} Link */
/** @typedef {{ what: string, begins: string, due: string, state: string }} Reminder */
/** @typedef {{ sign_ins: Made[], links: Link[], let_in: { since: string, opens: string }[], notified: { service: string | null, since: string }[], reminders: Reminder[] }} Traces as POST /export gives them */

import { dayAndYear as day, time } from "./words.js";

const MADE = new Map([["passkey", "Passkey"], ["login", "Signed in"]]);
const ABOUT = new Map([
  ["evening", "of the session on"],
  ["hour", "of the session on"],
  ["after", "to check in after the session on"],
  ["changed", "that something changed in the session on"],
]);
const BECAME = new Map([
  ["planned", "is to go"],
  ["sending", "is on its way"],
  ["sent", "went"],
  ["gone", "reached nobody"],
  ["failed", "did not go"],
]);

/** @param {Traces} kept @returns {[string, string[]][]} what they are about, and the lines; nothing of what there is none of */
export function traces({ sign_ins, links, let_in, notified, reminders }) {
  /** @type {[string, string[]][]} */
  const all = [
    ["Where you sign in", sign_ins.map(made)],
    ["Links by which you came in", [...links.map(link), ...let_in.map(again)]],
    ["Where you are notified", notified.map(({ service, since }) => `${service ?? "A browser"}, since ${day(since)}`)],
    ["Reminders of the last thirty days", reminders.map(reminder)],
  ];
  return all.filter(([, lines]) => lines.length);
}

/** @param {Made} made */
function made({ what, label, since, last, ended }) {
  const name = [MADE.get(what), label].filter(Boolean).join(" ");
  return `${name}: since ${day(since)}, last used on ${day(last)}${ended ? `, ended on ${day(ended)}` : ""}`;
}

/** @param {Link} link */
function link({ again, since, until, used, ended }) {
  const what = again ? "A new way in" : "An invitation";
  const end = used ? `used on ${day(used)}` : ended ? `ended on ${day(ended)}` : `good until ${day(until)}`;
  return `${what}, of ${day(since)}: ${end}`;
}

/** @param {{ since: string, opens: string }} one */
const again = ({ since, opens }) => `You were let in again on ${day(since)}. What was only for you before is open to you from ${day(opens)}.`;

/** @param {Reminder} one */
function reminder({ what, begins, due, state }) {
  const about = ABOUT.has(what) ? `A reminder ${ABOUT.get(what)} ${day(begins)}` : "A reminder to try it out";
  return `${about}: ${BECAME.get(state)}, ${day(due)}, ${time(due)}`;
}
