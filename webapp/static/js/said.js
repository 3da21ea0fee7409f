/** Pure: what is said in a check-in, and how several versions of it become one. */

/** @import { CheckIn, RatingKey, Revision, Setting } from "./types" */

/** @type {readonly RatingKey[]} */
export const RATINGS = ["safety", "respect", "openness", "goals", "tasks", "feedback", "setting_fit"];
export const MOST_WORDS = 2000;
const SETTINGS = ["online", "in_person", "walk_and_talk"];
const VALUES = [0, 1, 2, 3, 4];

/** Nothing yet. @param {Setting | null} setting @param {Date} now @returns {CheckIn} */
export const nothing = (setting, now = new Date()) => ({
  appointment: null, setting: setting ?? "in_person", ratings: {}, felt_off: false, words: "",
  shared: false, happened_at: now.toISOString(),
});

/**
 * Versions put together: all their words, the older ones first; the answers of the newest. It is
 * shared only if each of them was, and something felt off if it did in any.
 * @param {Revision[]} heads the newest first @returns {CheckIn}
 */
export function asOne(heads) {
  const all = heads.map(({ body }) => fitting(body));
  return {
    ...all[0],
    words: joined(all.map(({ words }) => words).reverse()),
    felt_off: all.some(({ felt_off }) => felt_off),
    shared: all.every(({ shared }) => shared),
  };
}

/** A text that stands whole in another one is not said twice. @param {string[]} texts */
export function joined(texts) {
  const different = [...new Set(texts)];
  return different.filter((text) => !different.some((other) => other !== text && other.includes(text))).join("\n\n");
}

/**
 * A sentence to begin with comes before one's own words, and takes the place only of another one.
 * @param {string} sentence @param {string} own @param {string[]} offered
 */
export function begunWith(sentence, own, offered) {
  if (own.includes(sentence)) return own;
  return !own.trim() || offered.includes(own.trim()) ? sentence : `${sentence}\n${own}`;
}

/** As the form of a check-in takes it, also what a server did not take. @param {any} body @returns {CheckIn} */
function fitting(body) {
  const empty = nothing(SETTINGS.includes(body.setting) ? body.setting : null);
  const answered = RATINGS.filter((key) => VALUES.includes(body.ratings?.[key]));
  return {
    ...empty,
    appointment: body.appointment ?? null,
    ratings: Object.fromEntries(answered.map((key) => [key, body.ratings[key]])),
    felt_off: body.felt_off === true,
    words: typeof body.words === "string" ? body.words : "",
    shared: body.shared === true,
    happened_at: Number.isNaN(Date.parse(body.happened_at)) ? empty.happened_at : body.happened_at,
  };
}
