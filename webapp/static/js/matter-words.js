/** Pure: what the phone says of what both agree, to its owner. */

/** @import { Matter, Proposal, Revision } from "./types" */

import * as words from "./words.js";

const FITS = { yes: "this way is right for me", partly: "this way is partly right for me", not_for_me: "this way is not for me" };

/** How a matter stands, in one line. @param {Matter} matter @param {string} name the therapist's */
export function state({ agreed, setAside, proposals: { client: mine, therapist: theirs } }, name) {
  if (theirs && !theirs.answer) return `${name} ${agreed || mine ? "suggests a change" : "proposes this"}. Your answer?`;
  if (mine && !mine.answer) return waits(mine, name);
  if (agreed) return agreedOn(agreed);
  if (setAside) return stillWaits("Put aside", setAside);
  return mine?.answer === "not_for_me" ? `${name} said: not for me` : stillWaits("You said: not for me", theirs?.by);
}

/** What its line quotes of the other side: a proposal that waits, or an answer. What waits for an answer quotes nobody. @param {Matter} matter */
export const quoted = ({ proposals: { client: mine, therapist: theirs } }) => (theirs && !theirs.answer ? theirs.said : mine?.by);

/** What was said, and whether it still waits on this phone. @param {string} said @param {Revision | null | undefined} by */
export const stillWaits = (said, by) => (by && by.state !== "received" ? `${said}. ${words.state(by.state)}` : said);

/** It counts from when it has arrived, which is the day on the therapist's page too. @param {Proposal} agreed */
export function agreedOn({ by }) {
  const { state, received_at } = /** @type {Revision} */ (by);
  return received_at ? `Both of you agreed on ${words.day(received_at)}` : `You agree. ${words.state(state)}`;
}

/** A proposal of one's own. @param {Proposal} mine @param {string} name */
export const waits = ({ said: { state } }, name) => (state === "received" ? `Waits for ${name}’s answer` : words.state(state));

/** How it is going, in one line. @param {Revision} revision */
export const going = ({ written_at, body }) => [words.day(written_at), how(body)].filter(Boolean).join(" · ");

/** @param {any} body */
export const how = ({ value, fits }) => [value === null ? "" : `${value} of 10`, FITS[/** @type {"yes"} */ (fits)]].filter(Boolean).join(" · ");
