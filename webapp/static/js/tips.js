/** Pure: which tips come first for this client, by what was not easy for them before; and whether
 * they come for the first time. */

/** @import { CheckIn, RatingKey, Setting, Standing } from "./types" */

import { end } from "./appointments.js";
import { RATINGS } from "./said.js";

const LOW = 2; // "Partly"
const LAST = 3; // check-ins

/**
 * The questions that were not easy, the one that counts most first: how the setting was, the last
 * time in this one; then the low answers of the last three check-ins, the newest check-in first and
 * in each the lowest answer.
 * @param {CheckIn[]} checkIns the newest first @param {Setting} setting @returns {RatingKey[]}
 */
export function friction(checkIns, setting) {
  const there = checkIns.find((said) => said.setting === setting && "setting_fit" in said.ratings);
  const here = there && isLow(there, "setting_fit") ? ["setting_fit"] : [];
  return /** @type {RatingKey[]} */ ([...new Set([...here, ...checkIns.slice(0, LAST).flatMap(lowIn)])]);
}

/**
 * Those first that may help with what was not easy; else, and among those that would help alike, in
 * the order in which they come. @template {{ helps: string[] }} T @param {T[]} tips @param {RatingKey[]} keys
 */
export function ordered(tips, keys) {
  const place = ({ helps } = tips[0]) => keys.findIndex((key) => helps.includes(key)) + 1 || Infinity;
  return tips.map((tip) => /** @type {const} */ ([place(tip), tip])).sort(([a], [b]) => (a === b ? 0 : a - b)).map(([, tip]) => tip);
}

/** The question for which some come first; undefined where none does. @param {{ helps: string[] }[]} tips @param {RatingKey[]} keys */
export const because = (tips, keys) => keys.find((key) => tips.some(({ helps }) => helps.includes(key)));

/** Nothing was checked in for yet, and no session has taken place. @param {unknown[]} checkIns @param {Standing[]} appointments @param {Date} now */
export const isFirst = (checkIns, appointments, now = new Date()) =>
  checkIns.length === 0 && !appointments.some(({ deleted, current: { body } }) => !deleted && tookPlace(body, now));

/** A therapist may not have noted yet that it did. @param {import("./types").Appointment} body @param {Date} now */
const tookPlace = (body, now) => body.state === "attended" || (body.state === "booked" && end(body) <= +now);

/** @param {CheckIn} said */
const lowIn = (said) =>
  RATINGS.filter((key) => key !== "setting_fit" && isLow(said, key)).sort((a, b) => (said.ratings[a] ?? 0) - (said.ratings[b] ?? 0));

/** @param {CheckIn} said @param {RatingKey} key */
const isLow = ({ ratings }, key) => (ratings[key] ?? Infinity) <= LOW;
