/** Pure: the alliance, its dips with their reasons, and what was put right. The twin of webapp/alliance.py. */

/** @import { Development, Said, Step, Why } from "./types" */
/** @import { Values } from "./usual.js" */

import { Strains } from "./strains.js";
import { ABOUT_EQUAL, LEGS, mostLowered, QUESTIONS, Usual } from "./usual.js";

const MOST = 4; // the highest rating
const LEAST_ANSWERS = 3; // for an alliance
const LOW = 1; // "A little"
const FALL = 0.25; // of the range
const SLIDE = 3; // falls in a row
const NEW_USUAL = 5; // dips in a row
const SHORTER = 0.125; // of the range: a leg that far below its usual is told

/**
 * Follow one client's check-ins, in the order in which they first came in, unsent ones last.
 * @param {Said[]} checkIns @param {number} reach the range of the alliance @returns {Development}
 */
export function develop(checkIns, reach = 10) {
  const soFar = new SoFar(reach);
  for (const said of checkIns) soFar.take(said);
  soFar.hearWord();
  return { checkIns, steps: soFar.steps, strains: soFar.strains.all };
}

/** Whether a dip still waits to be put right; one that lapsed does not. @param {Development} development @param {number} at */
export function isOpen({ checkIns, steps, strains }, at) {
  const { dip, strain } = steps[at];
  if (!dip.length || checkIns[at].mended_at != null) return false;
  return dip.includes("said_so") || (strain !== null && !strains[strain].ended);
}

/** The reason as a sentence. @param {import("./types").ReasonWords} words @param {Why} why */
export function told(words, { sentence, about, answer }) {
  const what = words.questions[about ?? "together"];
  const parts = { about: what, About: what[0].toUpperCase() + what.slice(1), answer: words.answers[answer ?? -1] };
  return words.sentences[sentence].replace(/\{(\w+)\}/g, (_, name) => parts[/** @type {"about"} */ (name)]);
}

/** @param {Said} said @param {number} reach */
function scoreOf({ score, ratings }, reach) {
  if (score != null) return score;
  const given = answers(ratings, QUESTIONS);
  return given.length >= LEAST_ANSWERS ? scaled(given, reach) : null;
}

/** @param {Values | undefined} ratings @param {string[]} keys */
const answers = (ratings, keys) => keys.flatMap((key) => ratings?.[key] ?? []);

/** @param {number[]} given @param {number} reach */
const scaled = (given, reach) => (given.length ? (given.reduce((a, b) => a + b) / given.length) * reach / MOST : null);

/** What is known before the next check-in. */
class SoFar {
  /** @type {Step[]} */
  steps = [];
  /** @type {Map<number, number>} */
  #mended = new Map();
  /** @type {[number, Values][]} the latest with an alliance, as many as a slide needs */
  #last = [];
  /** @type {[number, Values, Values][]} those that are dips by rule 3 alone */
  #lowInARow = [];

  /** @param {number} reach */
  constructor(reach) {
    this.reach = reach;
    this.usual = new Usual(reach);
    this.strains = new Strains(reach);
  }

  /** @param {Said} said */
  take(said) {
    this.hearWord();
    const { reach, usual, steps } = this;
    const score = scoreOf(said, reach);
    const legs = /** @type {Step["legs"]} */ (Object.fromEntries(Object.entries(LEGS).map(([leg, keys]) => [leg, scaled(answers(said.ratings, keys), reach)])));
    const limit = score === null ? null : usual.limit;
    const dip = this.#dip(said, score, limit);
    const [put_right, strain] = score === null ? [false, null] : this.#strain(score, dip);
    const step = { score, legs, limit, dip, put_right, why: this.#why(said, dip), short: score === null ? [] : this.#short(legs), strain };
    if (said.mended_at != null) this.#mended.set(steps.length, said.mended_at);
    steps.push(step);
    if (score !== null) this.#remember(score, said.ratings ?? {}, step);
  }

  hearWord() {
    this.strains.mend(this.#mended, this.steps.length);
  }

  /** Rules 1 to 4. @param {Said} said @param {number | null} score @param {number | null} limit */
  #dip({ felt_off, ratings }, score, limit) {
    const saidSo = felt_off || answers(ratings, QUESTIONS).some((answer) => answer <= LOW);
    if (score === null) return saidSo ? ["said_so"] : [];
    const last = this.#last.at(-1);
    const rules = {
      said_so: saidSo,
      sudden_fall: last && this.#fell(last[0], score),
      below_usual: limit !== null && score < limit - ABOUT_EQUAL,
      slow_slide: this.#slides(score),
    };
    return Object.entries(rules).flatMap(([rule, holds]) => (holds ? rule : []));
  }

  /** @param {number} before @param {number} now */
  #fell(before, now) {
    return before - now >= FALL * this.reach - ABOUT_EQUAL;
  }

  /** @param {number} now */
  #slides(now) {
    const scores = [...this.#last.map(([score]) => score), now];
    return scores.length > SLIDE && scores.every((score, at) => !at || scores[at - 1] - score > ABOUT_EQUAL) && this.#fell(scores[0], now);
  }

  /** Rule 6: whether this puts right what is open, and to which strain it belongs. @param {number} score @param {string[]} dip @returns {[boolean, number | null]} */
  #strain(score, dip) {
    const at = this.steps.length;
    if (this.strains.tryToEnd(at, score, dip.length > 0)) return [true, null];
    if (!dip.length) return [false, null];
    const before = dip.includes("slow_slide") ? this.#last[0] : this.#last.at(-1);
    return [false, this.strains.strain(at, before?.[0] ?? 0, dip.some((rule) => rule !== "said_so"))];
  }

  /** @param {Step["legs"]} legs */
  #short(legs) {
    const least = SHORTER * this.reach - ABOUT_EQUAL;
    const usual = this.usual.legs;
    return Object.entries(legs).flatMap(([leg, is]) => (is !== null && (usual[leg] ?? NaN) - is >= least ? leg : []));
  }

  /** @param {Said} said @param {string[]} dip @returns {Why | null} */
  #why({ felt_off, ratings = {} }, dip) {
    if (felt_off) {
      const about = mostLowered(this.usual.ratings, ratings, SHORTER * MOST);
      return { sentence: about ? "felt_off_lower" : "felt_off", about, answer: null };
    }
    if (dip.includes("said_so")) {
      const lowest = Math.min(...answers(ratings, QUESTIONS));
      return { sentence: "low_answer", about: QUESTIONS.find((key) => ratings[key] === lowest) ?? null, answer: lowest };
    }
    return dip.length ? { sentence: dip[0], about: mostLowered(this.#comparedWith(dip[0]), ratings), answer: null } : null;
  }

  /** @param {string} rule @returns {Values} */
  #comparedWith(rule) {
    if (rule === "below_usual") return this.usual.ratings;
    return (rule === "sudden_fall" ? this.#last.at(-1) : this.#last[0])?.[1] ?? {};
  }

  /** Rule 5, and what later check-ins are compared with. @param {number} score @param {Values} ratings @param {Step} step */
  #remember(score, ratings, { legs, dip }) {
    this.#last = [...this.#last, /** @type {[number, Values]} */ ([score, ratings])].slice(-SLIDE);
    this.#lowInARow = dip.join() === "below_usual" ? [...this.#lowInARow, [score, legs, ratings]] : [];
    if (this.#lowInARow.length === NEW_USUAL) {
      this.usual = new Usual(this.reach, this.#lowInARow);
      this.#lowInARow = [];
    } else if (!dip.length) this.usual.add(score, legs, ratings);
  }
}
