/** Today, for the person settled on this phone: what is waiting, and how the last check-in stands. */

import { meetTherapist, openJournal, other } from "./account.js";
import { counts } from "./contents.js";
import { find, on, show } from "./dom.js";
import { isInstalled } from "./installed.js";
import { offerSignIn, showWhose } from "./page.js";
import { keepSending, news, startSending } from "./sending.js";
import * as words from "./words.js";

const PREPARE = {
  online: "What helps before a call",
  in_person: "What helps before you meet in the room",
  walk_and_talk: "What helps before a walk",
};

/** @type {import("./journal.js").Journal | null} */
let journal = null;

/** Fill the page for the person settled here, and keep it true. */
export async function begin() {
  import("./updates.js").then(({ whenNewer }) => whenNewer(offerNewer));
  addEventListener("synced", draw);
  addEventListener("synced", drawTogether);
  addEventListener("signed-in", open);
  news.onmessage = draw;
  on("[data-send]", keepSending);
  await open();
  startSending();
}

async function open() {
  journal = await openJournal();
  showWhose(journal);
  show("in-browser", !isInstalled());
  await Promise.all([draw(), drawTogether(), aboutThisPhone()]);
  const { state } = await keepSending();
  if (state === "done") await meetTherapist();
}

async function drawTogether() {
  await import("./elements/agreed-goals.js");
  if (journal) await find("agreed-goals").draw(journal, (await other(journal))?.therapist.name ?? "Your therapist");
}

async function aboutThisPhone() {
  await import("./elements/about-this-phone.js");
  if (journal) await find("about-this-phone").tell(journal);
}

/** @param {() => void} use */
function offerNewer(use) {
  show("newer");
  on("[data-use-newer]", use);
}

async function draw() {
  if (!journal) return;
  const [drafts, { standings }, { waiting, refused }, last, their] = await Promise.all([
    journal.drafts.of("check_in"), journal.newest("check_in", 1), counts(journal), journal.note("last"), other(journal),
  ]);
  drawWaiting(waiting, last);
  show("attention", refused > 0);
  drawLast(standings[0]);
  if (drafts.some(({ base }) => !base)) find("[data-check-in]").textContent = "Go on with your check-in";
  const setting = their?.usual_setting;
  if (setting) find("[data-prepare]").textContent = PREPARE[setting];
}

/** @param {number} count @param {string | undefined} last how the last round of sending ended */
function drawWaiting(count, last) {
  show("signed-out", last === "signed_out");
  show("wrong-account", last === "wrong_account");
  if (last === "signed_out" || last === "wrong_account") offerSignIn();
  show("waiting", count > 0 && last !== "signed_out" && last !== "wrong_account");
  find("[data-sign-in-words]").textContent = count ? `Sign in to send ${count}` : "Please sign in again";
  const state = find("[data-state]");
  state.hidden = count === 0;
  state.textContent = count ? words.waiting(count, last) : "";
}

/** @param {import("./types").Standing | undefined} newest */
function drawLast(newest) {
  show("last", Boolean(newest));
  if (!newest) return;
  const { current, heads, state } = newest;
  const said = state === "waiting" ? "saved on this phone" : words.state(state).toLowerCase();
  const versions = heads.length > 1 ? ` · ${heads.length} versions` : "";
  find("[data-last]").textContent = `${words.day(current.body.happened_at)} · ${said}${versions}`;
}
