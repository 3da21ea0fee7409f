/** Moving through the check-in: one question a screen, each a step in the history, so that the
 * phone's own back works. */

import { RATINGS } from "./said.js";
import { find, findAll } from "./dom.js";

const TAP_MS = 140; // the row fills before the next question comes
const QUIET_MS = 220; // the second half of a double tap must not answer the next question
const STEPS = ["place", ...RATINGS, "end"];

export class Steps {
  step = "";
  arrivedAt = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ moving;

  /** @param {HTMLElement} within where the steps are @param {(step: string) => void} arrived called at each */
  constructor(within, arrived) {
    this.within = within;
    this.arrived = arrived;
  }

  /** @param {string} step the first to show */
  begin(step) {
    addEventListener("popstate", () => this.#show(history.state?.step ?? this.step));
    this.#show(step);
  }

  /** @param {string} step */
  visit(step) {
    history.pushState({ step }, "");
    this.#show(step);
  }

  next() {
    this.visit(STEPS[STEPS.indexOf(this.step) + 1]);
  }

  /** Once the row that was tapped has filled. */
  nextSoon() {
    clearTimeout(this.moving);
    this.moving = setTimeout(() => this.next(), matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : TAP_MS);
  }

  /** Whether this step has only just come, under a finger that may still be tapping. */
  get isFresh() {
    return performance.now() - this.arrivedAt < QUIET_MS;
  }

  /** @param {string} step */
  #show(step) {
    clearTimeout(this.moving);
    if (this.step && step !== this.step) this.arrivedAt = performance.now();
    this.step = step;
    if (history.state?.step !== step) history.replaceState({ step }, "");
    for (const part of findAll("[data-step]", this.within)) part.hidden = part.dataset.step !== step;
    this.#count(RATINGS.indexOf(/** @type {any} */ (step)) + 1);
    find(`[data-step="${step}"] legend`, this.within).focus();
    scrollTo(0, 0);
    this.arrived(step);
  }

  /** @param {number} number of the question, or 0 */
  #count(number) {
    find("[data-count]", this.within).textContent = number ? `${number} of ${RATINGS.length}` : "";
    find(".ask__place", this.within).hidden = !number;
  }
}
