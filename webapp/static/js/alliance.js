/** Pure: the alliance, its dips with their reasons, and what was put right. The twin of webapp/alliance.py, which explains it. */

/** @import { Development, Said, Step, Strain, Why } from "./types" */
/** @typedef {Record<string, number | null | undefined>} Values */
/** @typedef {{ score: number, legs: Values, ratings: Values }} Past */

/** @type {Record<string, string[]>} */
const LEGS = { bond: ["safety", "respect", "openness"], goals: ["goals"], tasks: ["tasks", "feedback"] };
const QUESTIONS = Object.values(LEGS).flat();
const MOST = 4;
const ABOUT_EQUAL = 1e-9;
const SLIDE = 3;
const SHORTER = 0.125;

/**
 * Follow one client's check-ins, in the order in which they first came in, unsent ones last.
 * @param {Said[]} checkIns @param {number} reach the range of the alliance @returns {Development}
 */
export function develop(checkIns, reach = 10) {
  const { steps, strains } = new SoFar(checkIns, reach);
  return { checkIns, steps, strains };
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
  /** @type {Record<string, string>} */
  const parts = { about: what, About: what[0].toUpperCase() + what.slice(1), answer: words.answers[answer ?? -1] };
  return words.sentences[sentence].replace(/\{(\w+)\}/g, (_, name) => parts[name]);
}

class SoFar {
  /** @type {Step[]} */
  steps = [];
  /** @type {Strain[]} only the last one can be open */
  strains = [];
  /** @type {Record<string, { total: number, count: number }>} what the earlier ones add up to that were no dips */
  usual = {};
  /** The newest of them. */
  newest = NaN;
  /** @type {Past[]} the latest, as many as a slide needs */
  last = [];
  /** @type {Past[]} those in a row that are dips by rule 3 alone */
  low = [];

  /** @param {Said[]} checkIns @param {number} reach */
  constructor(checkIns, reach) {
    this.checkIns = checkIns;
    this.reach = reach;
    for (const said of checkIns) this.take(said);
    this.hearWord();
  }

  /** @param {Said} said */
  take({ score, ratings = {}, felt_off = false }) {
    this.hearWord();
    const answered = valuesOf(ratings, QUESTIONS);
    const now = score ?? (answered.length < 3 ? null : this.scaled(answered));
    const legs = Object.fromEntries(Object.entries(LEGS).map(([leg, keys]) => [leg, this.scaled(valuesOf(ratings, keys))]));
    const saidSo = felt_off || answered.some((answer) => answer <= 1);
    const step = { score: now, legs, limit: null, dip: saidSo ? ["said_so"] : [], put_right: false, why: null, short: [], strain: null };
    if (now === null) this.steps.push({ ...step, why: this.why(felt_off, step.dip, ratings) });
    else this.compare({ ...step, limit: this.limit() }, { score: now, legs, ratings }, felt_off);
  }

  /** One with an alliance. @param {Step} step @param {Past} here @param {boolean} feltOff */
  compare(step, here, feltOff) {
    const { score, legs, ratings } = here;
    const scores = [...this.last.map((past) => past.score), score];
    const falls = scores.slice(1).map((after, at) => scores[at] - after);
    const least = 0.25 * this.reach - ABOUT_EQUAL;
    const slides = falls.length === SLIDE && falls.every((fall) => fall > ABOUT_EQUAL) && scores[0] - score >= least;
    if (falls.length && falls[falls.length - 1] >= least) step.dip.push("sudden_fall");
    if (step.limit !== null && score < step.limit - ABOUT_EQUAL) step.dip.push("below_usual");
    if (slides) step.dip.push("slow_slide");
    step.why = this.why(feltOff, step.dip, ratings);
    step.short = Object.keys(LEGS).filter((leg) => this.usually(`leg ${leg}`, 3) - (legs[leg] ?? NaN) >= SHORTER * this.reach - ABOUT_EQUAL);
    this.follow(step, score);
    this.steps.push(step);
    this.remember(here, step.dip);
  }

  /** Rule 3. */
  limit() {
    const limit = this.usually("score", 5) - 2.66 * Math.max(this.usually("move"), 0.05 * this.reach);
    return Number.isNaN(limit) ? null : limit;
  }

  /** The mean so far; NaN with fewer values than `least`. @param {string} what */
  usually(what, least = 1) {
    const { total, count } = this.usual[what] ?? { total: 0, count: 0 };
    return count < least ? NaN : total / count;
  }

  /** @param {boolean} feltOff @param {string[]} dip @param {Values} ratings @returns {Why | null} */
  why(feltOff, dip, ratings) {
    if (!dip.length) return null;
    const usual = Object.fromEntries(QUESTIONS.map((key) => [key, this.usually(key)]));
    if (feltOff) {
      const about = mostLowered(usual, ratings, SHORTER * MOST);
      return { sentence: about ? "felt_off_lower" : "felt_off", about, answer: null };
    }
    const [sentence] = dip;
    if (sentence === "said_so") {
      const answer = Math.min(...valuesOf(ratings, QUESTIONS));
      return { sentence: "low_answer", about: QUESTIONS.find((key) => ratings[key] === answer) ?? null, answer };
    }
    const before = sentence === "below_usual" ? usual : this.before(sentence).ratings;
    return { sentence, about: mostLowered(before, ratings, 0.25), answer: null };
  }

  /** What it fell from. @param {string} rule */
  before(rule) {
    return this.last[rule === "slow_slide" ? 0 : this.last.length - 1];
  }

  /** Rule 6. @param {Step} step @param {number} score */
  follow(step, score) {
    const { dip } = step;
    const at = this.steps.length;
    const { open } = this;
    if (open) {
      open.chances += 1;
      step.put_right = !dip.length && score >= open.reference - 0.04 * this.reach - ABOUT_EQUAL;
      if (step.put_right || open.chances === 5) Object.assign(open, { ended: step.put_right ? "put_right" : "lapsed", closed: at });
    }
    if (!dip.length) return;
    if (this.open) this.open.dips.push(at);
    else if (dip.join() === "said_so") return;
    else this.strains.push({ dips: [at], reference: this.before(dip[dip.length - 1]).score, chances: 0, closed: null, ended: null });
    step.strain = this.strains.length - 1;
  }

  get open() {
    return this.strains.slice(-1).find(({ ended }) => !ended);
  }

  /** The client's word ends what is open, whichever of its dips they said it about. */
  hearWord() {
    const { open } = this;
    const closed = this.steps.length;
    if (open?.dips.some((dip) => (this.checkIns[dip].mended_at ?? Infinity) <= closed)) Object.assign(open, { ended: "mended", closed });
  }

  /** Rule 5, and what later ones are compared with. @param {Past} here @param {string[]} dip */
  remember(here, dip) {
    this.last = [...this.last, here].slice(-SLIDE);
    this.low = dip.join() === "below_usual" ? [...this.low, here] : [];
    if (!dip.length) this.addToUsual(here);
    if (this.low.length < 5) return;
    this.usual = {};
    this.newest = NaN;
    for (const past of this.low) this.addToUsual(past);
    this.low = [];
  }

  /** @param {Past} past */
  addToUsual({ score, legs, ratings }) {
    /** @type {Values} */
    const values = { ...ratings, score, move: Math.abs(score - this.newest) };
    for (const [leg, value] of Object.entries(legs)) values[`leg ${leg}`] = value;
    for (const [what, value] of Object.entries(values)) {
      if (value == null || Number.isNaN(value)) continue;
      const sum = (this.usual[what] ??= { total: 0, count: 0 });
      sum.total += value;
      sum.count += 1;
    }
    this.newest = score;
  }

  /** @param {number[]} answers */
  scaled(answers) {
    return answers.length ? (mean(answers) * this.reach) / MOST : null;
  }
}

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {Values} values @param {string[]} keys */
const valuesOf = (values, keys) => keys.flatMap((key) => values[key] ?? []);

/** The question whose answer fell most, of those answered both times. @param {Values} before @param {Values} now @param {number} least */
function mostLowered(before, now, least) {
  const fell = (/** @type {string} */ key) => (before[key] ?? NaN) - (now[key] ?? NaN);
  const fallen = QUESTIONS.filter((key) => fell(key) >= least - ABOUT_EQUAL);
  return fallen.length ? fallen.reduce((most, key) => (fell(key) > fell(most) ? key : most)) : null;
}
