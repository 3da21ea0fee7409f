/** The only file that says `crypto.subtle`: words on the phone, encrypted; and digests. */

/** @import { Sealed } from "./types" */

const AES = "AES-GCM";
const utf8 = new TextEncoder();

/** 32 fresh random bytes. */
export const freshKey = () => crypto.getRandomValues(new Uint8Array(32));

/** A key that can be used and kept, but never read out. @param {Uint8Array<ArrayBuffer>} raw */
export const workingKey = (raw) =>
  crypto.subtle.importKey("raw", raw, AES, false, ["encrypt", "decrypt"]);

/** A working key from a secret, for one use only. @param {Uint8Array<ArrayBuffer>} secret @param {string} use */
export async function derivedKey(secret, use) {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info: utf8.encode(use) };
  return crypto.subtle.deriveKey(how, base, { name: AES, length: 256 }, false, ["encrypt", "decrypt"]);
}

/** Encrypt bytes for one place only. @param {CryptoKey} key @param {Uint8Array<ArrayBuffer>} bytes @param {string} place */
export async function sealBytes(key, bytes, place) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: AES, iv, additionalData: utf8.encode(place) }, key, bytes);
  return { iv, data };
}

/** Decrypt; rejects when it was sealed for another place. @param {CryptoKey} key @param {Sealed} sealed @param {string} place */
export async function openBytes(key, { iv, data }, place) {
  const opened = await crypto.subtle.decrypt({ name: AES, iv, additionalData: utf8.encode(place) }, key, data);
  return new Uint8Array(opened);
}

/** Encrypt a text. @param {CryptoKey} key @param {string} text @param {string} place */
export const seal = (key, text, place) => sealBytes(key, utf8.encode(text), place);

/** Decrypt a text. @param {CryptoKey} key @param {Sealed} sealed @param {string} place */
export const open = async (key, sealed, place) =>
  new TextDecoder().decode(await openBytes(key, sealed, place));

/** The hex SHA-256 of a text's UTF-8 bytes. @param {string} text */
export async function digest(text) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", utf8.encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
