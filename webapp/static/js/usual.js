/** Pure: what is usual for one client, from their own earlier check-ins. The twin of webapp/usual.py. */

/** @typedef {Partial<Record<string, number | null>>} Values by the name of a leg or of a question */

/** @type {Record<"bond" | "goals" | "tasks", string[]>} */
export const LEGS = { bond: ["safety", "respect", "openness"], goals: ["goals"], tasks: ["tasks", "feedback"] };
export const QUESTIONS = Object.values(LEGS).flat(); // setting_fit counts for no leg
export const ABOUT_EQUAL = 1e-9;
const ENOUGH = 5; // earlier check-ins, for a limit
const ENOUGH_OF_A_LEG = 3;
const WIDTH = 2.66; // of mean moving ranges
const LEAST_MOVING = 0.05; // of the range
const LEAST_TOLD = 0.25; // of the way from one answer to the next

export class Usual {
  #scores = new Mean();
  #moves = new Mean();
  #legs = new Means();
  #ratings = new Means();
  /** @type {number | null} */
  #newest = null;

  /** @param {number} reach @param {[number, Values, Values][]} checkIns */
  constructor(reach, checkIns = []) {
    this.reach = reach;
    for (const each of checkIns) this.add(...each);
  }

  /** One more, which was no dip. @param {number} score @param {Values} legs @param {Values} ratings */
  add(score, legs, ratings) {
    if (this.#newest !== null) this.#moves.add(Math.abs(score - this.#newest));
    this.#newest = score;
    this.#scores.add(score);
    this.#legs.add(legs);
    this.#ratings.add(ratings);
  }

  /** Below this is lower than usual (rule 3); null with fewer than five. */
  get limit() {
    if (this.#scores.count < ENOUGH) return null;
    return this.#scores.value - WIDTH * Math.max(this.#moves.value, LEAST_MOVING * this.reach);
  }

  get legs() {
    return this.#legs.of(ENOUGH_OF_A_LEG);
  }

  get ratings() {
    return this.#ratings.of(1);
  }
}

class Mean {
  total = 0;
  count = 0;

  /** @param {number} value */
  add(value) {
    this.total += value;
    this.count += 1;
  }

  get value() {
    return this.total / this.count;
  }
}

class Means {
  /** @type {Map<string, Mean>} */
  #found = new Map();

  /** @param {Values} values */
  add(values) {
    for (const [name, value] of Object.entries(values)) {
      if (value == null) continue;
      if (!this.#found.has(name)) this.#found.set(name, new Mean());
      this.#found.get(name)?.add(value);
    }
  }

  /** @param {number} least @returns {Values} */
  of(least) {
    return Object.fromEntries([...this.#found].filter(([, { count }]) => count >= least).map(([name, { value }]) => [name, value]));
  }
}

/**
 * The question whose answer fell most, of those answered both times; null below `least`.
 * @param {Values} before @param {Values} now
 */
export function mostLowered(before, now, least = LEAST_TOLD) {
  /** @type {string | null} */
  let fallen = null;
  let most = least - ABOUT_EQUAL;
  for (const key of QUESTIONS) {
    const fell = (before[key] ?? NaN) - (now[key] ?? NaN);
    if (fallen ? fell > most : fell >= most) [fallen, most] = [key, fell];
  }
  return fallen;
}
