/** Whose phone this is just now, and the name that the phone itself goes by. */

/** @import { Account } from "./types" */

import { phoneDatabase, result } from "./database.js";
import { speakFor } from "./http.js";

const database = phoneDatabase();
/** What this page knows, to be put back should the browser throw it away. @type {Map<string, any>} */
const known = new Map();
database.restore = (_, transaction) => {
  for (const [name, value] of known) transaction.objectStore("phone").put(value, name);
};

/** The account whose words this phone shows, or null. @returns {Promise<Account | null>} */
export const account = async () => (await read("account")) ?? null;

/** From now on this phone shows this account. @param {Account} account */
export async function belongsTo(account) {
  await Promise.all([write("account", account), write("lost", null), write("locked", null)]);
  markSomebody(true);
}

/** From now on this phone shows nobody. */
export async function belongsToNobody() {
  await write("account", null);
  markSomebody(false);
}

/** From now on this phone shows nobody, until this account is opened again. @param {Account} account */
export async function locks(account) {
  await write("locked", account);
  await belongsToNobody();
}

/** The account that is locked here, or null. @returns {Promise<Account | null>} */
export const locked = async () => (await read("locked")) ?? null;

/** From now on this phone shows nobody, because this account was closed. @param {string} account */
export async function lost(account) {
  await Promise.all([write("lost", account), write("locked", null)]);
  await belongsToNobody();
}

/** The account that was closed last, until somebody else is settled here. @returns {Promise<string | null>} */
export const lastLost = async () => (await read("lost")) ?? null;

/**
 * A mark that can be read before anything is drawn, so that no welcome flashes by. Other tabs hear
 * of its change, and each holds the key itself. A service worker has no such mark. @param {boolean} is
 */
function markSomebody(is) {
  if (!globalThis.localStorage) return;
  if (is) localStorage.setItem("somebody", "yes");
  else localStorage.removeItem("somebody");
  document.documentElement.toggleAttribute("data-somebody", is);
}

/** Remember that somebody signed out here without signal: the server does not know yet. @param {boolean} is */
export const owesSignOut = (is) => write("owes_sign_out", is);

/** Whether the server still has to be told of a sign-out. @returns {Promise<boolean>} */
export const signOutIsOwed = async () => (await read("owes_sign_out")) === true;

/** Whose notifications come to this browser, and when that was last looked at; null where none come. @returns {Promise<{ account: string, looked: number } | null>} */
export const notified = async () => (await read("notified")) ?? null;

/** From now on this browser's notifications are theirs. @param {{ account: string, looked: number } | null} theirs */
export const notifies = (theirs) => write("notified", theirs);

/** The phone's own id, made once. @returns {Promise<string>} */
export async function device() {
  const device = (await read("device")) ?? (await named());
  known.set("device", device);
  return device;
}

/** Two tabs of a new phone may both think of an id: the first is the one. */
const named = () =>
  database.write(["phone"], async ({ phone }) => {
    const fresh = crypto.randomUUID();
    const first = await result(phone.get("device"));
    if (!first) phone.put(fresh, "device");
    return first ?? fresh;
  });

/** @param {string} name */
async function read(name) {
  const value = await database.read(({ phone }) => result(phone.get(name)));
  if (value !== undefined) know(name, value);
  return value;
}

/** @param {string} name @param {any} value */
function know(name, value) {
  known.set(name, value);
  if (name === "account") speakFor(value?.id);
}

/** What says nothing takes no room: a full phone forgets all the same. @param {string} name @param {any} value */
async function write(name, value) {
  know(name, value);
  await database.write(["phone"], async ({ phone }) => void (value ? phone.put(value, name) : phone.delete(name)));
}
