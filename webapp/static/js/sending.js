/** When to sync, and telling the open pages how it went. The service worker calls this too. */

/** @import { Outcome } from "./types" */
/** @import { Journal } from "./journal.js" */

import { lockIfRevoked, openJournal, paySignOut } from "./account.js";
import { forgetAccount } from "./closed.js";
import { Copy, Hole } from "./copy.js";
import { post } from "./http.js";
import { pause, spread, stillToWait } from "./patience.js";
import { tend } from "./room.js";
import { sync } from "./sync.js";

export const news = new BroadcastChannel("footing");
const LOCK_PATIENCE_MS = 20_000;
const TEND_AFTER_MS = 3000;
const LONGEST_TIMER_S = 600;
const ANYTHING_NEW_S = 300;

let failures = 0;
let reached = false; // whether the server answered last, as far as this page knows
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Sync now, unless the server asked to wait. A phone that cannot even note how it went is “offline”.
 * @returns {Promise<Outcome | { state: "nobody" }>}
 */
export async function send() {
  try {
    const journal = await openJournal();
    if (!journal) return { state: "nobody" };
    const outcome = await alone(`sync ${journal.account}`, () => patiently(journal));
    reached = outcome.state !== "offline";
    if (outcome.state === "erased") return farewell(journal, outcome);
    if (outcome.state === "signed_out" && (await lockIfRevoked())) return forNobody({ state: "revoked" });
    await Promise.all([
      journal.setNote("last", outcome.state),
      reached && journal.setNote("reached_at", Date.now()),
    ]).catch(() => {}); // on a full phone it went all the same
    return told(outcome);
  } catch {
    return told(/** @type {Outcome} */ ({ state: "offline" }));
  }
}

/** @param {Journal} journal @param {Outcome} outcome */
async function farewell({ account }, outcome) {
  await forgetAccount(account);
  return forNobody(outcome);
}

/** The pages hear of it, and open anew for nobody. @param {Outcome} outcome */
function forNobody(outcome) {
  news.postMessage(outcome.state);
  return outcome;
}

/** Sync now and, while this page is looked at, again and again: soon until it is done, then to hear what is new. */
export async function keepSending() {
  clearTimeout(timer);
  const outcome = await send();
  const failed = outcome.state === "offline" || outcome.state === "defect";
  failures = failed ? failures + 1 : 0;
  const again = failed ? pause(failures) : outcome.state === "later" ? outcome.wait : ANYTHING_NEW_S;
  if (outcome.state === "update_needed") askForNewest();
  clearTimeout(timer); // of two rounds at once, each would leave one
  if (outcome.state !== "nobody") timer = setTimeout(whenLookedAt, Math.min(again, LONGEST_TIMER_S) * 1000);
  return outcome;
}

/** The newest version then waits, and Today offers it. */
async function askForNewest() {
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.update().catch(() => {}); // no signal: asked again at the next try
}

/** Start syncing with the page, and whenever there may be signal again. Fulfils with how the first round went. */
export function startSending() {
  paySignOut();
  addEventListener("online", paySignOut);
  addEventListener("online", keepSending);
  addEventListener("pageshow", whenLookedAt);
  document.addEventListener("visibilitychange", whenLookedAt);
  setTimeout(tendRoom, TEND_AFTER_MS);
  return whenLookedAt();
}

/** Once the page has what it needs. */
async function tendRoom() {
  const journal = await openJournal();
  if (journal && (await tend(journal))) keepSending();
}

/** Whether this browser sends in the background: then things go without the app being opened. */
export async function sendsInBackground() {
  const registration = await navigator.serviceWorker?.getRegistration();
  return Boolean(registration && "sync" in registration);
}

/** Ask the browser to send in the background, where it can. Nobody waits for this. */
export async function sendInBackground() {
  if (!(await sendsInBackground())) return;
  const registration = /** @type {any} */ (await navigator.serviceWorker.getRegistration());
  await registration.sync.register("send").catch(() => {}); // a bonus; some browsers forbid it
}

async function whenLookedAt() {
  return document.visibilityState === "visible" ? keepSending() : null;
}

/** Unless the server asked to wait, perhaps just now, in another tab. @param {Journal} journal @returns {Promise<Outcome>} */
async function patiently(journal) {
  const left = stillToWait(await journal.note("asked_to_wait"), Date.now());
  if (left > 0) return { state: "later", wait: left };
  const outcome = await round(journal);
  if (outcome.state !== "later") return outcome;
  const wait = spread(outcome.wait);
  await journal.setNote("asked_to_wait", { since: Date.now(), seconds: wait });
  return { state: "later", wait };
}

/** What this phone could not take in is tried again, as without an answer: the server has read what waits. @param {Journal} journal @returns {Promise<Outcome>} */
async function round(journal) {
  const copy = new Copy(journal);
  copy.fetched = (seq) => dispatchEvent(new CustomEvent("fetching", { detail: seq }));
  try {
    return await sync(copy, post, !(reached && navigator.onLine));
  } catch (error) {
    if (error instanceof Hole) await copy.startAgain(); // and it is read again at the next try
    return { state: "offline" };
  }
}

/**
 * One tab at a time, out of politeness: everything stays right without it, so a lock held by a
 * frozen tab is not waited for long.
 * @template T @param {string} name @param {() => Promise<T>} work @returns {Promise<T>}
 */
async function alone(name, work) {
  if (!navigator.locks) return work();
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(LOCK_PATIENCE_MS) }, work);
  } catch (error) {
    if (/** @type {DOMException} */ (error).name !== "TimeoutError") throw error;
    return work();
  }
}

/** @template {{ state: string }} T @param {T} outcome @returns {T} */
function told(outcome) {
  news.postMessage(outcome.state);
  dispatchEvent(new Event("synced"));
  return outcome;
}
