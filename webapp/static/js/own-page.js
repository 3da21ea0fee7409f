/** A page of somebody's own: opened for whoever is here, kept true, and what waits goes on its way. */

/** @import { Journal } from "./journal.js" */

import { openJournal, other } from "./account.js";
import { reveal } from "./dom.js";
import { showWhose, start } from "./page.js";
import { keepSending, news, startSending } from "./sending.js";

/**
 * Open it for whoever is here, and for whoever signs in later.
 * @param {(journal: Journal, name: string) => unknown} open `name` is the therapist's
 * @param {() => unknown} [draw] there may be something new, perhaps by another tab
 */
export async function openFor(open, draw = () => {}) {
  start();
  addEventListener("signed-in", () => opened(open).then(keepSending));
  addEventListener("synced", () => draw());
  news.onmessage = () => draw();
  await opened(open);
  reveal();
  startSending();
}

/** @param {(journal: Journal, name: string) => unknown} open */
async function opened(open) {
  const journal = await openJournal();
  showWhose(journal);
  if (journal) await open(journal, (await other(journal))?.therapist.name ?? "your therapist");
}
