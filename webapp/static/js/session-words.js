/** What Today says of sessions, by the phone's clock: how far off, how it was, and what has changed. */

/** @import { Appointment, Notice, Setting } from "./types" */

import { end, inWords, spot, when } from "./appointments.js";
import { localDay, weekday } from "./days.js";
import * as words from "./words.js";

const NUMBERS = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const DAY_MS = 24 * 3_600_000;
/** @type {Record<Setting, { thing: string, now: string, before: string }>} */
const SETTINGS = {
  online: { thing: "call", now: "Online", before: "a call" },
  in_person: { thing: "session", now: "In the room", before: "the room" },
  walk_and_talk: { thing: "walk", now: "A walk", before: "a walk" },
};

/** "Thursday, 14:00, a walk", without its place. @param {Appointment} body @param {Date} now */
export const heading = (body, now = new Date()) => inWords({ ...body, place: "" }, now);

/** "In two days"; nothing for what the heading says itself. @param {Appointment} body @param {Date} now */
export function daysToGo({ starts_at }, now = new Date()) {
  const days = daysFrom(now, starts_at);
  return days < 2 ? "" : `In ${NUMBERS[days] ?? days} days`;
}

/** When the phone last heard whether it is still so. @param {number | undefined} reachedAt @param {Date} now */
export const asOf = (reachedAt, now = new Date()) => (reachedAt ? `As this phone last heard, ${words.when(reachedAt, now)}.` : "");

/** "How was Thursday’s walk?" @param {Appointment} body @param {Date} now */
export function howWas(body, now = new Date()) {
  const days = -daysFrom(now, body.starts_at);
  const day = ["today", "yesterday"][days] ?? weekday(new Date(body.starts_at));
  return `How was ${day}’s ${SETTINGS[body.setting].thing}?`;
}

/**
 * What a notice is told as; "" when nothing of it is true any more, or it is over.
 * @param {Notice["about"]} about @param {Appointment[]} versions of the session, the newest first @param {Date} now
 */
export function news(about, [body, ...earlier], now = new Date()) {
  if (!body || end(body) <= +now) return "";
  if (body.state === "cancelled") return about === "cancelled" ? `Cancelled: ${heading(body, now)}.` : "";
  const before = earlier.find(({ setting }) => setting !== body.setting);
  if (about === "setting_changed") return before ? `${SETTINGS[body.setting].now} instead of ${SETTINGS[before.setting].before}: ${inside(body, now)}.` : "";
  return about === "moved" ? moved(body, earlier, now) : "";
}

/** @param {Appointment} body @param {Appointment[]} earlier @param {Date} now */
function moved(body, earlier, now) {
  if (earlier.some((old) => Date.parse(old.starts_at) !== Date.parse(body.starts_at))) return `Moved to ${inside(body, now)}.`;
  if (earlier.some(({ place }) => place !== body.place)) return `${when(body, now)} is at another place: ${spot(body)}.`;
  return earlier.length ? `${when(body, now)}: something about it has changed. Have a look.` : "";
}

/** When, inside a sentence. @param {Appointment} body @param {Date} now */
const inside = (body, now) => when(body, now).replace(/^To/, "to");

/** On the phone's own calendar. @param {Date} now @param {string} instant */
const daysFrom = (now, instant) => Math.round((Date.parse(localDay(instant)) - Date.parse(localDay(now.toISOString()))) / DAY_MS);
