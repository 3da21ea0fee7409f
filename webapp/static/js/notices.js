/** Notices: what there is to tell about changed sessions, until somebody has seen it; and of somebody who is let in again. */

/** @import { Revision, Standing } from "./types" */
/** @import { Journal } from "./journal.js" */

import { end } from "./appointments.js";
import { inTurn } from "./dom.js";
import { news } from "./session-words.js";

const NOTED = "noted";
const LET_IN_FOR_MS = 15 * 24 * 3600 * 1000; // the link is good for seven days, and then there are seven more
/** @typedef {{ text: string, notices: string[] }} Told the ids of the notices that say so */

/** What was changed about sessions that are not over, and nobody has seen yet. @param {Journal} journal @param {Standing[]} diary @returns {Promise<Told[]>} */
export async function toTell(journal, diary, now = new Date()) {
  const [notices, noted] = await Promise.all([journal.standing("notice"), journal.recall(NOTED)]);
  const ahead = new Set(diary.filter(({ current }) => current.body && end(current.body) > +now).map(({ record }) => record));
  const fresh = notices.filter(({ record, deleted, current }) => !deleted && ahead.has(current.body.of) && !noted?.includes(record));
  return together(fresh, await Promise.all(fresh.map(({ current }) => inWords(journal, current, now))));
}

/** @param {Journal} journal @param {Revision} notice @param {Date} now */
const inWords = async (journal, notice, now) => news(notice, await journal.versions(notice.body.of), now);

/** Those that say the same are told once. @param {Standing[]} notices @param {string[]} lines one for each @returns {Told[]} */
function together(notices, lines) {
  const texts = [...new Set(lines)].filter(Boolean);
  return texts.map((text) => ({ text, notices: notices.filter((_, at) => lines[at] === text).map(({ record }) => record) }));
}

/** Somebody has seen these. One at a time: the next one adds to what this one notes. @type {(journal: Journal, notices: string[]) => Promise<void>} */
export const note = inTurn(async (journal, notices) => {
  const noted = (await journal.recall(NOTED)) ?? [];
  await journal.remember(NOTED, [...noted, ...notices]);
});

/**
 * Whether there may be something to tell of somebody who is let in again as the person of this phone:
 * by the server's clock, as this phone last heard it, since its own may be wrong by weeks. @param {Journal} journal
 */
export async function mayBeLetIn(journal) {
  const [last, heard] = await Promise.all(["last", "emptied_on"].map((name) => journal.note(name)));
  if (last === "signed_out") return true;
  const [notices, since] = [await journal.standing("notice"), Date.parse(heard ?? "1970-01-01") - LET_IN_FOR_MS];
  return notices.some(({ current: { body, written_at } }) => body?.about === "recovery" && Date.parse(written_at) > since);
}
