/** Opening, locking and settling an account on this phone. */

/** @import { Other } from "./types" */

import { fromBase64Url } from "./base64url.js";
import { accountDatabase, result } from "./database.js";
import { get, post } from "./http.js";
import { Journal } from "./journal.js";
import * as phone from "./phone.js";
import { freshKey, openBytes, sealBytes, workingKey } from "./sealing.js";

/** The journal of the person whose phone this is, or null when nobody is settled here. */
export async function openJournal() {
  const account = await phone.account();
  const key = account?.journal && (await keptKey(account.id));
  return key ? new Journal(account.id, await phone.device(), key) : null;
}

/**
 * Settle a person who has just signed in: unwrap or make the key to their words on this phone.
 * Says whether it worked; without an answer from the server it does not. Whoever was here before is
 * locked out first.
 * @param {{ person: { id: string }, journal: string | null }} signedIn
 */
export async function settle({ person, journal }) {
  if (person.id !== (await phone.account())?.id) await lock();
  if (!journal) return settleTherapist(person.id);
  const device = await phone.device();
  const { status, json } = await post(`/devices/${device}/key`, {});
  if (status !== 200) return false;
  await unwrap(person.id, await workingKey(fromBase64Url(json.key)));
  await phone.belongsTo({ id: person.id, journal });
  await phone.owesSignOut(false); // signing in has ended the login that was owed
  await meetTherapist();
  return true;
}

/** A therapist keeps nothing here; the start page only learns where to lead. @param {string} id */
async function settleTherapist(id) {
  await phone.belongsTo({ id, journal: null });
  await phone.owesSignOut(false);
  return true;
}

/** Fetch what the phone should know of the other side. Quietly keeps the old when it cannot. */
export async function meetTherapist() {
  const journal = await openJournal();
  const { status, json } = await get("/my-therapist");
  if (journal && status === 200) await journal.remember("other", json);
}

/** Sign out: locked at once, and the server hears of it now or later. Says whether it has heard. */
export async function signOut() {
  await phone.owesSignOut(true);
  await lock();
  return paySignOut();
}

/** Tell the server of a sign-out that it has not heard of. */
export async function paySignOut() {
  if (!(await phone.signOutIsOwed())) return true;
  const { status } = await post("/logout", {});
  if (status === 204) await phone.owesSignOut(false);
  return status === 204;
}

/** What is known of the other side. @param {Journal} journal @returns {Promise<Other | null>} */
export const other = (journal) => journal.recall("other");

/** Forget the key: what stays on the phone is unreadable at once, and nothing is lost. */
export async function lock() {
  const account = await phone.account();
  if (!account) return;
  if (account.journal) await forgetKey(account.id);
  await phone.belongsToNobody();
}

/**
 * The working key never leaves as bytes; a copy of it lies beside, wrapped by what only the
 * server can derive, and is what a later sign-in opens.
 * @param {string} id @param {CryptoKey} wrapping
 */
async function unwrap(id, wrapping) {
  const place = `key ${id}`;
  const database = accountDatabase(id);
  const wrapped = await database.transact(["meta"], "readonly", ({ meta }) => result(meta.get("wrapped")));
  const raw = wrapped ? await openBytes(wrapping, wrapped, place) : freshKey();
  const key = await workingKey(raw);
  const fresh = wrapped ?? (await sealBytes(wrapping, raw, place));
  await database.transact(["meta"], "readwrite", async ({ meta }) => {
    meta.put(fresh, "wrapped");
    meta.put(key, "key");
  });
}

const forgetKey = (/** @type {string} */ id) =>
  accountDatabase(id).transact(["meta"], "readwrite", async ({ meta }) => void meta.delete("key"));

/** @param {string} id @returns {Promise<CryptoKey | undefined>} */
const keptKey = (id) =>
  accountDatabase(id).transact(["meta"], "readonly", ({ meta }) => result(meta.get("key")));
