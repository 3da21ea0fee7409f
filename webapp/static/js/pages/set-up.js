import { settle } from "../account.js";
import { post } from "../http.js";
import { find, findAll } from "../dom.js";
import { makePasskey, sentence } from "../passkeys.js";

const invitation = location.hash.slice(1);

find("[data-set-up]").addEventListener("submit", setUp);
const { status } = await post("/invitations/look", { invitation });
if (status === 410 || status === 400) step("gone");

/** @param {SubmitEvent} event */
async function setUp(event) {
  event.preventDefault();
  const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
  const named = { practice: String(form.get("practice")).trim(), name: String(form.get("name")).trim() };
  if (!named.practice || !named.name) return say("Please fill in both, so that your clients know who invites them.");
  say("");
  try {
    const answer = await post("/set-up", { invitation, ...named });
    if (answer.status === 410) return step("gone");
    if (answer.status !== 200) return say("That did not go through. Please try again.");
    const made = await makePasskey({ invitation });
    if (made.state !== "done") return say("The passkey was not accepted. Please try again.");
    await settle(made);
    location.replace("/practice");
  } catch (error) {
    say(sentence(error));
  }
}

/** @param {string} words */
function say(words) {
  find("[data-said]").textContent = words;
}

/** @param {string} name */
function step(name) {
  for (const part of findAll("[data-step]")) part.hidden = part.dataset.step !== name;
}
