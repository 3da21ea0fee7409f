/**
 * The key to a person's words on this phone. It is used and kept, but never read out; a copy of it
 * lies beside, wrapped by what only the server can derive, and is what a later sign-in opens.
 */

import { fromBase64Url, toBase64Url } from "./base64url.js";
import { accountDatabase, result } from "./database.js";
import { freshKey, open, openBytes, seal, sealBytes, workingKey } from "./sealing.js";

const PROBE = "probe";

/**
 * Unwrap the key, or make one. Some browsers cannot store a key, or give back nothing: there it is
 * lent to the open page only. Says whether the key is new, and with it everything on this phone.
 * @param {string} account @param {CryptoKey} wrapping
 */
export async function unwrap(account, wrapping) {
  const place = `key ${account}`;
  const fresh = await sealBytes(wrapping, freshKey(), place);
  const wrapped = await firstWrapped(account, fresh);
  await keepOrLend(account, await openBytes(wrapping, wrapped, place));
  return wrapped === fresh;
}

/** @param {string} account @param {Uint8Array<ArrayBuffer>} raw */
async function keepOrLend(account, raw) {
  if (await canKeep(account, await workingKey(raw))) takeBack(account);
  else lend(account, raw);
}

/**
 * Wrap the key once more, by something else that opens it. @param {string} account
 * @param {CryptoKey} wrapping what unwraps it now @param {CryptoKey} other @param {ArrayBuffer} credential the id of the passkey that gives `other`
 */
export async function wrapAlso(account, wrapping, other, credential) {
  const { wrapped } = await noted(account);
  const raw = await openBytes(wrapping, wrapped, `key ${account}`);
  const sealed = await sealBytes(other, raw, `lock ${account}`);
  await accountDatabase(account).write(["meta"], async ({ meta }) => void meta.put({ credential, sealed }, "lock"));
}

/** @param {string} account @returns {Promise<{ credential: ArrayBuffer, sealed: import("./types").Sealed } | undefined>} */
export const wrappedAlso = async (account) => (await noted(account)).lock;

/** @param {string} account */
export const wrapNoMore = (account) =>
  accountDatabase(account).write(["meta"], async ({ meta }) => void meta.delete("lock"));

/** Open what was wrapped once more. Says whether this opens it. @param {string} account @param {CryptoKey} other */
export async function unwrapAlso(account, other) {
  const lock = await wrappedAlso(account);
  const raw = lock && (await openBytes(other, lock.sealed, `lock ${account}`).catch(() => null));
  if (!raw) return false;
  await keepOrLend(account, raw);
  return true;
}

/** The working key, or null when it was forgotten. @param {string} account @returns {Promise<CryptoKey | null>} */
export async function kept(account) {
  const { key, wrapped, probe, lock } = await noted(account);
  const works = key && (await opens(key, probe));
  putBackIfThrownAway(account, { wrapped, probe, ...(lock && { lock }), ...(works && { key }) });
  return works ? key : lent(account);
}

/** Forget the key: what stays on the phone is unreadable at once, and nothing is lost. @param {string} account */
export async function forget(account) {
  takeBack(account);
  accountDatabase(account).restore = () => {};
  await accountDatabase(account).write(["meta"], async ({ meta }) => void meta.delete("key"));
}

/** Whether the key is only lent, for as long as the page is open. @param {string} account */
export const isLent = (account) => Boolean(globalThis.sessionStorage?.getItem(`key ${account}`));

/** Two tabs of a new phone may both make one: the first is the one. @param {string} account @param {object} fresh */
const firstWrapped = (account, fresh) =>
  accountDatabase(account).write(["meta"], async ({ meta }) => {
    const known = await result(meta.get("wrapped"));
    if (!known) meta.put(fresh, "wrapped");
    return known ?? fresh;
  });

/** Write it, read it, decrypt something with what was read. @param {string} account @param {CryptoKey} key */
async function canKeep(account, key) {
  try {
    const probe = await seal(key, PROBE, PROBE);
    await accountDatabase(account).write(["meta"], async ({ meta }) => {
      meta.put(key, "key");
      meta.put(probe, "probe");
    });
    return await opens((await noted(account)).key, probe);
  } catch {
    return false;
  }
}

/** @param {CryptoKey} key @param {import("./types").Sealed | undefined} probe older phones have none */
const opens = (key, probe) =>
  !probe || open(key, probe, PROBE).then((words) => words === PROBE, () => false);

/** @param {string} account @returns {Promise<{ key?: any, wrapped?: any, probe?: any, lock?: any }>} */
const noted = (account) =>
  accountDatabase(account).read(async ({ meta }) => {
    const names = ["key", "wrapped", "probe", "lock"];
    const values = await Promise.all(names.map((name) => result(meta.get(name))));
    return Object.fromEntries(names.map((name, index) => [name, values[index]]));
  });

/**
 * A browser may throw a whole database away while its page is open. What is written from then on is
 * kept under the same key, and the phone remembers that something may be missing.
 * @param {string} account @param {object} notes
 */
function putBackIfThrownAway(account, notes) {
  accountDatabase(account).restore = (_, transaction) => {
    const meta = transaction.objectStore("meta");
    const all = { ...notes, thrown_away_at: new Date().toISOString() };
    for (const [name, value] of Object.entries(all)) meta.put(value, name);
  };
}

/** @param {string} account @param {Uint8Array} raw */
const lend = (account, raw) => sessionStorage.setItem(`key ${account}`, toBase64Url(raw));

/** @param {string} account */
const takeBack = (account) => globalThis.sessionStorage?.removeItem(`key ${account}`);

/** @param {string} account */
async function lent(account) {
  const raw = globalThis.sessionStorage?.getItem(`key ${account}`);
  return raw ? workingKey(fromBase64Url(raw)) : null;
}
