/** The lock that somebody may put on Footing itself: it locks when nobody has looked at it for a while.
 * A locked phone holds the key to their words only wrapped; app-key.js opens it. */

import * as keys from "./keys.js";
import * as phone from "./phone.js";

const AWAY_MS = 5 * 60_000;
const EVERY_MS = 60_000;
const SEEN = "seen_at";

/** @param {string} account */
export const isOn = async (account) => Boolean(await keys.wrappedAlso(account));

/** Lock at once; every open page goes with it. */
export async function lockNow() {
  const account = await phone.account();
  if (!account) return;
  await keys.forget(account.id);
  await phone.locks(account).catch(() => phone.belongsToNobody()); // full: signing in opens it then
  dispatchEvent(new Event("locked"));
}

/** Lock if nobody has looked for so long, or the clock says nonsense; says whether. Else whoever asks now looks. A service worker looks at nothing. @param {string} account */
export async function lockIfLeft(account) {
  const seen = Number(globalThis.localStorage?.getItem(SEEN));
  const away = Date.now() - seen;
  const isLeft = seen > 0 && (away < 0 || away >= AWAY_MS) && (await isOn(account));
  if (isLeft) await lockNow();
  else if (globalThis.document?.visibilityState === "visible") look();
  return isLeft;
}

/** From now on note that somebody looks at Footing, and since when nobody does. */
export function watch() {
  setInterval(ifVisible(turned), EVERY_MS); // a machine that slept is left as well
  addEventListener("pagehide", ifVisible(look));
  document.addEventListener("visibilitychange", turned);
}

/** @param {() => unknown} work */
const ifVisible = (work) => () => document.visibilityState === "visible" && work();

let hasLeft = false;

/** Somebody looks just now. */
export const look = () => hasLeft || localStorage.setItem(SEEN, String(Date.now()));

/** Whoever leaves in a hurry leaves it locked, if they had it locked at all: as when nobody has looked for long. */
export function leave() {
  localStorage.setItem(SEEN, "1");
  hasLeft = true;
}

async function turned() {
  const isHidden = document.visibilityState === "hidden";
  if (isHidden) setTimeout(lockAndShow, AWAY_MS);
  else await lockAndShow();
  look();
}

async function lockAndShow() {
  const account = await phone.account();
  if (account?.journal && (await lockIfLeft(account.id))) location.reload();
}
