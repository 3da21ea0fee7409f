/** The tips for one setting: the practice's word on each, those first that may help most, ticks. */

/** @import { RatingKey, Tip } from "../types" */
/** @typedef {{ words: Map<string, Tip>, own: { id: string, body: Tip }[] }} Said by the practice */

import { copyOf, find, findAll } from "../dom.js";
import { ordered } from "../tips.js";

const FEW = 5;

class TipList extends HTMLElement {
  builtIn = findAll("li", this).map((li) => ({ id: li.id, li, helps: li.dataset.helps.split(" "), ...texts(li) }));

  /** Ids of what is built in, the practice's word aside. */
  get ids() {
    return this.builtIn.map(({ id }) => id);
  }

  /** @param {Said} said @param {RatingKey[]} keys what was not easy @param {string[]} ticked */
  draw({ words, own }, keys, ticked) {
    const built = this.builtIn.filter(({ id }) => words.get(id)?.state !== "off");
    for (const { id, li, title, text } of built) reword(li, words.get(id) ?? { title, text });
    const added = own.filter(({ body }) => body.setting === this.dataset.of).map(({ id, body }) => ({ li: li(id, body), helps: [] }));
    this.#place(ordered([...added, ...built], keys).map(({ li }) => li), ticked);
  }

  /** @param {HTMLElement[]} tips @param {string[]} ticked */
  #place(tips, ticked) {
    const [few, more] = findAll("ul", this);
    for (const tip of tips) tickOff(tip, ticked.includes(tip.id));
    few.replaceChildren(...tips.slice(0, FEW));
    more.replaceChildren(...tips.slice(FEW));
    find("[data-count]", this).textContent = tips.length - FEW;
    find("details", this).hidden = tips.length <= FEW;
  }
}

/** @param {HTMLElement} li */
const texts = (li) => ({ title: find("h3", li).textContent, text: find("h3 + p", li).textContent });

/** @param {HTMLElement} li @param {{ title: string, text: string }} words */
function reword(li, { title, text }) {
  find("h3", li).textContent = title;
  find("h3 + p", li).textContent = text;
}

/** @param {string} id @param {Tip} body */
function li(id, body) {
  const tip = find("li", copyOf("tip"));
  tip.id = id;
  reword(tip, body);
  return tip;
}

/** @param {HTMLElement} tip @param {boolean} is */
function tickOff(tip, is) {
  if (!find("label", tip)) tip.prepend(copyOf("tick-off"));
  const box = find("input", tip);
  Object.assign(box, { value: tip.id, checked: is, ariaLabel: `Done: ${find("h3", tip).textContent}` });
}

customElements.define("tip-list", TipList);
