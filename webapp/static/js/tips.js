/** Tips: what the practice says of them, and which come first for this client. */

/** @import { Appointment, CheckIn, RatingKey, Setting, Standing, Tip } from "./types" */

import { end } from "./appointments.js";
import { RATINGS } from "./said.js";

const LOW = 2; // "Partly"
const LAST = 3; // check-ins
const OF_BUILT_IN = "9b627e6fabe64d53a243bbee8d85be5f"; // as on the server

/**
 * The questions that were not easy, what counts most first: how the setting was the last time; then
 * the low answers of the last three check-ins, the newest first, in each the lowest first.
 * @param {CheckIn[]} checkIns the newest first @param {Setting} setting @returns {RatingKey[]}
 */
export function friction(checkIns, setting) {
  const there = checkIns.find((said) => said.setting === setting && "setting_fit" in said.ratings);
  const here = there && isLow(there, "setting_fit") ? ["setting_fit"] : [];
  return /** @type {RatingKey[]} */ ([...new Set([...here, ...checkIns.slice(0, LAST).flatMap(lowIn)])]);
}

/** Those first that may help with what was not easy; of those that would help alike, as they come. @template {{ helps: string[] }} T @param {T[]} tips @param {RatingKey[]} keys */
export function ordered(tips, keys) {
  const place = (/** @type {T} */ { helps }) => keys.findIndex((key) => helps.includes(key)) >>> 0; // none: last
  return [...tips].sort((a, b) => place(a) - place(b));
}

/** The question for which some come first. @param {{ helps: string[] }[]} tips @param {RatingKey[]} keys */
export const because = (tips, keys) => keys.find((key) => tips.some(({ helps }) => helps.includes(key)));

/** Nothing was checked in for, and no session has taken place. @param {unknown[]} checkIns @param {Standing[]} appointments @param {Date} now */
export const isFirst = (checkIns, appointments, now = new Date()) =>
  !checkIns.length && !appointments.some(({ deleted, current: { body } }) => !deleted && tookPlace(body, now));

/** A therapist may not have noted yet that it did. @param {Appointment} body @param {Date} now */
const tookPlace = (body, now) => body.state === "attended" || (body.state === "booked" && end(body) <= +now);

/** @param {CheckIn} said */
const lowIn = (said) =>
  RATINGS.filter((key) => key !== "setting_fit" && isLow(said, key)).sort((a, b) => (said.ratings[a] ?? 0) - (said.ratings[b] ?? 0));

/** @param {CheckIn} said @param {RatingKey} key */
const isLow = ({ ratings }, key) => (ratings[key] ?? Infinity) <= LOW;

/** The record in which the practice's word on a built-in tip stands: a name-based id (RFC 9562, version 5). @param {string} tip */
export async function standingFor(tip) {
  const space = (OF_BUILT_IN.match(/../g) ?? []).map((hex) => parseInt(hex, 16));
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
