/** What both agree, on the phone: reading it, and what its owner may do. Each comes back as its undoing. */

/** @import { Matter, Revision, Standing } from "./types" */
/** @import { Journal } from "./journal.js" */
/** @import { Known } from "./drafts.js" */

import { AGREED_ON, matters } from "./agreements.js";
import { begin, follow, takeBack } from "./records.js";
import { joined } from "./said.js";

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

/** What an entry says, with the words that were written beside it. @param {Revision} [target] @param {Matter} [matter] */
export function wholeOf(target, matter) {
  const all = [...(matter?.beside.client ?? []), target].map((each) => each?.body);
  if (!target || all.length === 1) return target?.body;
  if (!target.body.fields) return { ...target.body, words: joined(all.map(({ words }) => words)) };
  const names = all.flatMap(({ fields }) => Object.keys(fields));
  return { ...target.body, fields: Object.fromEntries(names.map((name) => [name, joined(all.map(({ fields }) => fields[name] ?? ""))])) };
}

/**
 * Propose something instead of an entry, or say something else in one's own: one's own record goes
 * on, and names whose words it would replace. What stood beside it is in it now.
 * @param {Journal} journal @param {Matter} matter @param {Revision} target @param {object} content
 * @param {Standing[]} [own] what it is known to take the place of @param {Known} [draft]
 */
export async function change(journal, matter, target, content, own, draft) {
  const [mine, ...beside] = own ?? (await ownWords(journal, matter, target));
  const isMine = target.author === journal.account;
  const body = { ...target.body, ...content, replaces: isMine ? target.body.replaces : target.entry };
  if (!mine) return say(journal, matter.kind, body, draft);
  const undos = [await follow(journal, matter.kind, mine, body, draft)];
  for (const each of beside) undos.unshift(await follow(journal, matter.kind, each, null));
  return async () => {
    for (const undo of undos) await undo();
  };
}

/**
 * One's own words as they stand, of which a change of an entry takes the place: the record that
 * goes on, and those that stand beside it. What comes later is not known to whoever writes by then.
 * @param {Journal} journal @param {Matter} matter @param {Revision} target
 */
export async function ownWords(journal, matter, target) {
  const own = await ownRecords(journal, matter);
  const mine = own.find(({ record }) => record === target.record) ?? own.at(-1);
  const beside = new Set(matter.beside.client?.map(({ record }) => record));
  return mine ? [mine, ...own.filter((each) => each !== mine && beside.has(each.record))] : [];
}

/** @param {Journal} journal @param {Matter} matter */
async function ownRecords(journal, { records }) {
  const all = await Promise.all(records.map((record) => journal.record(record)));
  return all.filter((each) => each !== undefined).filter(({ current, deleted }) => current.author === journal.account && !deleted);
}
