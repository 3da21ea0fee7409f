/** What an account can ask of the server: asking whether somebody is sure, and saying how it went. */

import { answerIn, find, tell } from "./dom.js";
import { evenIfLapsed } from "./lapsed.js";
import { refusal, sentence } from "./passkeys.js";

/** @param {string} title @param {string} about @param {string} yes */
export async function isSure(title, about, yes) {
  find("[data-sure-title]").textContent = title;
  find("[data-sure-words]").textContent = about;
  find("[data-sure-yes]").textContent = yes;
  return (await answerIn(find("[data-sure]"))) === "yes";
}

/** Do it, and say how it went. @param {() => Promise<string>} work fulfils with the code of a refusal @param {string} done */
export async function tried(work, done, said = /** @type {Record<string, string>} */ ({})) {
  try {
    const refused = await evenIfLapsed(work);
    tell(refused ? (said[refused] ?? refusal(refused, "Nothing was changed.")) : done);
    return !refused;
  } catch (error) {
    tell(sentence(error));
    return false;
  }
}
