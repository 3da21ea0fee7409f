/** Opening, locking and settling an account on this phone. */

/** @import { Other } from "./types" */

import { lockIfLeft, look } from "./app-lock.js";
import { fromBase64Url } from "./base64url.js";
import { codeOf, get, post } from "./http.js";
import { Journal } from "./journal.js";
import * as keys from "./keys.js";
import * as phone from "./phone.js";
import { makeRoomFor } from "./room.js";
import { workingKey } from "./sealing.js";

/** Ends what is told of a sign-out: an answer that came late would take the cookie of whoever has signed in since. */
let telling = new AbortController();

/** The journal of the person whose phone this is, or null when nobody is settled here. */
export async function openJournal() {
  const account = await phone.account();
  if (!account?.journal || (await lockIfLeft(account.id))) return null;
  const [key, device] = await Promise.all([keys.kept(account.id), phone.device()]);
  return key ? new Journal(account.id, device, key) : null;
}

/**
 * Settle a person who has just signed in: unwrap or make the key to their words on this phone.
 * Fulfils with the code of a refusal, or "". Whoever was here before is locked out first.
 * @param {{ person: { id: string }, journal: string | null }} signedIn
 */
export async function settle({ person, journal }) {
  telling.abort();
  telling = new AbortController();
  await notifyAnew(person.id);
  if (person.id !== (await phone.account())?.id) await lock();
  await phone.owesSignOut(false); // signing in has ended the login that was owed
  if (!journal) return settleTherapist(person.id);
  const device = await phone.device();
  const { status, json } = await post(`/devices/${device}/key`, {});
  if (status !== 200) return codeOf(json);
  const isNew = await keys.unwrap(person.id, await workingKey(fromBase64Url(json.key)));
  look(); // or what was left long ago would lock again at once
  await shows({ id: person.id, journal });
  await Promise.all([meetTherapist(), isNew && askElsewhere()]);
  return "";
}

/** Show this account, or leave nothing open that is not shown. @param {import("./types").Account} account */
const shows = (account) => makeRoomFor(() => phone.belongsTo(account)).catch(async (full) => {
  await keys.forget(account.id);
  throw full;
});

/** The server notifies whom it has let in: a new login has to ask anew, and notifications.js looks when that was. @param {string} account */
async function notifyAnew(account) {
  const theirs = (await phone.notified())?.account === account;
  if (theirs) await phone.notifies({ account, looked: 0 }).catch(() => {}); // full: then within a day
}

/** A therapist keeps nothing here; the start page only learns where to lead. @param {string} id */
async function settleTherapist(id) {
  await phone.belongsTo({ id, journal: null });
  return "";
}

/** Fetch what the phone should know of the other side. Quietly keeps the old when it cannot. */
export async function meetTherapist() {
  const journal = await openJournal();
  const { status, json } = await get("/my-therapist", journal?.account);
  if (journal && status === 200) await journal.remember("other", json).catch(() => {}); // full
}

/** On a phone that holds nothing yet: fetch what another one of this person last had waiting. */
async function askElsewhere() {
  const journal = await openJournal();
  const { status, json } = await get("/my-devices", journal?.account);
  if (journal && status === 200) await journal.remember("elsewhere", json.devices).catch(() => {});
}

/** Sign out: locked at once, and the server hears of it now or later; from a phone too full to note that, now. Says whether it has heard. */
export async function signOut() {
  await makeRoomFor(() => phone.owesSignOut(true)).catch(() => {});
  await lock();
  return tellOfSignOut();
}

/**
 * Lock what is here, if this phone was shut out from elsewhere. The server is asked once more: an
 * answer to what was sent before a new sign-in says nothing about now. Says whether it is locked.
 */
export async function lockIfRevoked() {
  const { json } = await post(`/devices/${await phone.device()}/key`, {});
  if (!json?.revoked) return false;
  await lock();
  return true;
}

/** Tell the server of a sign-out that it has not heard of. */
export const paySignOut = async () => !(await phone.signOutIsOwed()) || tellOfSignOut();

async function tellOfSignOut() {
  const { status } = await post("/logout", {}, telling.signal);
  if (status === 204) await phone.owesSignOut(false);
  return status === 204;
}

/** What is known of the other side. @param {Journal} journal @returns {Promise<Other | null>} */
export const other = (journal) => journal.recall("other");

/** Forget the key: what stays on the phone is unreadable at once, and nothing is lost. */
export async function lock() {
  const account = await phone.account();
  if (account?.journal) await keys.forget(account.id);
  await phone.belongsToNobody();
}
