/** Today, for the person settled on this phone: how the last session was, the next one, what waits. */

import { meetTherapist, openJournal, other } from "./account.js";
import { goesOn, next } from "./appointments.js";
import { begun, lately } from "./check-ins.js";
import { counts } from "./contents.js";
import { copyOf, find, inTurn, on, replaceIn, reveal, show, tellIn, whenShownAgain } from "./dom.js";
import "./elements/about-this-phone.js";
import "./elements/agreed-goals.js";
import "./elements/next-session.js";
import { isInstalled, isNeverInstalled } from "./installed.js";
import { mayBeLetIn, note, toTell } from "./notices.js";
import { offerSignIn, showWhose } from "./page.js";
import { chosen } from "./preferences.js";
import { isOffered } from "./reflecting.js";
import { isToTalkAbout } from "./repairs.js";
import { offerToSend } from "./send-now.js";
import { keepSending, news, startSending } from "./sending.js";
import { howWas, staysFor } from "./session-words.js";
import { lifted } from "./thumb.js";
import * as words from "./words.js";

/** @import { Draft, Standing } from "./types" */
/** @import { Told } from "./notices.js" */
/** @import { Count } from "./words.js" */

const PREPARE = {
  online: "What helps before a call",
  in_person: "What helps before you meet in the room",
  walk_and_talk: "What helps before a walk",
};

const GO_ON = "Go on with your check-in";

/** @type {import("./journal.js").Journal | null} */
let journal = null;
let newsDrawn = "";
let hasWaited = false; // something, while somebody looked: then what became of it is told
/** @type {ReturnType<typeof setTimeout> | undefined} */
let drawing;
const draw = inTurn(drawAll);

/** Fill the page for the person settled here, and keep it true. */
export async function begin() {
  import("./updates.js").then(({ whenNewer }) => whenNewer(offerNewer));
  whenShownAgain(draw); // before anything is sent: there may be no signal
  addEventListener("synced", draw);
  addEventListener("synced", drawTogether);
  addEventListener("synced", drawLetInAgain);
  addEventListener("signed-in", () => open().then(keepSending));
  news.onmessage = draw;
  await open();
  const outcome = await startSending();
  if (outcome?.state !== "done") return;
  await meetTherapist();
  await draw(); // there may be something to answer
}

async function open() {
  journal = await openJournal();
  show("in-browser", !isInstalled() && !isNeverInstalled());
  const drawn = draw().finally(() => showWhose(journal)); // at once, so that nothing moves under a thumb
  await Promise.all([drawn, drawTogether(), aboutThisPhone(), offerQuestions()]).finally(reveal);
}

async function drawTogether() {
  if (journal) await find("agreed-goals").draw(journal, (await other(journal))?.therapist.name ?? "Your therapist");
}

async function drawLetInAgain() {
  if (!journal || !(await mayBeLetIn(journal))) return;
  await import("./elements/let-in-again.js");
  await find("let-in-again").draw();
}

async function aboutThisPhone() {
  if (journal) await find("about-this-phone").tell(journal);
}

/** @param {() => void} use */
function offerNewer(use) {
  show("newer");
  on("[data-use-newer]", use);
}

async function drawAll() {
  if (!journal) return;
  const [drafts, { diary, checkIns, due }, count, last, their, reachedAt, points] = await Promise.all([
    journal.drafts.all(), lately(journal), counts(journal), journal.note("last"),
    other(journal), journal.note("reached_at"), journal.standing("talking_point"),
  ]);
  const told = await toTell(journal, diary);
  await lifted();
  drawPoints(points.filter(isToTalkAbout), drafts.some(({ kind }) => kind === "talking_point"));
  const coming = next(diary);
  drawWaiting(count, last);
  show("attention", count.refused > 0);
  drawLast(checkIns[0]);
  const { check_ins } = await chosen(journal);
  drawCheckIn(drafts.filter(({ kind }) => kind === "check_in"), due, Boolean(coming), check_ins);
  find("next-session").draw(coming, reachedAt);
  drawEndings(their);
  drawPrepare(!coming, their?.usual_setting);
  drawNews(told);
  clearTimeout(drawing);
  drawing = setTimeout(draw, staysFor(diary));
}

/**
 * The session that has just been comes first. One that goes on stands below, and can be said as well:
 * it may be over already. So can one that is not in the diary.
 * @param {Draft[]} drafts @param {Standing | undefined} session @param {boolean} isComing @param {boolean} asks unless all check-ins are stopped
 */
function drawCheckIn(drafts, session, isComing, asks) {
  const isOn = Boolean(session && goesOn(session.current.body));
  show("on", asks && isOn);
  show("due", asks && !isOn && (Boolean(session) || !isComing));
  show("other", asks && (Boolean(session) || isComing));
  find("[data-ask]").textContent = session ? howWas(session.current.body) : "How was your session?";
  find("[data-check-in]").textContent = begun(drafts, session) ? GO_ON : "Check in";
  find("[data-over]").textContent = begun(drafts, session) ? GO_ON : "Over already? Check in";
  find("[data-other]").textContent = begun(drafts, session, Boolean(session)) ? GO_ON : "Check in";
  find("[data-when=other] a").hash = session ? "other" : "";
}

/** Going on with somebody else, and the day on which the account closes. @param {Awaited<ReturnType<typeof other>>} their */
function drawEndings(their) {
  show("handover", Boolean(their?.handover));
  show("closes", Boolean(their?.closes_at));
  find("[data-closes]").textContent = their?.closes_at ? words.when(their.closes_at) : "";
}

/** @param {boolean} isOpen where no session is to come @param {keyof typeof PREPARE | null} [setting] in which they usually meet */
function drawPrepare(isOpen, setting) {
  show("prepare", isOpen);
  if (setting) find("[data-prepare]").textContent = PREPARE[setting];
}

/** What was changed about sessions, until somebody has seen it. @param {Told[]} told */
function drawNews(told) {
  const are = JSON.stringify(told);
  if (are === newsDrawn) return; // it is read aloud
  newsDrawn = are;
  replaceIn(find("[data-news]"), ...told.map(piece));
}

/** @param {Told} told */
function piece({ text, notices }) {
  const copy = copyOf("news");
  find("strong", copy).textContent = text;
  copy.firstElementChild?.setAttribute("data-item", notices[0]);
  on("[data-seen]", () => journal && note(journal, notices).then(draw), copy);
  return copy;
}

/** @param {Standing[]} open what there is to talk about @param {boolean} isBegun whether words for it were left half way */
function drawPoints(open, isBegun) {
  show("points", isBegun || open.length > 0);
  const [first] = open.map(({ current }) => current.body.words).filter(Boolean);
  const about = [first, open.length > 1 || !first ? `${open.length} in all` : ""].filter(Boolean).join(" · ");
  find("[data-points]").textContent = isBegun ? "Go on with what you began" : about;
}

/** Quietly, and on one day in a month at most. */
async function offerQuestions() {
  if (!journal) return;
  const [{ standings }, last, offered] = await Promise.all([journal.newest("check_in", 3), journal.newest("reflection", 1), journal.recall("reflect_offered")]);
  const isNow = isOffered(standings.length, last.standings[0]?.current.written_at, offered);
  show("reflect", isNow);
  const today = new Date();
  if (isNow && new Date(offered ?? 0).toDateString() !== today.toDateString()) await journal.remember("reflect_offered", today.toISOString());
}

/** @param {Count} count @param {string | undefined} last how the last round of sending ended */
function drawWaiting(count, last) {
  const state = find("[data-state]");
  const { waiting } = count;
  show("signed-out", last === "signed_out");
  show("wrong-account", last === "wrong_account");
  if (last === "signed_out" || last === "wrong_account") offerSignIn();
  find("[data-sign-in-words]").textContent = waiting ? `Sign in to send ${waiting}` : "Please sign in again";
  hasWaited ||= waiting > 0;
  state.hidden = !hasWaited;
  if (hasWaited) tellIn(state, words.onThisPhone(count, last));
  offerToSend(waiting > 0 && last !== "signed_out" && last !== "wrong_account");
}

/** @param {Standing | undefined} newest */
function drawLast(newest) {
  show("last", Boolean(newest));
  if (!newest) return;
  const { current, heads, state } = newest;
  const said = state === "waiting" ? "saved on this phone" : words.state(state).toLowerCase();
  const versions = heads.length > 1 ? ` · ${heads.length} versions` : "";
  find("[data-last]").textContent = `${words.day(current.body.happened_at)} · ${said}${versions}`;
}
