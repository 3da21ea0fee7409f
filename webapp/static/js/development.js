/** Pure: how it develops, from the phone's own check-ins and the client's word, and the words for it. */

/** @import { Development, DevelopWords, Session, Standing } from "./types" */
/** @typedef {{ sessions: Session[], development: Development, talkingPoints: Standing[] }} All */

import { develop, isOpen, told } from "./alliance.js";
import { daysBetween, month } from "./days.js";
import { wayToSay } from "./repairs.js";
import { day } from "./words.js";

const PAUSE = 29; // days, as in practice/pictures.py

/**
 * Every check-in that stands, in the order in which they began, and what the rule finds in them.
 * @param {Standing[]} checkIns @param {Standing[]} talkingPoints @returns {All}
 */
export function followed(checkIns, talkingPoints) {
  const standing = checkIns.filter(({ deleted }) => !deleted);
  const said = standing.map(({ record, current }) => ({ ...current.body, mended_at: mendedAt(record, standing, talkingPoints) }));
  const development = develop(said);
  const sessions = development.steps.map((step, place) => {
    const { setting, happened_at, ratings } = said[place];
    const pause = place > 0 && daysBetween(said[place - 1].happened_at, happened_at) > PAUSE;
    return { ...step, place, record: standing[place].record, setting, happened_at, fit: ratings?.setting_fit, pause };
  });
  return { sessions, development, talkingPoints };
}

/** How many check-ins there were when the client said that this one's strain is put right. @param {string} record @param {Standing[]} standing @param {Standing[]} talkingPoints */
function mendedAt(record, standing, talkingPoints) {
  const word = talkingPoints.find(({ deleted, current }) => !deleted && current.body.check_in === record && current.body.state === "put_right");
  return word ? standing.filter(({ first }) => first <= (word.current.seq ?? Infinity)).length : null;
}

/** What the stool says. @param {Session[]} sessions @param {DevelopWords} words */
export function ofStool(sessions, words) {
  const { length } = sessions;
  const { legs, short } = sessions[length - 1];
  const open = Object.keys(legs).filter((leg) => legs[leg] === null);
  const stands = [...short.map((leg) => words.short[leg]), ...open.map((leg) => words.open[leg])];
  const rings = length === 1 ? "Just started: one check-in, one ring." : `${length} check-ins, a ring for each. The newest is on the outside.`;
  return { rings, stands: stands.length ? stands : ["All three legs stand."], say: words.say[short[0]] ?? "" };
}

/** What the path says. @param {Session[]} sessions @param {DevelopWords} words */
export function ofPath(sessions, words) {
  const where = Object.entries(bySetting(sessions)).map(([setting, { length }]) => `${length} ${words.settings[setting]}`);
  const { length } = sessions;
  const [first, last] = span(sessions).map((at) => day(at));
  const dips = sessions.filter(({ dip }) => dip.length).length;
  const repairs = sessions.filter(({ put_right }) => put_right).length;
  return [
    `${counted(length, "check-in")}, ${first === last ? `on ${first}` : `from ${first} to ${last}`}: ${where.join(", ")}.`,
    dips ? `${counted(dips, "open stone")} in a hollow: lower than usual for you, or you said so.` : "",
    repairs ? `${counted(repairs, "stone")} with another on top: back to how it was.` : "",
    sessions.some(({ pause }) => pause) ? "Where the path is dotted, there was a longer pause." : "",
  ].filter(Boolean);
}

/** When the earliest and the latest were: what is written later may be about a day before. @param {Session[]} sessions */
function span(sessions) {
  const days = sessions.map(({ happened_at }) => happened_at).sort((one, other) => Date.parse(one) - Date.parse(other));
  return [days[0], days[days.length - 1]];
}

/** @param {number} count @param {string} what */
const counted = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;

/** How each setting serves this client, in their own answers. @param {Session[]} sessions @param {DevelopWords} words */
export function settings(sessions, words) {
  return Object.entries(bySetting(sessions)).map(([setting, some]) => {
    const fits = some.flatMap(({ fit }) => fit ?? []);
    const usual = words.answers[Math.round(fits.reduce((a, b) => a + b, 0) / fits.length)];
    const suits = usual ? ` Did it work for you? On the whole: “${usual}”.` : "";
    return `${words.labels[setting]}: ${counted(some.length, "check-in")}.${suits}`;
  });
}

/** @param {Session[]} sessions @returns {Record<string, Session[]>} */
export function bySetting(sessions) {
  /** @type {Record<string, Session[]>} */
  const found = {};
  for (const session of sessions) (found[session.setting] ??= []).push(session);
  return found;
}

/** Each dip with its reason and what became of it, each repair with its story; the newest first. @param {Session[]} shown @param {All} all @param {DevelopWords} words */
export function moments(shown, all, words) {
  return shown.filter(called).reverse().map((session) => ({
    record: session.record,
    title: `${day(session.happened_at)}, ${words.settings[session.setting]}`,
    is: called(session),
    lines: session.put_right ? [`Back to how it was before ${mended(session, all)}.`] : dipped(session, all, words),
    numbers: numbers(session, all.sessions),
    way: isOpen(all.development, session.place) ? wayToSay(all.talkingPoints, session.record) : null,
  }));
}

/** What stands out of a check-in, in a few words. @param {Session} session */
function called({ dip, why, put_right }) {
  if (put_right) return "Put right";
  if (dip.length && dip.join() !== "said_so") return "Lower than usual";
  return dip.length ? (why?.sentence === "low_answer" ? "A low answer" : "Something felt off") : "";
}

/** @param {Session} session @param {All} all @param {DevelopWords} words */
function dipped({ dip, why, place, strain }, { sessions, development }, words) {
  const { ended, closed } = development.strains[strain ?? -1] ?? {};
  const hasWord = development.checkIns[place].mended_at != null || ended === "mended";
  const waits = dip.includes("said_so") ? "Whether it is put right, only you can say." : "It is still open. You can bring it up whenever you like.";
  return [
    why ? told(words, why) : "",
    ended === "put_right" ? `Your answers were back to how they were on ${day(sessions[closed ?? 0].happened_at)}.` : "",
    hasWord ? "You said that it is put right." : isOpen(development, place) ? waits : "",
  ].filter(Boolean);
}

/** The day of the dip that this one put right. @param {Session} session @param {All} all */
function mended({ place }, { sessions, development }) {
  const strain = development.strains.find(({ ended, closed }) => ended === "put_right" && closed === place);
  return day(sessions[strain?.dips[0] ?? place].happened_at);
}

/** For who wants to know it to the tenth. @param {Session} session @param {Session[]} sessions */
function numbers({ score, limit, place }, sessions) {
  const before = sessions.slice(0, place).findLast((each) => each.score !== null);
  return score === null ? "" : [
    `All answers together: ${tenth(score)} of 10.`,
    before ? `The time before: ${tenth(before.score)}.` : "",
    limit === null ? "" : `Lower than usual begins below ${tenth(limit)} for you.`,
  ].join(" ");
}

/** One line of the table. @param {Session} session @param {DevelopWords} words */
export function row(session, { labels }) {
  const where = [labels[session.setting], called(session).toLowerCase()].filter(Boolean).join(", ");
  return [short(new Date(session.happened_at)), where, ...Object.values(session.legs).map(tenth)];
}

/** @param {number | null} value */
export const tenth = (value) => value?.toFixed(1) ?? "–";

/** "14 Mar 26" @param {Date} at */
const short = (at) => `${at.getDate()} ${month(at).slice(0, 3)} ${String(at.getFullYear()).slice(2)}`;
