/** An entry in its shapes: as it is kept (sealed), as it is read (opened), as it is sent. */

/** @import { About, Change, Item, Received, Revision, Waiting } from "./types" */

import { zoneHere } from "./days.js";
import { digest, open, seal } from "./sealing.js";

const UNFIT = /[\p{Surrogate}\0]/gu; // half an emoji, as others cut it, and the sign for nothing: no server takes either

/**
 * A new entry that waits to be sent.
 * @param {CryptoKey} key
 * @param {About} about
 * @param {object | null} body null deletes
 * @returns {Promise<Waiting>}
 */
export async function written(key, { record, base, resolves = [], kind }, body) {
  const entry = crypto.randomUUID();
  return {
    entry, record, base, resolves, kind, schema: 1, op: body ? "put" : "delete",
    written_at: new Date().toISOString(), zone: zoneHere(),
    sealed: body && (await seal(key, JSON.stringify(body, fitting), entry)),
    attempted: false, damaged: 0, refused: null,
  };
}

/** With the sign for what cannot be read in place of what cannot be sent. @param {string} _ @param {unknown} value */
const fitting = (_, value) => (typeof value === "string" ? value.replace(UNFIT, "\ufffd") : value);

/** As it is sent. @param {CryptoKey} key @param {Waiting} row @returns {Promise<Item>} */
export async function toSend(key, { entry, record, base, resolves, kind, schema, op, written_at, zone, sealed }) {
  const body = sealed && (await open(key, sealed, entry));
  const sha256 = body && (await digest(body));
  return { entry, record, base, resolves, kind, schema, op, body, sha256, written_at, zone };
}

/** As the server numbered it, to be kept. @param {CryptoKey} key @param {Change} change @returns {Promise<Received>} */
export async function received(key, { body, sha256, ...head }) {
  return { ...head, sealed: body === null ? null : await seal(key, body, head.entry) };
}

/** To be offered again to a server that may have lost it. @param {Received} row @returns {Waiting} */
export function offeredAgain({ seq, author, received_at, ...row }) {
  return { ...row, attempted: true, damaged: 0, refused: null };
}

/** With its body, from its text. @param {Waiting | Received} row @param {string} account @param {string | null} text @returns {Revision} */
export function opened({ sealed, ...row }, account, text) {
  const body = text && JSON.parse(text);
  if ("seq" in row) return { ...row, body, state: "received" };
  const { refused, attempted, damaged, order, ...head } = row;
  const state = refused ? "refused" : "waiting";
  return { ...head, seq: null, author: account, body, state, code: refused?.code, attempted: attempted && !refused };
}
