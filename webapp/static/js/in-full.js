/** All that an entry says, in words to take away: also what was ticked, chosen and answered. */

/** @import { Revision } from "./types" */
/** @typedef {Record<string, Record<string, string>>} Labels what fields, answers and ticks are called, by key */
/** @typedef {Pick<Revision, "kind" | "body"> & { state?: Revision["state"] }} Said what the server gave has no state, and has arrived */

import { about, directions, inWords as ofSession } from "./appointments.js";
import { find, findAll, wording } from "./dom.js";
import { drawn } from "./in-words.js";
import { lines } from "./kinds.js";
import { how } from "./matter-words.js";
import { arrived, inWords as happened } from "./repairs.js";

const LONG_AGO = new Date(0); // whoever reads it is not told “tomorrow”, but the year
/** @type {Record<string, string>} */
const ENDED = { cancelled: "Cancelled", attended: "Took place", missed: "Missed" };
const REMINDERS = {
  evening: "The evening before", hour: "An hour before", after: "When it has ended", changes: "When something changes",
  push: "By notification", email: "By e-mail", calendar: "In your calendar",
};

/** Of those kinds of which there is more to say than lines() in kinds.js does. @type {Record<string, (body: any, name: string, labels: Labels, has: boolean) => any[]>} */
const MORE = {
  appointment: (body) => [ofSession(body, LONG_AGO), directions(body), body.link, `${body.minutes} minutes`, ENDED[body.state]],
  talking_point: (body, name, _, has) => [body.words, raising(body, name, has), happened(body.state, name)],
  preparation: ({ bring, ticked }, _, labels) => [bring, ...ticked.map((/** @type {string} */ id) => `Ticked off: ${labels.ticked[id] ?? "a tip"}`)],
  goal: matter,
  task: matter,
  progress: ({ words, ...said }) => [how(said), words],
  agreement: ({ answer, words }) => [answer === "agree" ? "I agree" : "Not for me", words],
  arrangement: ({ setting, fields }, _, labels) => [about({ setting, happened_at: "" }), ...labelled(fields, labels.fields)],
  reflection: ({ answers }, _, labels) => labelled(answers, labels.answers),
  preference: ({ check_ins, reminders }) => [check_ins ? "" : "No check-ins", ...reminding(reminders)],
  tip: ({ title, text, state }) => [title, text, state === "off" && "Switched off"],
};

/** Pure: every kind but a check-in, line by line. @param {Said} said @param {string} name the therapist's @param {Labels} labels @returns {string[]} */
export function told({ kind, body, state = "received" }, name, labels) {
  try {
    const said = body && MORE[kind]?.(body, name, labels, state === "received");
    return said ? said.filter(Boolean) : lines({ kind, body });
  } catch {
    return lines({ kind, body }); // of another shape than ours, as what a server refused may be; it holds up nothing else
  }
}

/** What the page knows by name, and tips of the practice's own. @param {Record<string, string>} tips by record @returns {Labels} */
export function labelsWith(tips = {}) {
  const labels = wording("in-full");
  return { ...labels, ticked: { ...labels.ticked, ...tips } };
}

/** @param {Said} said @param {string} name the therapist's */
export const inFull = (said, name, labels = labelsWith()) => (said.kind === "check_in" ? checkIn(said) : told(said, name, labels).join("\n"));

/** Question by question. @param {Said} said */
function checkIn({ body }) {
  const copy = drawn({ body });
  for (const part of findAll("[hidden]", copy)) part.remove();
  const answers = findAll("[data-rating]", copy).map((row) => `${find("dt", row).textContent.trim()} ${find("dd", row).textContent.trim()}`);
  return [...findAll("p", copy).map(({ textContent }) => textContent), ...(body?.ratings ? answers : [])].join("\n");
}

/** By which way it comes up: none without words, and none while it is only the client's own. @param {any} body @param {string} name @param {boolean} has whether it has arrived */
function raising({ words, route, shared }, name, has) {
  return words && route && (route === "say" || shared) && happened(arrived(route, has), name);
}

/** @param {{ words: string, state: string }} body */
function matter({ words, state }) {
  return [words, state === "set_aside" && "Put aside"];
}

/** @param {Record<string, string>} said @param {Record<string, string>} labels */
const labelled = (said, labels) => Object.entries(said).map(([key, words]) => words && `${labels[key] ?? key.replaceAll("_", " ")}: ${words}`);

/** @param {any} chosen */
function reminding({ address, quiet, wording, ...chosen }) {
  const some = Object.entries(REMINDERS).filter(([key]) => chosen[key]).map(([, words]) => words);
  const hours = quiet && `Nothing from ${quiet.from} until ${quiet.until}`;
  return [some.join(" · ") || "No reminders", address, hours, wording === "with_time" && "With the time"];
}
