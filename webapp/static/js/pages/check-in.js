import { openJournal } from "../account.js";
import { drawGone, find, on, show, whenShownAgain } from "../dom.js";
import "../elements/check-in-form.js";
import "../elements/check-in-kept.js";
import "../elements/put-right.js";
import { isIPhone, isInstalled } from "../installed.js";
import { offerSignIn, showWhose, start } from "../page.js";
import { keepSending, startSending } from "../sending.js";
import { howWas } from "../session-words.js";

const form = find("check-in-form");
const HEADING = find("h1").textContent;
const KEPT = /^#kept-(.+)/.exec(location.hash)?.[1]; // its thanks stood here, before the phone let go of the page

start();
addEventListener("signed-in", open);
addEventListener("kept", thank);
addEventListener("said", keepSending);
addEventListener("signed-out", offerSignIn);
on("[data-go-on-here]", goOnHere);
await open();
startSending();

/** Begin once the phone knows whose words these will be; a later sign-in only sends. */
async function open() {
  if (KEPT) await leadOn(`/check-ins#${KEPT}`);
  const journal = await openJournal();
  showWhose(journal);
  if (journal && !form.hasBegun) await (mayBeLost() ? warn() : begin(journal));
  keepSending();
}

/** Nothing begins on a page that is left. @param {string} address */
function leadOn(address) {
  return new Promise(() => location.replace(address));
}

/** Said before there are words, not after: an iPhone's tab and its home screen share nothing. */
function mayBeLost() {
  return isIPhone() && !isInstalled() && !localStorage.getItem("goes-on-in-a-tab");
}

function warn() {
  show("in-a-tab");
  find("[data-when=in-a-tab] h2").focus();
}

function goOnHere() {
  localStorage.setItem("goes-on-in-a-tab", "yes");
  show("in-a-tab", false);
  return open();
}

/** @param {import("../journal.js").Journal} journal */
async function begin(journal) {
  const said = await form.begin(journal, location.hash.slice(1));
  drawGone(said === null);
  if (!said) return;
  await drawHeading(journal, said);
  whenShownAgain(async () => drawHeading(journal, await form.again()));
}

/** By the day that it is now. @param {import("../journal.js").Journal} journal @param {import("../types").CheckIn} said */
async function drawHeading(journal, { appointment }) {
  const session = appointment && (await journal.record(appointment));
  find("h1").textContent = session && !session.deleted ? howWas(session.current.body) : HEADING;
}

/** @param {Event} event */
async function thank(event) {
  await find("check-in-kept").thank(/** @type {CustomEvent} */ (event).detail);
  keepSending();
}
