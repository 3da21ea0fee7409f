/** What a check-in that was just kept calls for: its reason if it was a dip, and what to ask about. */

/** @import { DevelopWords, Unsettled } from "./types" */
/** @import { Journal } from "./journal.js" */

import { followed, moments } from "./development.js";
import { due, unsettledOf } from "./repairs.js";

/**
 * The reason and the numbers behind it, both "" where there is no dip; and what is to be asked about now.
 * @param {Journal} journal @param {string} record of the check-in @param {DevelopWords} words
 */
export async function lookAt(journal, record, words) {
  const [checkIns, points] = await Promise.all([journal.standing("check_in"), journal.standing("talking_point")]);
  const all = followed(checkIns, points);
  const dips = all.sessions.filter((session) => session.record === record && session.dip.length);
  const [{ lines: [reason = ""], numbers } = { lines: [], numbers: "" }] = moments(dips, all, words);
  const open = unsettledOf(checkIns.filter(({ deleted }) => !deleted), all.development, points);
  return { reason, numbers, toAsk: due(open, await asked(journal)) };
}

/** That something was asked about is known on this phone only. @param {Journal} journal @param {Unsettled} unsettled */
export async function noteAsked(journal, { id, after }) {
  await journal.remember("asked", { ...(await asked(journal)), [id]: after });
}

/** @param {Journal} journal @returns {Promise<Record<string, number>>} */
const asked = async (journal) => (await journal.recall("asked")) ?? {};
