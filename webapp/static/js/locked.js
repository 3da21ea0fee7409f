/** What lies here of people who are not signed in: how much, and not a word of it. */

import { accountDatabase, accountsHere, result } from "./database.js";

/** How many entries and drafts wait for the person who wrote them. */
export async function lockedCount() {
  const counts = await Promise.all((await accountsHere()).map(unsent));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** @param {string} account */
const unsent = (account) =>
  accountDatabase(account).read(async ({ drafts, outbox }) =>
    (await result(drafts.count())) + (await result(outbox.count())));
