import { openJournal } from "../account.js";
import { find } from "../dom.js";
import { offerSignIn, showWhose, start } from "../page.js";
import { keepSending, startSending } from "../sending.js";

const form = find("check-in-form");

start();
addEventListener("signed-in", open);
addEventListener("kept", thank);
addEventListener("signed-out", offerSignIn);
await open();
startSending();

/** Begin once the phone knows whose words these will be; a later sign-in only sends. */
async function open() {
  const journal = await openJournal();
  showWhose(journal);
  if (journal && !form.hasBegun) await begin(journal);
  keepSending();
}

/** @param {import("../journal.js").Journal} journal */
async function begin(journal) {
  await Promise.all([import("../elements/check-in-form.js"), import("../elements/check-in-kept.js")]);
  await form.begin(journal, location.hash.slice(1));
}

/** @param {Event} event */
async function thank(event) {
  keepSending();
  await find("check-in-kept").thank(/** @type {CustomEvent} */ (event).detail);
}
