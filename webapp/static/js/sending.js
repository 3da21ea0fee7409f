/** When to sync, and telling the open pages how it went. The service worker calls this too. */

/** @import { Outcome } from "./types" */

import { openJournal } from "./account.js";
import { post } from "./http.js";
import { Hole } from "./journal.js";
import { pause, stillToWait } from "./patience.js";
import { sync } from "./sync.js";

export const news = new BroadcastChannel("footing");
const LOCK_PATIENCE_MS = 45_000;

let failures = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Sync now, unless the server asked to wait. Rejects never.
 * @returns {Promise<Outcome | { state: "nobody" }>}
 */
export async function send() {
  const journal = await openJournal();
  if (!journal) return { state: "nobody" };
  const wait = stillToWait(await journal.note("asked_to_wait"), Date.now());
  if (wait > 0) return told({ state: "later", wait });
  const outcome = await alone(`sync ${journal.account}`, () => round(journal));
  if (outcome.state === "later") {
    await journal.setNote("asked_to_wait", { since: Date.now(), seconds: outcome.wait });
  }
  await journal.setNote("last", outcome.state);
  return told(outcome);
}

/** Sync now and, while this page is looked at, again and again until it is done. */
export async function keepSending() {
  clearTimeout(timer);
  const outcome = await send();
  failures = outcome.state === "offline" ? failures + 1 : 0;
  const again = outcome.state === "offline" ? pause(failures) : outcome.state === "later" ? outcome.wait : null;
  if (again !== null) timer = setTimeout(whenLookedAt, again * 1000);
  return outcome;
}

/** Start syncing with the page, and whenever there may be signal again. */
export function startSending() {
  addEventListener("online", keepSending);
  addEventListener("pageshow", whenLookedAt);
  document.addEventListener("visibilitychange", whenLookedAt);
  whenLookedAt();
}

/** Ask the browser to send in the background, where it can. Says whether it will. */
export async function sendInBackground() {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration || !("sync" in registration)) return false;
  try {
    await /** @type {any} */ (registration).sync.register("send");
    return true;
  } catch {
    return false;
  }
}

function whenLookedAt() {
  if (document.visibilityState === "visible") keepSending();
}

/** @param {import("./journal.js").Journal} journal @returns {Promise<Outcome>} */
async function round(journal) {
  try {
    return await sync(journal, post);
  } catch (error) {
    if (!(error instanceof Hole)) throw error;
    await journal.startAgain();
    return sync(journal, post);
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
