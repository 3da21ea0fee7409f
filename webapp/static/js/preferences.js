/** What a client chose: whether they check in at all, and which reminders come, and how. */

/** @import { Preference, Reminders, Standing } from "./types" */
/** @import { Journal } from "./journal.js" */

import { begin, follow } from "./records.js";

/** @type {Reminders} */
const NOTHING = {
  push: false, email: false, address: "", calendar: false,
  evening: false, hour: false, after: false, changes: false,
  quiet: null, wording: "plain",
};

/** What stands now; what was never chosen is not wanted. @param {Journal} journal @returns {Promise<Preference & { reminders: Reminders, state: Standing["state"] | null }>} */
export async function chosen(journal) {
  const last = await latest(journal);
  const { check_ins = true, reminders } = last?.current.body ?? {};
  return { check_ins, reminders: { ...NOTHING, ...reminders }, state: last?.state ?? null };
}

/**
 * Choose something else, and leave the rest as it is.
 * @param {Journal} journal @param {{ check_ins?: boolean, reminders?: Partial<Reminders> }} change
 */
export async function choose(journal, change) {
  const [last, { check_ins, reminders }] = await Promise.all([latest(journal), chosen(journal)]);
  const body = { check_ins: change.check_ins ?? check_ins, reminders: { ...reminders, ...change.reminders } };
  if (last) await follow(journal, "preference", last, body);
  else await begin(journal, "preference", body);
}

/** Two phones may each have begun one: what was said last counts. @param {Journal} journal */
async function latest(journal) {
  const standings = (await journal.standing("preference")).filter(({ deleted }) => !deleted);
  return standings.sort((a, b) => said(b) - said(a))[0];
}

/** @param {Standing} standing */
const said = ({ current }) => current.seq ?? Number.MAX_SAFE_INTEGER;
