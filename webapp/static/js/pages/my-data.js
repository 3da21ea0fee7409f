import { openJournal, other } from "../account.js";
import { forgetAccount } from "../closed.js";
import { copyOf, find, findAll, on, show } from "../dom.js";
import { asPage } from "../export.js";
import * as keeping from "../keeping.js";
import { showWhose, start } from "../page.js";
import { sentence } from "../passkeys.js";
import { startSending } from "../sending.js";
import { handOver } from "../take-away.js";
import * as words from "../words.js";

const REFUSED = {
  last_passkey: "This is your only passkey. Add another one first.",
  offline: "There is no connection just now. Nothing was changed.",
};
/** @type {import("../journal.js").Journal | null} */
let journal = null;

start();
on("[data-add]", () => tried(keeping.addPasskey, "It is added."));
on("[data-close]", askToClose);
for (const button of findAll("[data-export]")) button.addEventListener("click", () => save(button.dataset.export));
addEventListener("signed-in", open);
await open();
startSending();

async function open() {
  journal = await openJournal();
  showWhose(journal);
  if (!journal) return;
  const name = (await other(journal))?.therapist.name;
  for (const part of findAll("[data-name]")) part.textContent = name ?? "your therapist";
  await draw();
}

async function draw() {
  const found = await keeping.signedInWith();
  show("signed-in", Boolean(found));
  show("no-signal", !found);
  if (!found) return;
  find("[data-passkeys]").replaceChildren(...found.passkeys.map(passkey));
  find("[data-logins]").replaceChildren(...found.logins.map(login));
}

/** @param {any} own */
function passkey({ id, label, maker, created_at, last_used_at, signed_in_here }) {
  const copy = copyOf("passkey");
  const title = label ?? maker ?? "A passkey";
  find("[data-title]", copy).textContent = title;
  const here = signed_in_here ? "You signed in here with it. " : "";
  find("[data-about]", copy).textContent = `${here}Made on ${words.day(created_at)}, last used ${words.when(last_used_at)}.`;
  const naming = find("[data-naming]", copy);
  const input = find("input", copy);
  on("[data-rename]", () => ((naming.hidden = false), input.focus()), copy);
  naming.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    if (input.value.trim()) tried(async () => ((await keeping.namePasskey(id, input.value.trim())) ? "" : "offline"), "Saved.");
  });
  on("[data-remove]", () => askToRemove(id, title), copy);
  return copy;
}

/** @param {any} own */
function login({ id, created_at, last_seen_at, here }) {
  const copy = copyOf("login");
  find("[data-title]", copy).textContent = here ? "This phone" : "Another browser";
  find("[data-about]", copy).textContent = `Since ${words.day(created_at)}, last used ${words.when(last_seen_at)}.`;
  find("[data-end]", copy).hidden = here;
  on("[data-end]", () => tried(async () => ((await keeping.endLogin(id)) ? "" : "offline"), "It is signed out there."), copy);
  return copy;
}

/** @param {string} id @param {string} title */
async function askToRemove(id, title) {
  const sure = await isSure("Remove this passkey?", `“${title}” will not sign you in any more, and whatever it signed in is signed out.`, "Remove it");
  if (sure) await tried(() => keeping.removePasskey(id), "It is removed.");
}

async function askToClose() {
  const sure = await isSure("Close your account?", "Everything you wrote is erased for good, also what was not sent yet.", "Close it for good");
  if (!sure || !journal) return;
  const { account } = journal;
  if (!(await tried(keeping.closeAccount, "Your account is closed."))) return;
  await forgetAccount(account);
  location.replace("/");
}

/** @param {string} title @param {string} about @param {string} yes */
async function isSure(title, about, yes) {
  const dialog = find("[data-sure]");
  find("[data-sure-title]").textContent = title;
  find("[data-sure-words]").textContent = about;
  find("[data-sure-yes]").textContent = yes;
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  return dialog.returnValue === "yes";
}

/** Do it, and say how it went. @param {() => Promise<string>} work fulfils with the code of a refusal @param {string} done */
async function tried(work, done) {
  try {
    const refused = await work();
    say(refused ? (REFUSED[/** @type {"offline"} */ (refused)] ?? "The passkey was not accepted. Nothing was changed.") : done);
    if (!refused) await draw();
    return !refused;
  } catch (error) {
    say(sentence(error));
    return false;
  }
}

/** @param {string} as "html" or "json" */
async function save(as) {
  await tried(async () => {
    const all = await keeping.everything();
    if (!all) return "refused";
    const text = as === "html" ? asPage(all) : JSON.stringify(all, null, 2);
    const type = as === "html" ? "text/html" : "application/json";
    await handOver(new File([text], `notes-${all.made_at.slice(0, 10)}.${as}`, { type }));
    return "";
  }, "Saved.");
}

/** @param {string} said */
function say(said) {
  find("[data-said]").textContent = said;
}
