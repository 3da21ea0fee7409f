import { settle } from "../account.js";
import { find } from "../dom.js";
import { makePasskey, oneAtATime, refusal, sentence } from "../passkeys.js";

const GONE = "This code cannot be used. Look at it once more: each works only once.";

find("form").addEventListener("submit", oneAtATime(comeIn));
find("[type=submit]").disabled = "shut" in document.documentElement.dataset; // before this a tap would have been lost

async function comeIn() {
  const code = find("#code").value.trim();
  if (!code) return say("Please write the code.", true);
  say("");
  try {
    const made = await makePasskey({ code });
    if (made.state === "code_gone") return say(GONE, true);
    if (made.state !== "done") return say(refusal(made.state, "The code was not used."));
    await settle(made);
    location.replace("/practice/passkeys");
  } catch (error) {
    say(sentence(error));
  }
}

/** @param {string} words @param {boolean} [isOfCode] whether the code has to be looked at again */
function say(words, isOfCode = false) {
  const code = find("#code");
  code.ariaInvalid = String(isOfCode);
  if (isOfCode) code.focus();
  find("[data-said]").textContent = words;
}
