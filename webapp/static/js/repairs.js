/** Pure: which strains and talking points to ask about and when, and the story of one. */

/** @import { Development, Unsettled, Revision, Standing } from "./types" */

import { isOpen } from "./alliance.js";
import { within } from "./former.js";
import { isShared } from "./standing.js";

const CLOSED = ["put_right", "left"];
const ONCE_MORE = 3; // check-ins later
const QUIET = 5; // after as many, a strain that nobody put into words is left alone

/** @type {Record<string, string>} */
const HAPPENED = {
  said: "You put it into words", changed: "You changed your words", say: "You chose to say it yourself", send: "You sent it",
  ask: "You asked {name} to bring it up", send_waits: "Not sent yet", ask_waits: "{name} is not asked yet", read: "{name} read it", open: "To talk about", raised: "You talked about it",
  better: "It is better", not_yet: "Not put right yet", put_right: "Put right", left: "You would rather leave it",
};

/** What happened, or how it stands, in plain words. @param {string} what @param {string} name the therapist's */
export const inWords = (what, name) => HAPPENED[what].replace(/^{name}/, name).replace("{name}", within(name));

/** What is only the client's own was not sent, and nobody was asked. @param {Standing} point @param {string} name the therapist's */
export function heading({ current, heads, state: kept, sharedThere }, name) {
  const { state, route } = current.body;
  const isRaised = state === "open" && (route === "say" || isShared(heads));
  return inWords(isRaised ? arrived(route, kept === "received" || sharedThere === true) : state, name);
}

/** By a route that waits on this phone, nobody has heard of it. @param {string} what @param {boolean} has whether it has arrived */
export const arrived = (what, has) => (has || !["send", "ask"].includes(what) ? what : `${what}_waits`);

/** Whether there is still something to talk about, or to put right. @param {Standing} point */
export const isToTalkAbout = ({ deleted, current }) => !deleted && !CLOSED.includes(current.body.state);

/**
 * What may be asked about, the oldest first: talking points that are open, and strains without one.
 * @param {Standing[]} checkIns as the development has them @param {Development} development @param {Standing[]} points
 * @returns {Unsettled[]}
 */
export function unsettledOf(checkIns, development, points) {
  const stood = points.filter(({ deleted }) => !deleted);
  const told = stood.filter(isToTalkAbout).map((point) => ofPoint(point, checkIns));
  const spoken = new Set(stood.map(({ current }) => current.body.check_in));
  return [...strains(checkIns, development, spoken), ...told].sort((a, b) => b.after - a.after);
}

/**
 * Those to ask about now: after the next check-in, and once more when three have gone by.
 * @param {Unsettled[]} all @param {Record<string, number>} asked after how many check-ins each was last asked about
 */
export function due(all, asked) {
  return all.filter(({ id, after }) => after > 0 && (asked[id] ?? 0) < (after < ONCE_MORE ? 1 : ONCE_MORE));
}

/** Where a check-in leads whoever wants to talk about it: to help to say it, or to what was said. @param {Standing[]} points @param {string} checkIn */
export function wayToSay(points, checkIn) {
  const said = points.find(({ deleted, current }) => !deleted && current.body.check_in === checkIn);
  return said ? { href: `/talking-points#${said.record}`, textContent: "See what became of it" } : { href: `/say-it#${checkIn}`, textContent: "Help me say it" };
}

/** What happened, oldest first; repairs/story.py tells the same. @param {Revision[]} revisions */
export function story(revisions) {
  const told = revisions.filter(({ op, body }) => op === "put" && body);
  return told.flatMap((revision, at) => happened(told[at - 1]?.body, revision.body).map((what) => ({ what, at: revision.written_at, seq: revision.seq, came: revision.received_at })));
}

/** @param {any} before @param {any} now @returns {string[]} */
function happened(before, now) {
  return [
    now.words && !before?.words ? "said" : before && now.words !== before.words ? "changed" : "",
    before && way(now) !== way(before) ? way(now) : "",
    now.state !== (before?.state ?? "open") ? now.state : "",
  ].filter(Boolean);
}

/** By which way it comes up: what is only the client's own is not sent, and nobody is asked. @param {any} body */
const way = ({ route, shared }) => (route === "say" || shared ? route : "");

/** @param {Standing} point @param {Standing[]} checkIns @returns {Unsettled} */
function ofPoint(point, checkIns) {
  const { check_in } = point.current.body;
  const at = checkIns.findIndex(({ record }) => record === check_in);
  const after = at < 0 ? checkIns.filter((checkIn) => isLater(checkIn, point)).length : checkIns.length - 1 - at;
  return { id: check_in ?? point.record, after, point, checkIn: checkIns[at] };
}

/** @param {Standing[]} checkIns @param {Development} development @param {Set<string>} spoken check-ins with a talking point @returns {Unsettled[]} */
function strains(checkIns, development, spoken) {
  const open = development.steps.flatMap(({ strain }, at) => (isOpen(development, at) ? [strain === null ? [at] : development.strains[strain].dips] : []));
  const each = [...new Map(open.map((dips) => [dips[0], dips])).values()];
  return each.filter((dips) => !dips.some((at) => spoken.has(checkIns[at].record)))
    .map(([at]) => ({ id: checkIns[at].record, after: checkIns.length - 1 - at, checkIn: checkIns[at] }))
    .filter(({ after }) => after <= QUIET);
}

/** What waits has no number yet, and was written on this phone. @param {Standing} checkIn @param {Standing} point */
const isLater = (checkIn, point) => (checkIn.first === point.first ? checkIn.current.written_at > point.current.written_at : checkIn.first > point.first);
