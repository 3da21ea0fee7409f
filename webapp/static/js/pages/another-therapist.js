import { meetTherapist, other } from "../account.js";
import { tried } from "../deeds.js";
import { find, findAll, on, reveal, show } from "../dom.js";
import { goOnWith, stayWithWhoIsHere } from "../keeping.js";
import { openFor } from "../own-page.js";
import { oneAtATime } from "../passkeys.js";
import { keepSending } from "../sending.js";

// Another tab may have answered; and what the server did not answer may have got there all the same.
const SAID = {
  not_found: "This question was answered already, or it was taken back.",
  unanswered: "The server did not say that it got this. With signal, this page shows what stands.",
};
/** @type {import("../journal.js").Journal | null} */
let journal = null;
let asked = "";

on("[data-yes]", oneAtATime(() => answer(goOnWith, "You said yes. It is done.")));
on("[data-no]", oneAtATime(() => answer(stayWithWhoIsHere, "You said no. Nothing changes.")));
await openFor(open);

/** @param {import("../journal.js").Journal} its */
async function open(its) {
  journal = its;
  await draw();
  reveal();
  await meetTherapist(); // it may have been taken back, or asked meanwhile
  await draw();
}

async function draw() {
  const their = journal && (await other(journal));
  const question = their?.handover;
  for (const part of findAll("[data-name]")) part.textContent = their?.therapist?.name ?? "your therapist";
  for (const part of findAll("[data-to]")) part.textContent = question?.to.name ?? "";
  show("asked", Boolean(question));
  show("not-asked", Boolean(journal && !question));
  asked = question?.id ?? "";
}

/** @param {(handover: string) => Promise<string>} say fulfils with the code of a refusal @param {string} done */
async function answer(say, done) {
  await tried(() => heard(say), done, SAID);
  await draw();
  if (!asked) find("h1").focus(); // the button has gone
  keepSending(); // what was booked is called off
}

/** Told only when this phone knows whom they see by now: whoever leaves this page then reads the right name everywhere. @param {(handover: string) => Promise<string>} say */
async function heard(say) {
  const refused = await say(asked);
  await meetTherapist();
  return refused;
}
