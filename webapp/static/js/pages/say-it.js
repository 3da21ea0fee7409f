import { openJournal } from "../account.js";
import { find } from "../dom.js";
import { showWhose, start } from "../page.js";
import { startSending } from "../sending.js";

start();
addEventListener("signed-in", open);
await open();
startSending();

/** `#change-…` names the talking point to change, any other fragment the check-in that it is about. */
async function open() {
  const journal = await openJournal();
  showWhose(journal);
  const form = find("say-it");
  if (!journal || form.open) return;
  await import("../elements/say-it.js");
  const [, change, id] = /** @type {RegExpExecArray} */ (/^#?(change-)?(.*)$/.exec(location.hash));
  await form.begin(journal, change ? id : "", change ? null : id || null);
}
