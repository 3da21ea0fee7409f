import { other } from "../account.js";
import { forgetAccount } from "../closed.js";
import { isSure, tried } from "../deeds.js";
import { find, findAll, notCopied, on, show } from "../dom.js";
import "../elements/own-passkeys.js";
import "../elements/what-was-read.js";
import { asPage } from "../export.js";
import { handOver } from "../handing-over.js";
import * as keeping from "../keeping.js";
import { openFor } from "../own-page.js";
import { offerSignIn } from "../page.js";
import { oneAtATime } from "../passkeys.js";

/** @type {import("../journal.js").Journal | null} */
let journal = null;
/** @type {import("../types").Therapist | undefined} */
let therapist;

on("[data-close]", oneAtATime(askToClose));
on("[data-new-code]", oneAtATime(showCode));
on("[data-copy-code]", copyCode);
for (const button of findAll("[data-export]")) button.addEventListener("click", oneAtATime(() => save(button.dataset.export)));
await openFor(open);

/** @param {import("../journal.js").Journal} its @param {string} name the therapist's */
async function open(its, name) {
  journal = its;
  const known = await other(its);
  const years = known?.years_kept;
  therapist = known?.therapist;
  show("kept-for", Boolean(years));
  find("[data-years]").textContent = years === 1 ? "a year" : `${years} years`;
  for (const part of findAll("[data-name]")) part.textContent = name;
  find("what-was-read").draw(its, name);
  const refused = await find("own-passkeys").draw();
  const isLapsed = refused === "not_signed_in";
  const isAnothers = refused === "wrong_account";
  show("signed-in", !refused);
  show("signed-out", isLapsed);
  show("wrong-account", isAnothers);
  show("no-signal", Boolean(refused) && !isLapsed && !isAnothers);
  if (isLapsed || isAnothers) offerSignIn();
}

async function showCode() {
  const isShown = await tried(async () => {
    const { refused, all } = await keeping.newRecoveryCode();
    if (all) find("[data-code]").textContent = all.code;
    return refused;
  }, "This is your new code.", { unanswered: "No answer came. The code that you have may have ended by that: please make a new one." });
  show("code", isShown);
  find("[data-code-copied]").textContent = "";
  if (isShown) find("[data-code]").focus(); // it is read aloud
}

async function copyCode() {
  find("[data-code-copied]").textContent = (await notCopied(find("[data-code]").textContent)) || "Copied.";
}

async function askToClose() {
  const sure = await isSure("Close your account?", "Everything you wrote is erased for good, also what was not sent yet.", "Close it for good");
  if (!sure || !journal) return;
  const { account } = journal;
  if (!(await tried(() => keeping.closeAccount(account), "Your account is closed."))) return;
  await forgetAccount(account);
  location.replace("/");
}

/** @param {string} as "html" or "json" */
async function save(as) {
  await tried(async () => {
    const { refused, all } = await keeping.everything();
    return all && !(await handOver(fileOf(all, as))) ? "closed" : refused;
  }, "Saved.", { closed: "It was not saved." });
}

/** @param {any} all @param {string} as */
function fileOf(all, as) {
  const text = as === "html" ? asPage(all, therapist) : JSON.stringify(all, null, 2);
  const type = as === "html" ? "text/html" : "application/json";
  return new File([text], `notes-${all.made_at.slice(0, 10)}.${as}`, { type });
}
