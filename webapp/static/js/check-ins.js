/** Check-ins on the phone: beginning one, changing one, keeping one. */

/** @import { CheckIn, Draft, Revision, Setting, Standing } from "./types" */
/** @import { Journal } from "./journal.js" */

import { end, toCheckIn } from "./appointments.js";
import { seen } from "./dom.js";
import { formerNames } from "./former.js";
import { rebased } from "./rebased.js";
import { after, follow, kept, remove as removeRecord, setShared as share } from "./records.js";
import { asOne, nothing, RATINGS } from "./said.js";

const KIND = "check_in";
/** @type {(keyof CheckIn)[]} */
const WRITTEN = ["setting", "happened_at", "ratings", "felt_off", "words"];
const RECENT = 11; // more than can be in two days; with more, the disk would be asked once more

/**
 * A new check-in that nothing has been said in yet. Its session tells the setting and the day; where
 * there is none and the usual setting is not known, it begins by asking.
 * @param {Setting | null} usual @param {Date} now @param {Standing} [session] @returns {Draft}
 */
export function blank(usual, now = new Date(), session) {
  const record = crypto.randomUUID();
  const setting = session?.current.body.setting ?? usual;
  const said = { ...nothing(setting, now), ...(session && ofSession(session, now)) };
  return { id: record, mark: null, record, base: null, resolves: [], step: setting ? RATINGS[0] : "place", kind: KIND, said };
}

/** @param {Standing} session @param {Date} now */
const ofSession = ({ record, current: { body } }, now) =>
  ({ appointment: record, happened_at: new Date(Math.min(+now, end(body))).toISOString() });

/** The diary, the newest check-ins, and the session that can be checked in for now and was not yet. @param {Journal} journal */
export async function lately(journal) {
  const [diary, { standings }] = await Promise.all([journal.standing("appointment"), journal.newest(KIND, RECENT)]);
  return { diary, checkIns: standings, due: toCheckIn(diary, standings.map(({ current }) => current.body.appointment)) };
}

/**
 * What was begun and not kept, for this session, or without one where there is none. What was begun
 * while the session went on turns out to be about it, unless it was begun for another.
 * @param {Draft[]} drafts @param {Standing} [session] @param {boolean} isOther whether to find the one that is not about it
 */
export function begun(drafts, session, isOther = false) {
  const left = drafts.filter(({ base }) => !base);
  const plain = left.filter(({ said }) => !said.appointment);
  const its = session && (left.find(({ said }) => said.appointment === session.record) ?? plain.find((draft) => isSince(draft, session)));
  if (isOther) return plain.find((draft) => draft !== its);
  return session ? its : plain[0] ?? left[0];
}

/** @param {Draft} draft @param {Standing} session */
const isSince = ({ isOther, said }, { current: { body } }) => !isOther && Date.parse(said.happened_at) >= Date.parse(body.starts_at);

/** A draft that changes what stands; of several versions it makes one. @param {Standing} standing @returns {Draft} */
export function changing(standing) {
  const { record, heads } = standing;
  const step = heads.length > 1 ? "end" : RATINGS[0]; // where the words are
  return { id: record, mark: null, record, ...after(standing), step, kind: KIND, said: asOne(heads), stood: asOne(heads) };
}

/** What was left, going on from what stands of it by now. @param {Journal} journal @param {Draft} left */
export const wentOn = async (journal, left) => rebased(left, await journal.record(left.record), asOne, WRITTEN);

/** Keep what is said, for good; it is on the disk when this fulfils. @param {Journal} journal @param {Draft} draft */
export async function keep(journal, draft) {
  const { record, base, resolves, said } = draft;
  const entry = await kept(journal, { record, base, resolves, kind: KIND }, said, draft);
  seen().then(() => journal.remember("shared_last", said.shared)).catch(() => {}); // only a habit: nobody waits for it
  return entry;
}

/** Put several versions together. Returns how to undo it. @param {Journal} journal @param {Standing} standing */
export const keepAsOne = (journal, standing) => follow(journal, KIND, standing, asOne(standing.heads));

/** Keep one of several versions only. Returns how to undo it. @param {Journal} journal @param {Standing} standing @param {Revision} head */
export const keepOnly = (journal, standing, head) => follow(journal, KIND, standing, head.body);

/** Delete a check-in. Returns how to undo it. @param {Journal} journal @param {Standing} standing */
export const remove = (journal, standing) => removeRecord(journal, KIND, standing);

/** @param {Journal} journal @param {Standing} standing @param {boolean} shared */
export const setShared = (journal, standing, shared) => share(journal, KIND, standing, shared);

/** When each record was read by the therapist, as it stood then; `by` is the name of a former one. @param {Journal} journal */
export async function readings(journal) {
  const read = new Map();
  const former = await formerNames(journal);
  for (const { current } of await journal.standing("acknowledgement")) {
    read.set(current.body.of, { at: current.body.read_at, seq: current.seq, by: former[current.author ?? ""] });
  }
  return read;
}
