import { openJournal } from "../account.js";
import "../elements/check-in-form.js";
import "../elements/sign-in-button.js";
import { find, show, start } from "../page.js";
import { startSending } from "../sending.js";

start();
addEventListener("signed-in", open);
await open();
startSending();

async function open() {
  const journal = await openJournal();
  show("nobody", !journal);
  if (journal) await find("check-in-form").begin(journal, location.hash.slice(1));
}
