/** Check-ins on the phone: beginning one, changing one, keeping one. */

/** @import { CheckIn, Draft, Setting, Standing } from "./types" */
/** @import { Journal } from "./journal.js" */

import { sendInBackground } from "./sending.js";

/** @type {readonly import("./types").RatingKey[]} */
export const RATINGS = ["safety", "respect", "openness", "goals", "tasks", "feedback", "setting_fit"];
export const MOST_WORDS = 2000;

/**
 * A new check-in that nothing has been said in yet. Where the usual setting is not known, it begins
 * by asking.
 * @param {Setting | null} usual @param {Date} now @returns {Draft}
 */
export function blank(usual, now = new Date()) {
  const said = {
    appointment: null, setting: usual ?? "in_person", ratings: {}, felt_off: false, words: "",
    shared: false, happened_at: now.toISOString(),
  };
  const record = crypto.randomUUID();
  return { id: record, mark: null, record, base: null, step: usual ? RATINGS[0] : "place", said };
}

/** A draft that changes what stands. @param {Standing} standing @returns {Draft} */
export const changing = ({ record, current }) => ({
  id: record, mark: null, record, base: current.entry, step: RATINGS[0], said: structuredClone(current.body),
});

/** One of the check-ins, as it stands. @param {Journal} journal @param {string} record */
export async function one(journal, record) {
  return (await journal.standing("check_in")).find((standing) => standing.record === record);
}

/** Keep what is said, for good; it is on the disk when this fulfils. @param {Journal} journal @param {Draft} draft */
export async function keep(journal, { id, record, base, resolves, said }) {
  const entry = await journal.keep({ record, base, resolves, kind: "check_in" }, said, id);
  await journal.remember("shared_last", said.shared).catch(() => {}); // it is kept; this is only a habit
  sendInBackground();
  return entry;
}

/** Delete a check-in, every version of it. @param {Journal} journal @param {Standing} standing */
export async function remove(journal, { record, heads }) {
  const [{ entry }, ...others] = heads;
  await journal.keep({ record, base: entry, resolves: others.map((o) => o.entry), kind: "check_in" }, null);
  sendInBackground();
}

/** When each record was read by the therapist, as it stood then. @param {Journal} journal */
export async function readings(journal) {
  const read = new Map();
  for (const { current } of await journal.standing("acknowledgement")) {
    read.set(current.body.of, { at: current.body.read_at, seq: current.seq });
  }
  return read;
}
