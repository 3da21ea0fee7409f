import { signOut } from "../account.js";
import { counts } from "../contents.js";
import { find, findAll, inTurn, on, sendsNothing, show, tellIn } from "../dom.js";
import "../elements/app-lock.js";
import "../elements/needs-attention.js";
import "../elements/on-this-phone.js";
import { handOver } from "../handing-over.js";
import { stop } from "../notifications.js";
import { openFor } from "../own-page.js";
import { offerToSend } from "../send-now.js";
import { keepSending } from "../sending.js";
import { whatWaits } from "../take-away.js";
import { sayOf } from "../undo.js";
import * as words from "../words.js";

/** @type {import("../journal.js").Journal | null} */
let journal = null;
let name = "";
let drawn = "";

const draw = inTurn(drawAll);

addEventListener("did", did);
sendsNothing(find("[data-text-size]"));
for (const row of findAll("[name=text]")) {
  row.checked = row.value === document.documentElement.dataset.text;
  row.addEventListener("change", chooseSize);
}
on("[data-take-away]", takeAway);
on("[data-sign-out]", leave);
await openFor(open, draw);

/** @param {import("../journal.js").Journal} its @param {string} therapist */
function open(its, therapist) {
  [journal, name] = [its, therapist];
  return Promise.all([draw(), find("app-lock").draw(its.account)]);
}

async function drawAll() {
  if (!journal) return;
  const [count, last, reachedAt, drafts, unsent] = await Promise.all([
    counts(journal), journal.note("last"), journal.note("reached_at"), journal.drafts.all(), journal.waiting(),
  ]);
  find("[data-reached]").textContent = words.reached(reachedAt);
  const seen = JSON.stringify([count, last, drafts, unsent, new Date().toDateString()]); // “today” is another one tomorrow
  if (seen === drawn) return; // drawing it again would take the focus away from under a thumb
  drawn = seen;
  find("[data-sign-out-words]").textContent = words.beforeSigningOut(count);
  tellIn(find("[data-state]"), words.onThisPhone(count, last));
  offerToSend(count.waiting > 0);
  show("only-here", count.writing + count.waiting + count.refused > 0);
  await find("needs-attention").draw(journal, name);
  await find("on-this-phone").draw(journal, name, { drafts, unsent, count: count.received });
}

async function takeAway() {
  if (journal) await handOver(await whatWaits(journal, name));
}

/** Something was done with what needs attention: say so, let it be undone, and send. @param {any} event */
async function did({ detail }) {
  sayOf(detail, draw);
  await draw();
  keepSending();
}

/** A tap is a save, also for whoever is not signed in. What was tapped stays under the thumb. @param {Event} event */
function chooseSize({ target }) {
  const row = /** @type {HTMLInputElement} */ (target);
  const { top } = row.getBoundingClientRect();
  document.documentElement.dataset.text = row.value;
  localStorage.setItem("text", row.value);
  scrollBy(0, row.getBoundingClientRect().top - top);
}

/** Whoever takes the phone next sees nothing, also while the server lets it wait. */
async function leave() {
  for (const part of ["somebody", "only-here"]) show(part, false);
  await Promise.all([stop(), signOut()]); // in this order: who signs out is nobody
  location.replace("/sign-in#signed-out");
}
