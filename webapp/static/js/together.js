/** What both agree, on the phone: reading it, and what its owner may do. Each comes back as its undoing. */

/** @import { Matter, Revision } from "./types" */
/** @import { Journal } from "./journal.js" */
/** @import { Known } from "./drafts.js" */

import { AGREED_ON, matters } from "./agreements.js";
import { begin, follow, takeBack } from "./records.js";

/** What stands between the two. @param {Journal} journal @param {string[]} kinds */
export async function standing(journal, kinds = AGREED_ON) {
  return matters(await journal.revisions([...kinds, "agreement"]), journal.account);
}

/** What was said of how it is going, the newest first. @param {Journal} journal @returns {Promise<Revision[]>} */
export async function progress(journal) {
  const records = await journal.standing("progress");
  return records.filter(({ deleted }) => !deleted).map(({ current }) => current).reverse();
}

/**
 * Begin a record of one's own, and leave a way to take it back.
 * @param {Journal} journal @param {string} kind @param {object} body @param {Known} [draft]
 */
export async function say(journal, kind, body, draft) {
  const record = await begin(journal, kind, body, draft);
  return () => takeBack(journal, kind, record);
}

/**
 * Propose something instead of an entry, or say something else in one's own: one's own record goes
 * on, and names whose words it would replace. What stood beside it is in it now.
 * @param {Journal} journal @param {Matter} matter @param {Revision} target @param {object} content @param {Known} [draft]
 */
export async function change(journal, matter, target, content, draft) {
  const own = await ownRecords(journal, matter);
  const isMine = target.author === journal.account;
  const body = { ...target.body, ...content, replaces: isMine ? target.body.replaces : target.entry };
  const mine = own.find(({ record }) => record === target.record) ?? own.at(-1);
  if (!mine) return say(journal, matter.kind, body, draft);
  const undos = [await follow(journal, matter.kind, mine, body, draft)];
  const beside = new Set(matter.beside.client?.map(({ record }) => record));
  for (const each of own) if (each !== mine && beside.has(each.record)) undos.unshift(await follow(journal, matter.kind, each, null));
  return async () => {
    for (const undo of undos) await undo();
  };
}

/** @param {Journal} journal @param {Matter} matter */
async function ownRecords(journal, { records }) {
  const all = await Promise.all(records.map((record) => journal.record(record)));
  return all.filter((each) => each !== undefined).filter(({ current, deleted }) => current.author === journal.account && !deleted);
}
