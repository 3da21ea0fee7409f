/** Pure: what stands of each record, from all its revisions. The same rule as on the server. */

/** @import { EntryHead, Revision, Standing } from "./types" */

/**
 * The records in the order in which they began, unsent ones last.
 * @param {Revision[]} revisions numbered ones in order of seq, then waiting ones in order of writing
 * @returns {Standing[]}
 */
export function standing(revisions) {
  const records = [...byRecord(revisions)].filter(([, all]) => !isErased(all));
  const stood = records.map(([record, all]) => stands(record, all));
  return stood.sort((a, b) => a.first - b.first);
}

/** @param {string} record @param {Revision[]} all @returns {Standing} */
function stands(record, all) {
  const heads = headsOf(all).reverse(); // the latest first, and of those that wait the last written
  const texts = heads.filter(isText); // text beats deletion
  const shown = texts.length ? texts : heads;
  const deletions = texts.length ? heads.filter((head) => head.op === "delete") : [];
  const seen = deletions.length ? shown.map(forItsAuthor) : shown;
  return {
    record,
    heads: seen,
    current: seen[0],
    deletions,
    deleted: texts.length === 0,
    sharedThere: isSharedThere(all),
    first: Math.min(...all.map(place)),
    state: stateOf(all),
  };
}

/** Erased for good: of such a record nothing stands, and nothing is shown. @param {EntryHead[]} all */
export const isErased = (all) => all.some(({ op }) => op === "erase");

/** One without a body was emptied; what did that may still be on its way. @param {Revision} revision */
export const isText = ({ op, body }) => op === "put" && body !== null;

/** A record is shared only if everything that stands of it is: a deletion beside a text hides it. @param {Revision[]} heads */
export const isShared = (heads) => heads.length > 0 && heads.every((head) => isText(head) && head.body.shared);

/** What was sent and has no answer yet may be there too, or the first of it. @param {Revision[]} all @returns {Standing["sharedThere"]} */
function isSharedThere(all) {
  const there = all.filter(({ seq }) => seq !== null);
  const sent = all.filter(({ attempted }) => attempted);
  const isPerhaps = sent.some((_, last) => isShared(headsOf([...there, ...sent.slice(0, last + 1)])));
  return isShared(headsOf(there)) || (isPerhaps && "perhaps");
}

/** Beside a deletion: whoever sees it next, its author says anew. @param {Revision} text @returns {Revision} */
const forItsAuthor = (text) => (text.body.shared ? { ...text, body: { ...text.body, shared: false } } : text);

/**
 * Those that no other one names as its base or as resolved.
 * @template {EntryHead} T @param {T[]} all @returns {T[]}
 */
export function headsOf(all) {
  const named = new Set(all.flatMap(({ entry, base, resolves }) => [base, ...resolves].filter((id) => id !== entry)));
  return all.filter(({ entry }) => !named.has(entry));
}

/** @param {Revision[]} all @returns {Standing["state"]} */
function stateOf(all) {
  if (all.some(({ state }) => state === "refused")) return "refused";
  return all.some(({ state }) => state === "waiting") ? "waiting" : "received";
}

/** What waits comes after everything that is numbered. @param {Revision} revision */
const place = ({ seq }) => seq ?? Number.MAX_SAFE_INTEGER;

/**
 * Rows by the record that they are about, in the order in which the records come first.
 * @template {{ record: string }} T @param {T[]} rows
 */
export function byRecord(rows) {
  /** @type {Map<string, T[]>} */
  const records = new Map();
  for (const row of rows) {
    const known = records.get(row.record);
    if (known) known.push(row);
    else records.set(row.record, [row]);
  }
  return records;
}
