import { find } from "../dom.js";
import { openFor } from "../own-page.js";

await openFor(open);

/**
 * `#change-…` names the talking point to change, any other fragment the check-in that it is about.
 * @param {import("../journal.js").Journal} journal
 */
async function open(journal) {
  const form = find("say-it");
  if (form.open) return;
  await import("../elements/say-it.js");
  const [, change, id] = /** @type {RegExpExecArray} */ (/^#?(change-)?(.*)$/.exec(location.hash));
  await form.begin(journal, change ? id : "", change ? null : id || null);
}
