/** Notifications in this browser: whether they can come, and having them come, or not any more. */

import { fromBase64Url, toBase64Url } from "./base64url.js";
import { codeOf, demand, get, post } from "./http.js";
import * as phone from "./phone.js";

const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 86_400_000;

export const arePossible = () => Boolean(navigator.serviceWorker && "PushManager" in globalThis && "Notification" in globalThis);

export const areDenied = () => globalThis.Notification?.permission === "denied";

/** Whether this browser is notified, for the person whose phone this is. */
export async function areOn() {
  const [theirs, registration] = await Promise.all([own(), navigator.serviceWorker?.getRegistration()]);
  return Boolean(theirs) && Notification.permission === "granted" && Boolean(await registration?.pushManager.getSubscription());
}

/** What is known of them, unless it was somebody else who allowed them here: nobody is notified unasked. */
async function own() {
  const [notified, account] = await Promise.all([phone.notified(), phone.account()]);
  return notified?.account === account?.id ? notified : null;
}

/** Ask the person, then have this browser notified. Only after a tap. Fulfils with the code of a refusal, or "". */
export async function allow() {
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  const account = await phone.account();
  return account ? subscribedFor(account.id) : "not_signed_in";
}

/** @param {string} account */
async function subscribedFor(account) {
  const refused = await subscribe(await navigator.serviceWorker.ready);
  if (!refused) await phone.notifies({ account, looked: Date.now() });
  return refused;
}

/** Have this browser notify the person whose phone this is no more; without signal, the server learns it from the push service. */
export async function stop() {
  if (!(await own())) return;
  await phone.notifies(null);
  const registration = await navigator.serviceWorker?.getRegistration();
  const subscription = await registration?.pushManager?.getSubscription();
  if (!subscription) return;
  await subscription.unsubscribe().catch(() => {});
  await post("/push-subscriptions/remove", { endpoint: subscription.endpoint });
}

/** Browsers lose subscriptions; and once a day, because a server may have another key than it had. */
export async function tend() {
  const theirs = await own();
  if (!theirs || Notification.permission !== "granted") return;
  const since = Math.abs(Date.now() - theirs.looked); // a clock may have been put right since
  if (since < LOOK_EVERY_MS && (await areOn())) return;
  await subscribedFor(theirs.account);
}

/** What the service worker does where the browser gave a subscription up by itself. @param {ServiceWorkerRegistration} registration */
export const renew = async (registration) => (await own()) && subscribe(registration);

/**
 * Subscribe for the server's key of today, and tell the server. Fulfils with the code of a refusal, or "".
 * @param {ServiceWorkerRegistration} registration
 */
async function subscribe({ pushManager }) {
  const { status, json } = await get("/push-key");
  if (status !== 200) return codeOf(json);
  try {
    const { endpoint, keys } = (await soon(subscribed(pushManager, json.key))).toJSON();
    return await demand("/push-subscriptions", { endpoint, keys });
  } catch {
    return "not_taken"; // by the service of the browser's maker
  }
}

/** @param {PushManager} pushManager @param {string} key */
async function subscribed(pushManager, key) {
  const old = await pushManager.getSubscription();
  const known = old?.options.applicationServerKey;
  if (old && known && toBase64Url(known) === key) return old;
  await old?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: fromBase64Url(key) });
}

/** Where its maker's service cannot be reached, a browser may never answer. @template T @param {Promise<T>} work @returns {Promise<T>} */
const soon = (work) => Promise.race([work, new Promise((_, fail) => setTimeout(fail, PATIENCE_MS))]);
