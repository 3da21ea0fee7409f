/** Check-ins on the phone: beginning one, changing one, keeping one. */

/** @import { Draft, Revision, Setting, Standing } from "./types" */
/** @import { Journal } from "./journal.js" */

import { after, follow, kept } from "./records.js";
import { asOne, nothing, RATINGS } from "./said.js";

const KIND = "check_in";

/**
 * A new check-in that nothing has been said in yet. Where the usual setting is not known, it begins
 * by asking.
 * @param {Setting | null} usual @param {Date} now @returns {Draft}
 */
export function blank(usual, now = new Date()) {
  const record = crypto.randomUUID();
  const step = usual ? RATINGS[0] : "place";
  return { id: record, mark: null, record, base: null, resolves: [], step, kind: KIND, said: nothing(usual, now) };
}

/** A draft that changes what stands; of several versions it makes one. @param {Standing} standing @returns {Draft} */
export function changing(standing) {
  const { record, heads } = standing;
  const step = heads.length > 1 ? "end" : RATINGS[0]; // where the words are
  return { id: record, mark: null, record, ...after(standing), step, kind: KIND, said: asOne(heads) };
}

/** One of the check-ins, as it stands. @param {Journal} journal @param {string} record */
export const one = (journal, record) => journal.record(record);

/** Keep what is said, for good; it is on the disk when this fulfils. @param {Journal} journal @param {Draft} draft */
export async function keep(journal, { id, record, base, resolves, said }) {
  const entry = await kept(journal, { record, base, resolves, kind: KIND }, said, id);
  journal.remember("shared_last", said.shared).catch(() => {}); // only a habit: nobody waits for it
  return entry;
}

/** Put several versions together. Returns how to undo it. @param {Journal} journal @param {Standing} standing */
export const keepAsOne = (journal, standing) => follow(journal, KIND, standing, asOne(standing.heads));

/** Keep one of several versions only. Returns how to undo it. @param {Journal} journal @param {Standing} standing @param {Revision} head */
export const keepOnly = (journal, standing, head) => follow(journal, KIND, standing, head.body);

/**
 * Delete a check-in, every version of it, and what was being changed in it. Returns how to undo it.
 * @param {Journal} journal @param {Standing} standing
 */
export async function remove(journal, standing) {
  const drafts = (await journal.drafts.all()).filter(({ record }) => record === standing.record);
  const undo = await follow(journal, KIND, standing, null);
  for (const { id } of drafts) await journal.drafts.drop(id);
  return async () => {
    await undo();
    for (const draft of drafts) await journal.drafts.save({ ...draft, mark: null }, true);
  };
}

/** Each version that stands keeps its own words. @param {Journal} journal @param {Standing} standing @param {boolean} shared */
export async function setShared(journal, { record, heads }, shared) {
  for (const { entry, body } of heads) await journal.keep({ record, base: entry, kind: KIND }, { ...body, shared });
}

/** When each record was read by the therapist, as it stood then. @param {Journal} journal */
export async function readings(journal) {
  const read = new Map();
  for (const { current } of await journal.standing("acknowledgement")) {
    read.set(current.body.of, { at: current.body.read_at, seq: current.seq });
  }
  return read;
}
