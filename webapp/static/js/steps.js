/** Moving through a form: one question a screen, each a step in the history, so that the phone's own
 * back works. Each step knows how many of the same form lie behind it in the history: for a draft
 * that was left there are none, whichever step it begins at. */

import { find, findAll, on } from "./dom.js";

const TAP_MS = 140; // the row fills before the next question comes
const QUIET_MS = 220; // the second half of a double tap must not answer the next question

export class Steps {
  step = "";
  isOver = false;
  arrivedAt = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ moving;

  /**
   * @param {HTMLElement} within where the steps are @param {(step: string) => void} arrived called at each
   * @param {readonly string[]} order @param {readonly string[]} counted those that are told as “1 of 7”
   */
  constructor(within, arrived, order, counted = []) {
    this.within = within;
    this.arrived = arrived;
    this.order = order;
    this.counted = counted;
  }

  /** @param {string} step the first to show */
  begin(step) {
    history.scrollRestoration = "manual"; // a question, and the thanks, begin at the top
    addEventListener("popstate", () => this.isOver || this.#show(history.state?.step ?? this.step));
    on("[data-back]", () => this.#back(), this.within);
    this.#show(step);
  }

  /** @param {string} step */
  visit(step) {
    history.pushState({ step, behind: this.#behind + 1 }, "");
    this.#show(step);
  }

  next() {
    this.visit(this.order[this.order.indexOf(this.step) + 1]);
  }

  /** It was kept: none of its steps lies behind what comes now. Whoever has the page loaded again finds
   * it by its address. @param {string} address */
  end(address) {
    this.isOver = true;
    const arrive = () => history.replaceState(null, "", address);
    if (!this.#behind) return arrive();
    addEventListener("popstate", arrive, { once: true });
    history.go(-this.#behind);
  }

  get #behind() {
    return history.state?.behind ?? 0;
  }

  /** To where somebody came from; else to the question before, and from the first to Today. */
  #back() {
    const before = this.step !== this.counted[0] && this.order[this.order.indexOf(this.step) - 1];
    if (this.#behind) history.back();
    else if (before) this.#show(before);
    else location.replace("/");
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
    if (history.state?.step !== step) history.replaceState({ step, behind: this.#behind }, "");
    for (const part of findAll("[data-step]", this.within)) part.hidden = part.dataset.step !== step;
    if (this.counted.length) this.#count(this.counted.indexOf(step) + 1);
    find(`[data-step="${step}"]`, this.within).focus(); // and not its legend: that is heard twice, with the group and by itself
    scrollTo(0, 0);
    this.arrived(step);
  }

  /** @param {number} number of the question, or 0 */
  #count(number) {
    find("[data-count]", this.within).textContent = number ? `${number} of ${this.counted.length}` : "";
    find(".ask__place", this.within).hidden = !number;
  }
}
