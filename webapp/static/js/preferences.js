/** What a client chose: whether they check in at all, and which reminders come, and how. */

/** @import { Preference, Reminders, Standing } from "./types" */
/** @import { Journal } from "./journal.js" */
/** @typedef {{ check_ins?: boolean, reminders?: Partial<Reminders> }} Change */

import { inTurn } from "./dom.js";
import { begin, follow } from "./records.js";

/** @type {Reminders} */
const NOTHING = {
  push: false, email: false, address: "", calendar: false,
  evening: false, hour: false, after: false, changes: false,
  quiet: null, wording: "plain",
};
export const WHAT = /** @type {const} */ (["evening", "hour", "after", "changes"]);
export const SWITCHES = /** @type {const} */ ([...WHAT, "push", "email"]);

/** What counts now, in which zone it was said, and how it stands; what was never chosen is not wanted. @param {Journal} journal */
export async function chosen(journal) {
  const standings = await latestFirst(journal);
  return { ...countedOf(standings), zone: newestFirst(standings)[0]?.zone ?? null, state: standings[0]?.state ?? null };
}

/**
 * Choose something else, and leave the rest as it is. Nothing else stands then. One at a time: the
 * next one follows what this one says.
 * @type {(journal: Journal, change: Change) => Promise<void>}
 */
export const choose = inTurn(async (journal, change) => {
  const standings = await latestFirst(journal);
  const { check_ins, reminders } = countedOf(standings);
  await say(journal, standings, { check_ins: change.check_ins ?? check_ins, reminders: { ...reminders, ...change.reminders } });
});

/**
 * What counts of several that stand, the newest first: the most restrained of each. Pure, and the
 * same rule as on the server (reminders/choices.py).
 * @param {Preference[]} standing @returns {Preference & { reminders: Reminders }}
 */
export function counted(standing) {
  const all = standing.map(({ reminders }) => ({ ...NOTHING, ...reminders }));
  const switches = SWITCHES.map((name) => [name, all.every((each) => each[name])]);
  const quiet = all.find((each) => each.quiet)?.quiet ?? null;
  const wording = all.every((each) => each.wording === "with_time") ? "with_time" : "plain";
  return { check_ins: standing.every(({ check_ins }) => check_ins), reminders: { ...all[0], ...Object.fromEntries(switches), quiet, wording } };
}

/** @param {Standing[]} standings */
const countedOf = (standings) =>
  standings.length ? counted(newestFirst(standings).map(({ body }) => body)) : { check_ins: true, reminders: NOTHING };

/** Two phones may each have begun a record. @param {Journal} journal */
async function latestFirst(journal) {
  const standings = (await journal.standing("preference")).filter(({ deleted }) => !deleted);
  return standings.sort((a, b) => said(b.current) - said(a.current));
}

/** All that stands in any of them. @param {Standing[]} standings */
const newestFirst = (standings) => standings.flatMap(({ heads }) => heads).sort((a, b) => said(b) - said(a));

/** @param {Journal} journal @param {Standing[]} standings @param {Preference} body */
async function say(journal, [last, ...others], body) {
  if (last) await follow(journal, "preference", last, body);
  else await begin(journal, "preference", body);
  for (const other of others) await follow(journal, "preference", other, null);
}

/** @param {Standing["current"]} revision */
const said = ({ seq }) => seq ?? Number.MAX_SAFE_INTEGER;
