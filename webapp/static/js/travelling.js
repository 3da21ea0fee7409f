/** A phone that is opened somewhere else: reminders go by the clock on the wall there. */

/** @import { Journal } from "./journal.js" */

import { openJournal } from "./account.js";
import { zoneHere } from "./days.js";
import { choose, chosen, WHAT } from "./preferences.js";
import { keepSending } from "./sending.js";

/** Have reminders come along, for the person settled here. */
export async function arrive() {
  const journal = await openJournal();
  if (journal && (await comeAlong(journal))) keepSending();
}

/** What was chosen in another zone is said once more, and nothing else. Says whether it was. @param {Journal} journal */
export async function comeAlong(journal) {
  const { reminders, zone } = await chosen(journal);
  if (zone === zoneHere() || !WHAT.some((name) => reminders[name])) return false;
  await choose(journal, {});
  return true;
}
