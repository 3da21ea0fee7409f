/** Records of any kind on the phone: beginning one, changing it, deleting it, each to be undone. */

/** @import { Standing } from "./types" */
/** @import { Journal } from "./journal.js" */
/** @import { Known } from "./drafts.js" */

import { seen } from "./dom.js";
import { askToStay } from "./room.js";
import { sendInBackground } from "./sending.js";

/**
 * Begin a record; it is on the disk when this fulfils. Returns its id.
 * @param {Journal} journal @param {string} kind @param {object} body @param {Known} [draft] that it was
 */
export async function begin(journal, kind, body, draft) {
  const record = crypto.randomUUID();
  await kept(journal, { record, base: null, kind }, body, draft);
  return record;
}

/** Delete a record that was begun by mistake. @param {Journal} journal @param {string} kind @param {string} record */
export async function takeBack(journal, kind, record) {
  const standing = await journal.record(record);
  if (standing) await follow(journal, kind, standing, null);
}

/**
 * Say something else in a record instead of all that stands in it. Returns how to undo it.
 * @param {Journal} journal @param {string} kind @param {Standing} standing @param {object | null} body null deletes
 * @param {Known} [draft] that it was
 */
export async function follow(journal, kind, standing, body, draft) {
  const instead = await kept(journal, { record: standing.record, ...after(standing), kind }, body, draft);
  return () => bringBack(journal, kind, standing, instead);
}

/**
 * Delete a record, every version of it, and what was being changed in it. Returns how to undo it.
 * @param {Journal} journal @param {string} kind @param {Standing} standing
 */
export async function remove(journal, kind, standing) {
  const drafts = (await journal.drafts.all()).filter(({ record }) => record === standing.record);
  const undo = await follow(journal, kind, standing, null);
  for (const draft of drafts) await journal.drafts.drop(draft);
  return async () => {
    await undo();
    for (const draft of drafts) await journal.drafts.save({ ...draft, mark: null }, true);
  };
}

/** Each version that stands keeps its own words. @param {Journal} journal @param {string} kind @param {Standing} standing @param {boolean} shared */
export async function setShared(journal, kind, { record, heads, deletions }, shared) {
  const resolves = deletions.map(({ entry }) => entry);
  for (const { entry, body } of heads) await journal.keep({ record, base: entry, resolves, kind }, { ...body, shared });
}

/**
 * Keep an entry for good, and have the browser send it and keep what is here, where it can.
 * @param {Journal} journal @param {import("./types").About} about @param {object | null} body @param {Known} [draft]
 */
export async function kept(journal, about, body, draft) {
  const entry = await journal.keep(about, body, draft);
  sendInBackground();
  seen().then(() => askToStay(journal)).catch(() => {}); // a bonus
  return entry;
}

/** What comes next names everything that stands, so that it alone stands then. @param {Standing} standing */
export function after({ heads, deletions }) {
  const [base, ...resolves] = [...heads, ...deletions].map(({ entry }) => entry);
  return { base, resolves };
}

/** Every version that stood stands again, in the order in which they came. @param {Journal} journal @param {string} kind @param {Standing} stood @param {string | null} instead what was kept in their place */
async function bringBack(journal, kind, { record, heads }, instead) {
  for (const { body } of [...heads].reverse()) await journal.keep({ record, base: instead, kind }, body);
}
