import { settle } from "../account.js";
import { find } from "../dom.js";
import { makePasskey, sentence } from "../passkeys.js";

const SAID = {
  code_gone: "This code cannot be used. Look at it once more: each works only once.",
  too_many: "That was tried often. Please wait a quarter of an hour.",
  offline: "There is no connection just now. The code stays good.",
};

find("form").addEventListener("submit", comeIn);

/** @param {SubmitEvent} event */
async function comeIn(event) {
  event.preventDefault();
  const code = find("#code").value.trim();
  if (!code) return say("Please write the code.");
  say("");
  try {
    const made = await makePasskey({ code });
    if (made.state !== "done") return say(SAID[/** @type {"offline"} */ (made.state)] ?? "The passkey was not accepted. The code stays good.");
    await settle(made);
    location.replace("/practice/passkeys");
  } catch (error) {
    say(sentence(error));
  }
}

/** @param {string} words */
function say(words) {
  find("[data-said]").textContent = words;
}
