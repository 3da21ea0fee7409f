import { openJournal } from "../account.js";
import "../elements/check-in-form.js";
import "../elements/sign-in-button.js";
import { find, show, start } from "../page.js";
import { keepSending, startSending } from "../sending.js";

const form = find("check-in-form");

start();
addEventListener("signed-in", open);
addEventListener("kept", keepSending);
await open();
startSending();

/** Begin once the phone knows whose words these will be; a later sign-in only sends. */
async function open() {
  const journal = await openJournal();
  show("nobody", !journal);
  if (journal && !form.hasBegun) await form.begin(journal, location.hash.slice(1));
  keepSending();
}
