/** What opens the lock of Footing's own: a secret that the passkey gives on this phone, also without
 * signal. It opens a copy of the key to the words here, and is never sent. */

import { look } from "./app-lock.js";
import { fromBase64Url, toBase64Url } from "./base64url.js";
import { codeOf, post } from "./http.js";
import * as keys from "./keys.js";
import { secret } from "./passkeys.js";
import * as phone from "./phone.js";
import { derivedKey, workingKey } from "./sealing.js";

/** @param {string} account @param {Uint8Array<ArrayBuffer>} bytes */
const keyOf = (account, bytes) => derivedKey(bytes, `footing app lock ${account}`);

/**
 * From now on Footing locks itself. It needs signal once: only with the server's help can the key be
 * read, to be wrapped. Says “on”, or “unable” where the passkey gives no secret, or the code of a refusal.
 * @param {string} account
 */
export async function turnOn(account) {
  const given = await secret();
  if (!given) return "unable";
  const { status, json } = await post(`/devices/${await phone.device()}/key`, {});
  if (status !== 200) return codeOf(json);
  await keys.wrapAlso(account, await workingKey(fromBase64Url(json.key)), await keyOf(account, given.bytes), given.id);
  look();
  return "on";
}

/** @param {string} account */
export const turnOff = (account) => keys.wrapNoMore(account);

/** The account that locks itself here and is opened by this passkey, or null. @param {string} credential the passkey's id, as browsers write it */
export async function openedBy(credential) {
  const account = await phone.account();
  const lock = account?.journal && (await keys.wrappedAlso(account.id));
  return lock && toBase64Url(lock.credential) === credential ? account.id : null;
}

/** What is locked here, and the copy of its key; null where nothing is. */
export async function lockedHere() {
  const account = await phone.locked();
  return account && { account, lock: await keys.wrappedAlso(account.id) };
}

/**
 * Open it. Returns whose it is; null where this passkey does not open it: then signing in does.
 * Nothing is read before the passkey is asked for: Safari forgets the tap over that.
 * @param {{ account: import("./types").Account, lock: Awaited<ReturnType<typeof keys.wrappedAlso>> }} here
 */
export async function unlock({ account, lock }) {
  const given = lock && (await secret([lock.credential]));
  if (!given || !(await keys.unwrapAlso(account.id, await keyOf(account.id, given.bytes)))) return null;
  look();
  await phone.belongsTo(account);
  return account;
}
