/** Sessions as they stand on the phone, by its clock: which is next, which may be checked in for, in words. */

/** @import { Appointment, Setting, Standing } from "./types" */

import { clock, clockIn, daysBetween, localDay, month, weekday } from "./days.js";

const HOUR_MS = 3_600_000;
/** The states of one that takes place, as far as is known. */
const TAKES_PLACE = ["booked", "attended"];
/** For how long after its end a session can be checked in for. */
const OPEN_MS = 48 * HOUR_MS;
/** @type {Record<Setting, string>} */
const AS = { online: "a call", in_person: "in the room", walk_and_talk: "a walk" };

/** When it is planned to end, in ms. @param {Appointment} body */
export const end = ({ starts_at, minutes }) => Date.parse(starts_at) + minutes * 60_000;

/** Until when it can be checked in for, in ms. @param {Appointment} body */
export const closes = (body) => end(body) + OPEN_MS;

/** Whether it goes on just now, by plan: also when it is noted already that it took place. @param {Appointment} body @param {Date} now */
export const goesOn = (body, now = new Date()) => TAKES_PLACE.includes(body.state) && hasBegun(body, now) && +now < end(body);

/** Those that are still to come or go on just now, the first one first. @param {Standing[]} standings @param {Date} now */
export const coming = (standings, now = new Date()) =>
  sorted(standings).filter(({ current: { body } }) => goesOn(body, now) || (body.state === "booked" && !hasBegun(body, now)));

/** @param {Standing[]} standings @param {Date} now @returns {Standing | undefined} */
export const next = (standings, now = new Date()) => coming(standings, now)[0];

/**
 * The last one that can be checked in for now: from its start, because it may end early, until two days
 * after its planned end, unless it was called off or missed, or is among those that were checked in for already.
 * @param {Standing[]} standings @param {(string | null)[]} checkedIn the ids of appointments @param {Date} now
 * @returns {Standing | undefined}
 */
export const toCheckIn = (standings, checkedIn, now = new Date()) =>
  sorted(standings).findLast(({ record, current: { body } }) => {
    const isOpen = hasBegun(body, now) && +now < closes(body);
    return isOpen && TAKES_PLACE.includes(body.state) && !checkedIn.includes(record);
  });

/** "Thursday, 14:00, a walk: car park at the bottom of the hill". @param {Appointment} body @param {Date} now */
export function inWords(body, now = new Date()) {
  const place = spot(body);
  return `${when(body, now)}, ${AS[body.setting]}${place ? `: ${place}` : ""}`;
}

/** What a check-in is about, below its day: its session, or how they met. @param {{ setting: Setting, happened_at: string }} said @param {Appointment | null} [session] @param {Date} now */
export function about({ setting, happened_at }, session, now = new Date()) {
  if (!session) return capital(AS[setting]);
  return inWords(session, now).replace(localDay(session.starts_at) === localDay(happened_at) ? /^.*?, / : "", "");
}

/** @param {string} words */
const capital = (words) => words[0].toUpperCase() + words.slice(1);

/** "Thursday, 14:00". Where the clocks at its own place differ, they are named. @param {Appointment} body @param {Date} now */
export function when({ starts_at, zone }, now = new Date()) {
  const at = new Date(starts_at);
  const [here, there] = [clock(at), clockIn(at, zone)];
  return `${day(at, now)}, ${here}${here === there ? "" : ` (${there} in ${city(zone)})`}`;
}

/** The first line says the spot. @param {Appointment} body */
export const spot = ({ place }) => place.split("\n")[0].trim();

/** The other lines say the way there. @param {Appointment} body */
export const directions = ({ place }) => place.split("\n").slice(1).join("\n").trim();

/** @param {Date} at @param {Date} now */
function day(at, now) {
  const ahead = daysBetween(now, at);
  if (ahead === 0 || ahead === 1) return ahead ? "Tomorrow" : "Today";
  return ahead > 1 && ahead < 7 ? weekday(at) : `${weekday(at)} ${at.getDate()} ${month(at)}${year(at, now)}`;
}

/** Only where it is not this one. @param {Date} at @param {Date} now */
const year = (at, now) => (at.getFullYear() === now.getFullYear() ? "" : ` ${at.getFullYear()}`);

/** @param {string} zone */
const city = (zone) => (zone.split("/").pop() ?? zone).replaceAll("_", " ");

/** @param {Appointment} body @param {Date} now */
const hasBegun = ({ starts_at }, now) => Date.parse(starts_at) <= +now;

/** @param {Standing[]} standings */
const sorted = (standings) =>
  standings.filter(({ deleted }) => !deleted).sort((a, b) => Date.parse(a.current.body.starts_at) - Date.parse(b.current.body.starts_at));
