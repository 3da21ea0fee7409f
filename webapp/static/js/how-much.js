/** How much more a field takes, said beside it while somebody writes. Nothing is cut: what is too long
 * stays in the field and in the draft, and can be kept once it is shorter. */

import { find, findAll, show } from "./dom.js";
import { MOST_WORDS } from "./said.js";
import { left, leftInWords } from "./words.js";

/** Say it for each field of a form. @param {HTMLElement} form */
export function drawLeft(form) {
  const isTooLong = Math.min(...findAll("textarea", form).map((field) => leftIn(field, form))) < 0;
  for (const button of findAll("[data-keep]", form)) button.disabled = isTooLong;
  show("too-long", isTooLong, form);
}

/** @param {HTMLTextAreaElement} field @param {HTMLElement} form */
function leftIn({ name, value, dataset }, form) {
  const more = left(value, Number(dataset.most ?? MOST_WORDS));
  find(`#${name}-left`, form).textContent = leftInWords(more);
  return more;
}
