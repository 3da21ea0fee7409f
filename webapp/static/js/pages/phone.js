import { openJournal, signOut } from "../account.js";
import { copyOf, find, on, show } from "../dom.js";
import { showWhose, start } from "../page.js";
import { keepSending, news, startSending } from "../sending.js";
import * as words from "../words.js";

/** @type {import("../journal.js").Journal | null} */
let journal = null;

start();
addEventListener("signed-in", () => open().then(keepSending));
addEventListener("synced", draw);
news.onmessage = draw;
on("[data-send]", keepSending);
on("[data-sign-out]", leave);
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
function attention({ entry, body, code = "" }) {
  const copy = copyOf("attention");
  find("[data-why]", copy).textContent = words.why(code);
  find("[data-words]", copy).textContent = body?.words || "A check-in without words.";
  on("[data-copy]", () => navigator.clipboard.writeText(inFull(body)), copy);
  on("[data-again]", () => journal?.tryAgain(entry).then(keepSending), copy);
  on("[data-remove]", () => askToRemove(entry), copy);
  return copy;
}

/** Everything that was said, to be kept elsewhere. @param {any} body */
const inFull = (body) =>
  [body?.words, ...Object.entries(body?.ratings ?? {}).map(([key, value]) => `${key}: ${value}`)].join("\n");

/** It is the only copy there is. @param {string} entry */
async function askToRemove(entry) {
  const dialog = find("[data-delete]");
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  if (dialog.returnValue === "delete") await journal?.putAway(entry).then(draw);
}

async function leave() {
  await signOut();
  location.replace("/sign-in");
}
