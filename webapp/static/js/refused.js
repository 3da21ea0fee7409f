/** What a server did not take, and what can still be done with it: the words are only here. */

/** @import { Revision } from "./types" */
/** @import { Journal } from "./journal.js" */

/** With these, no entry of the same record would be taken either. */
const RECORD_IS_CLOSED = ["erased", "not_yours"];

/** @param {Revision} revision */
export const needsNewRecord = ({ code = "" }) => RECORD_IS_CLOSED.includes(code);

/** Everything that was refused. @param {Journal} journal */
export const refused = async (journal) => (await journal.waiting()).filter(({ state }) => state === "refused");

/** Send the same words once more, as an entry that takes the place of the refused one. @param {Journal} journal @param {Revision} revision */
export const sendAgain = (journal, { record, entry, kind, body }) => journal.keep({ record, base: entry, kind }, body);

/** Keep the same words as something new. @param {Journal} journal @param {Revision} revision */
export async function keepAsNew(journal, { entry, kind, body }) {
  await journal.keep({ record: crypto.randomUUID(), base: null, kind }, body);
  await journal.putAway(entry); // after the other is on the disk: twice is better than not at all
}
