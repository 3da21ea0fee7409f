/** What a server did not take, and what can still be done with it: the words are only here. */

/** @import { Revision } from "./types" */
/** @import { Journal } from "./journal.js" */

/** Then no other entry of the same record would be taken either. @param {Revision} revision */
export const needsNewRecord = ({ code }) => code === "not_yours";

/** Everything that was refused. @param {Journal} journal */
export const refused = async (journal) => (await journal.waiting()).filter(({ state }) => state === "refused");

/** Send the same words once more, as an entry that takes the place of the refused one. @param {Journal} journal @param {Revision} revision */
export const sendAgain = (journal, { record, entry, kind, body }) => journal.keep({ record, base: entry, kind }, body);

/** Keep the same words as something new. @param {Journal} journal @param {Revision} revision */
export async function keepAsNew(journal, { entry, kind, body }) {
  await journal.keep({ record: crypto.randomUUID(), base: null, kind }, body);
  await journal.putAway(entry); // after the other is on the disk: twice is better than not at all
}
