import { outcomeOf, post } from "../http.js";
import { find, findAll, notCopied, on, show } from "../dom.js";
import { start } from "../page.js";
import { canDoPasskeys, makePasskey, oneAtATime, refusal, sentence } from "../passkeys.js";

const invitation = location.hash.slice(1);
let code = "";
let again = false; // whether they have been here before
/** @type {Promise<any[]>} What is needed only after the first tap is fetched once the page can be used. */
let later;

start();
addEventListener("hashchange", () => location.reload()); // another link was put in place of this one
on("[data-make]", oneAtATime(join));
on("[data-copy]", () => copy(location.href, "[data-copied]", "The link is in the message that brought you here."));
on("[data-retry]", look);
on("[data-show-code]", oneAtATime(showCode));
on("[data-no-code]", goOn);
on("[data-go-on]", goOn);
on("[data-copy-code]", () => copy(code, "[data-code-copied]"));
await look();

/** Who invites; looking uses nothing up. */
async function look() {
  if (!invitation) return;
  if (!canDoPasskeys()) return step("other-browser");
  const { status, json } = await post("/invitations/look", { invitation });
  if (status === 0 || status >= 429) return step("no-signal");
  if (status !== 200) return step("gone");
  step("who");
  find("[data-invited]").textContent = invited(json);
  again = json.again;
  const isClient = json.role === "client";
  show("client", isClient);
  show("again", again);
  show("first", !again && isClient);
  show("colleague", !again && !isClient);
  find("[data-make]").disabled = false;
  later = Promise.all([import("../account.js"), import("../installed.js"), import("../elements/home-screen.js")]);
}

/** @param {any} about */
function invited({ name, from, practice }) {
  const who = [from, practice].filter(Boolean).join(", ");
  const hello = name ? `Hello ${name}.` : "Hello.";
  return `${hello} ${who || "Your practice"} invites you.`;
}

async function join() {
  const said = find("[data-said]");
  said.textContent = "";
  try {
    const answer = await makePasskey({ invitation });
    if (answer.state === "invitation_gone") return step("gone");
    if (answer.state !== "done") return (said.textContent = refusal(answer.state, "The link was not used."));
    await comeIn(answer);
  } catch (error) {
    said.textContent = sentence(error);
    find("[data-nothing-opened]").hidden = false;
  }
}

/** @param {any} answer */
async function comeIn(answer) {
  const [{ settle }] = await later;
  const refused = await settle(answer);
  history.replaceState({}, "", "/join");
  if (answer.person.role === "therapist") return location.replace("/practice");
  if (!again) return step("code");
  if (refused !== "recovering") return goOn();
  step("locked-here");
  await import("../elements/let-in-again.js");
  await find("let-in-again").draw();
}

/** @param {Event} event */
async function showCode(event) {
  const failed = find("[data-code-failed]");
  failed.textContent = "";
  const { refused, all } = await newCode().catch((error) => ({ refused: sentence(error), all: null }));
  if (!all) return (failed.textContent = refused);
  code = all.code;
  find("[data-code]").textContent = code;
  find("[data-code-shown]").hidden = false;
  /** @type {any} */ (event.target).parentElement.hidden = true;
  find("[data-code]").focus(); // it is read aloud
}

/** Ten minutes after they came in, the passkey is asked for once more. */
async function newCode() {
  const { status, json } = await post("/recovery-code", {});
  if (status === 200) return { refused: "", all: json };
  if (status !== 403) return { refused: refusal(outcomeOf(json), "Please try again."), all: null };
  const { newRecoveryCode } = await import("../keeping.js");
  const { refused, all } = await newRecoveryCode();
  return { refused: refusal(refused, "Please try again."), all };
}

async function goOn() {
  const [, { isInstalled }] = await later;
  if (isInstalled()) location.replace("/");
  else step("home-screen");
}

/** @param {string} name */
function step(name) {
  for (const part of findAll("[data-step]")) part.hidden = part.dataset.step !== name;
  find(`[data-step="${name}"] h2`)?.focus();
}

/** @param {string} text @param {string} where @param {string} [instead] */
async function copy(text, where, instead) {
  const said = (await notCopied(text, instead)) || "Copied.";
  for (const part of findAll(where)) part.textContent = said;
}
