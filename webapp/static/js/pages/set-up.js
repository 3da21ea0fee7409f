import { settle } from "../account.js";
import { codeOf, post } from "../http.js";
import { find, findAll } from "../dom.js";
import { makePasskey, oneAtATime, refusal, sentence } from "../passkeys.js";

const invitation = location.hash.slice(1);

addEventListener("hashchange", () => location.reload()); // another link was put in place of this one
find("[data-set-up]").addEventListener("submit", oneAtATime(setUp));
find("[type=submit]").disabled = "shut" in document.documentElement.dataset; // before this a tap would have been lost
const { status } = await post("/invitations/look", { invitation });
if (status === 410 || status === 400) step("gone");

async function setUp() {
  const named = { practice: find("#practice").value.trim(), name: find("#name").value.trim() };
  for (const field of findAll("input")) field.ariaInvalid = String(!field.value.trim());
  findAll("input").find((field) => field.ariaInvalid === "true")?.focus();
  if (!named.practice || !named.name) return say("Please fill in both, so that your clients know who invites them.");
  say("");
  try {
    const answer = await post("/set-up", { invitation, ...named });
    if (answer.status === 410) return step("gone");
    if (answer.status !== 200) return say(refusal(codeOf(answer.json), "Please try again."));
    const made = await makePasskey({ invitation });
    if (made.state !== "done") return say(refusal(made.state, "Please try again."));
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
