/** Whose phone this is just now, and the name that the phone itself goes by. */

/** @import { Account } from "./types" */

import { phoneDatabase, result } from "./database.js";

const database = phoneDatabase();

/** The account whose words this phone shows, or null. @returns {Promise<Account | null>} */
export const account = async () => (await read("account")) ?? null;

/** From now on this phone shows this account. @param {Account} account */
export async function belongsTo(account) {
  await write("account", account);
  markSomebody(true);
}

/** From now on this phone shows nobody. */
export async function belongsToNobody() {
  await write("account", null);
  markSomebody(false);
}

/**
 * A mark that can be read before anything is drawn, so that no welcome flashes by. Other tabs hear
 * of its change, and each holds the key itself. @param {boolean} is
 */
function markSomebody(is) {
  if (is) localStorage.setItem("somebody", "yes");
  else localStorage.removeItem("somebody");
  document.documentElement.toggleAttribute("data-somebody", is);
}

/** Remember that somebody signed out here without signal: the server does not know yet. @param {boolean} is */
export const owesSignOut = (is) => write("owes_sign_out", is);

/** Whether the server still has to be told of a sign-out. @returns {Promise<boolean>} */
export const signOutIsOwed = async () => (await read("owes_sign_out")) === true;

/** The phone's own id, made once. @returns {Promise<string>} */
export async function device() {
  const fresh = crypto.randomUUID();
  return database.transact(["phone"], "readwrite", async ({ phone }) => {
    const known = await result(phone.get("device"));
    if (!known) phone.put(fresh, "device");
    return known ?? fresh;
  });
}

/** @param {string} name */
const read = (name) =>
  database.transact(["phone"], "readonly", ({ phone }) => result(phone.get(name)));

/** @param {string} name @param {any} value */
const write = (name, value) =>
  database.transact(["phone"], "readwrite", async ({ phone }) => void phone.put(value, name));
