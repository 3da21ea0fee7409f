/** The practice's own tips, and its word on built-in ones. */

/** @import { Standing, Tip } from "./types" */

const OF_BUILT_IN = "9b627e6f-abe6-4d53-a243-bbee8d85be5f"; // as on the server (preparation/models.py)

/** The record in which the practice's word on a built-in tip stands: a name-based id (RFC 9562, version 5). @param {string} tip */
export async function standingFor(tip) {
  const space = (OF_BUILT_IN.match(/[0-9a-f]{2}/g) ?? []).map((hex) => parseInt(hex, 16));
  const named = new Uint8Array([...space, ...new TextEncoder().encode(tip)]);
  const id = new Uint8Array(await crypto.subtle.digest("SHA-1", named)).slice(0, 16);
  id[6] = (id[6] & 0x0f) | 0x50;
  id[8] = (id[8] & 0x3f) | 0x80;
  const hex = Array.from(id, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * What the practice says: of built-in tips by their own ids, and its own ones.
 * @param {Standing[]} standings of kind "tip" @param {string[]} builtIn ids
 * @returns {Promise<{ words: Map<string, Tip>, own: { id: string, body: Tip }[] }>}
 */
export async function practiceTips(standings, builtIn) {
  const stand = standings.filter(({ deleted }) => !deleted);
  const names = new Map(stand.length ? await Promise.all(builtIn.map(async (id) => /** @type {const} */ ([await standingFor(id), id]))) : []);
  const own = stand.filter(({ record, current }) => !names.has(record) && current.body.state === "on");
  const words = stand.flatMap(({ record, current }) => (names.has(record) ? [/** @type {const} */ ([names.get(record) ?? "", current.body])] : []));
  return { words: new Map(words), own: own.map(({ record, current }) => ({ id: record, body: current.body })) };
}
