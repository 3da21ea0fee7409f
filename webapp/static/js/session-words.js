/** What Today says of sessions, by the phone's clock: how far off, how it was, and what has changed. */

/** @import { Appointment, Revision, Setting, Standing } from "./types" */

import { closes, end, inWords, spot, when } from "./appointments.js";
import { daysBetween, weekday } from "./days.js";
import * as words from "./words.js";

const NUMBERS = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
/** @type {Record<Setting, { thing: string, now: string, before: string }>} */
const SETTINGS = {
  online: { thing: "call", now: "Online", before: "a call" },
  in_person: { thing: "session", now: "In the room", before: "the room" },
  walk_and_talk: { thing: "walk", now: "A walk", before: "a walk" },
};

/** What else about a session is worth a look. @type {((body: Appointment) => unknown)[]} */
const OTHERWISE = [({ minutes }) => minutes, ({ place }) => place, ({ link }) => link];

/** "Thursday, 14:00, a walk", without its place. @param {Appointment} body @param {Date} now */
export const heading = (body, now = new Date()) => inWords({ ...body, place: "" }, now);

/** "In two days"; nothing for what the heading says itself. @param {Appointment} body @param {Date} now */
export function daysToGo({ starts_at }, now = new Date()) {
  const days = daysBetween(now, starts_at);
  return days < 2 ? "" : `In ${NUMBERS[days] ?? days} days`;
}

/** When the phone last heard whether it is still so. @param {number | undefined} reachedAt @param {Date} now */
export const asOf = (reachedAt, now = new Date()) => (reachedAt ? `As this phone last heard, ${words.when(reachedAt, now)}.` : "");

/** "How was Thursday’s walk?" @param {Appointment} body @param {Date} now */
export function howWas(body, now = new Date()) {
  const days = daysBetween(body.starts_at, now);
  const day = ["today", "yesterday"][days] ?? weekday(new Date(body.starts_at));
  return `How was ${day}’s ${SETTINGS[body.setting].thing}?`;
}

/** For how long that stays so, in ms: until one of them starts or ends or cannot be checked in for any more, or the day ends. @param {Standing[]} diary @param {Date} now */
export function staysFor(diary, now = new Date()) {
  const moments = diary.flatMap(({ current: { body } }) => (body ? [Date.parse(body.starts_at), end(body), closes(body)] : []));
  return Math.min(new Date(now).setHours(24, 0, 0, 0), ...moments.filter((at) => at > +now)) - +now;
}

/**
 * What a notice is told as: what the revision just before it in the journal made different. "" when
 * that is not so any more, or it is over.
 * @param {Revision} notice @param {Revision[]} versions of its session, the newest first @param {Date} now
 */
export function news({ seq, body: { about } }, versions, now = new Date()) {
  const [is] = bodies(versions);
  if (!is || end(is) <= +now) return "";
  if (is.state === "cancelled") return about === "cancelled" ? `Cancelled: ${heading(is, now)}.` : "";
  const [made, was] = bodies(versions.filter((version) => Number(version.seq) < Number(seq)));
  if (!was || is.state !== "booked") return "";
  /** @param {(body: Appointment) => unknown} of whether this is news: it was made so then, and still is */
  const isNews = (of) => of(was) !== of(made) && of(made) === of(is);
  if (about === "setting_changed") return isNews(({ setting }) => setting) ? instead(is, was, now) : "";
  return about === "moved" ? moved(is, isNews, now) : "";
}

/** What was emptied says nothing. @param {Revision[]} versions @returns {Appointment[]} */
const bodies = (versions) => versions.flatMap(({ body }) => body ?? []);

/** @param {Appointment} is @param {Appointment} was @param {Date} now */
const instead = (is, was, now) => `${SETTINGS[is.setting].now} instead of ${SETTINGS[was.setting].before}: ${inside(is, now)}.`;

/** @param {Appointment} is @param {(of: (body: Appointment) => unknown) => boolean} isNews @param {Date} now */
function moved(is, isNews, now) {
  const place = isNews(spot) ? spot(is) : "";
  if (isNews(({ state }) => state)) return `Booked again: ${heading(is, now)}.`;
  if (isNews(({ starts_at }) => Date.parse(starts_at))) return `Moved to ${inside(is, now)}${place && `, at another place: ${place}`}.`;
  if (place) return `${when(is, now)} is at another place: ${place}.`;
  return OTHERWISE.some(isNews) ? `${when(is, now)}: something about it has changed. Have a look.` : "";
}

/** When, inside a sentence. @param {Appointment} body @param {Date} now */
const inside = (body, now) => when(body, now).replace(/^To/, "to");
