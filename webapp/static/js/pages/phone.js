import { lock, openJournal } from "../account.js";
import { post } from "../http.js";
import { copyOf, find, on, show } from "../dom.js";
import { showWhose, start } from "../page.js";
import * as phone from "../phone.js";
import { keepSending, news, startSending } from "../sending.js";
import * as words from "../words.js";

/** @type {import("../journal.js").Journal | null} */
let journal = null;

start();
addEventListener("signed-in", () => open().then(keepSending));
addEventListener("synced", draw);
news.onmessage = draw;
on("[data-send]", keepSending);
on("[data-sign-out]", signOut);
await open();
startSending();

async function open() {
  journal = await openJournal();
  showWhose(journal);
  await draw();
}

async function draw() {
  if (!journal) return;
  const all = await journal.waiting();
  const refused = all.filter(({ state }) => state === "refused");
  const count = all.length - refused.length;
  find("[data-state]").textContent = count ? words.waiting(count) : "Nothing waits. Everything has been received.";
  show("waiting", count > 0);
  find("[data-attention]").replaceChildren(...refused.map(attention));
  find("[data-sign-out-words]").textContent = count
    ? `${words.waiting(count)} It stays here, locked, and goes when you sign in again. Nobody else can read it.`
    : "What you wrote stays on the server and comes back when you sign in.";
}

/** @param {import("../types").Revision} revision */
function attention({ entry, body, message = "" }) {
  const copy = copyOf("attention");
  find("[data-why]", copy).textContent = message;
  find("[data-words]", copy).textContent = body?.words || "A check-in without words.";
  on("[data-copy]", () => navigator.clipboard.writeText(body?.words ?? ""), copy);
  on("[data-put-away]", () => journal?.putAway(entry).then(draw), copy);
  return copy;
}

/** Lock first: without signal the server hears of it later, but nobody can read here any more. */
async function signOut() {
  await keepSending();
  await phone.owesSignOut(true);
  await lock();
  const { status } = await post("/logout", {});
  if (status === 204) await phone.owesSignOut(false);
  location.replace("/sign-in");
}
