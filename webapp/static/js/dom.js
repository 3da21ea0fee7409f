/** Small words for finding, showing and filling the parts of a page. */

/** @param {string} selector @param {ParentNode} within @returns {any} */
export const find = (selector, within = document) => within.querySelector(selector);

/** @param {string} selector @param {ParentNode} within @returns {any[]} */
export const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

/** Show the parts marked with `data-when="…"`, or hide them. @param {string} when @param {boolean} is */
export function show(when, is = true, within = /** @type {ParentNode} */ (document)) {
  for (const part of findAll(`[data-when="${when}"]`, within)) part.hidden = !is;
}

/** A fresh copy of a template. @param {string} id @returns {DocumentFragment} */
export const copyOf = (id) => find(`#${id}`).content.cloneNode(true);

/** Call back on a tap. @param {string} selector @param {(event: Event) => unknown} act */
export function on(selector, act, within = /** @type {ParentNode} */ (document)) {
  for (const element of findAll(selector, within)) element.addEventListener("click", act);
}
