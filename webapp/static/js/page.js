/** What every page of a client's phone does. */

import * as appLock from "./app-lock.js";
import { findAll, loaded, on, show } from "./dom.js";
import * as phone from "./phone.js";
import "./rows.js";
import "./thumb.js";

/** Put the page right for its person. */
export function start() {
  appLock.watch();
  on("[data-leave]", leave);
  addEventListener("storage", changedHands);
  addEventListener("locked", () => shown && openAnew());
  new BroadcastChannel("footing").onmessage = ({ data }) => ["erased", "revoked"].includes(data) && openAnew();
  addEventListener("blocked", (event) => show("blocked", /** @type {CustomEvent} */ (event).detail));
  addEventListener("fetching", (event) => drawFetched(/** @type {CustomEvent} */ (event).detail));
  addEventListener("synced", () => show("fetching", false));
  addEventListener("pageshow", (event) => /** @type {PageTransitionEvent} */ (event).persisted && drawAnew());
  later();
}

/** What a later visit needs. */
async function later() {
  await loaded();
  (await import("./updates.js")).install();
  tendReminders();
  addEventListener("signed-in", tendReminders);
}

/** They go on in this browser, and by the clock where this phone is. */
async function tendReminders() {
  await tendNotifications();
  (await import("./travelling.js")).arrive();
}

/** Have a browser that is notified go on being so. */
export async function tendNotifications() {
  if (await phone.notified()) (await import("./notifications.js")).tend();
}

/** @type {string | null} */
let shown = null;

/**
 * Show what is for the person settled here, or what is for nobody yet. What was shown to one person
 * is never left standing for another. @param {{ account: string } | null} journal
 */
export function showWhose(journal) {
  if (shown && journal && journal.account !== shown) openAnew();
  shown = journal?.account ?? shown;
  document.documentElement.toggleAttribute("data-somebody", Boolean(journal));
  show("nobody", !journal);
  show("somebody", Boolean(journal));
  if (journal) show("closed", false);
  if (journal) return;
  offerSignIn();
  import("./elements/locked-words.js");
  import("./elements/closed-account.js");
}

/** A new phone fetches for a while; what is here already can be used. @param {number} count */
function drawFetched(count) {
  show("fetching");
  for (const part of findAll("[data-fetched]")) part.textContent = count.toLocaleString("en-GB");
}

/** Bring the sign-in buttons of the page to life; most visits need none. */
export const offerSignIn = () => import("./elements/sign-in-button.js");

/** Whoever comes back to a page that the browser had put aside may be somebody else by now. */
function drawAnew() {
  document.body.hidden = true;
  location.reload();
}

/** Another tab has signed somebody out or in: what this page shows is not this person's any more. */
function changedHands(/** @type {StorageEvent} */ { key }) {
  if (key === "somebody") openAnew();
}

/** From the top, where it says whose it is now: a browser goes back to where somebody was. */
function openAnew() {
  scrollTo(0, 0);
  location.reload();
}

/** Away at once; going back leads away again, which look.js sees to. @param {Event} event */
export function leave(event) {
  event.preventDefault();
  location.replace("/away"); // first, and whatever a full phone says to the rest, which is done before the page goes
  sessionStorage.setItem("left", "yes");
  appLock.leave();
}
