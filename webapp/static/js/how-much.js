/** How much more a field takes, said beside it while somebody writes. Nothing is cut: what is too long
 * stays in the field and in the draft, and can be kept once it is shorter. */

import { find, findAll, show, tellIn } from "./dom.js";
import { MOST_WORDS } from "./said.js";
import { left, leftInWords } from "./words.js";

const PAUSE_MS = 1000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pausing;

/** For each field of a form. @param {HTMLElement} form */
export function drawLeft(form) {
  const fields = findAll("textarea", form).map((field) => ({ part: find(`#${field.name}-left`, form), more: leftIn(field) }));
  const isTooLong = Math.min(...fields.map(({ more }) => more)) < 0;
  for (const button of findAll("[data-keep]", form)) button.disabled = isTooLong;
  show("too-long", isTooLong, form);
  tellAtAPause(fields.map(({ part, more }) => ({ part, words: leftInWords(more) })));
}

/**
 * It is read aloud, and not after each key. A line that comes or goes does so at once: later, it would move the buttons
 * below it under a thumb that is on its way there. @param {{ part: HTMLElement, words: string }[]} lines
 */
function tellAtAPause(lines) {
  const tell = () => lines.forEach(({ part, words }) => tellIn(part, words));
  clearTimeout(pausing);
  if (lines.some(({ part, words }) => !part.textContent !== !words)) tell();
  else pausing = setTimeout(tell, PAUSE_MS);
}

/** @param {HTMLTextAreaElement} field */
const leftIn = ({ value, dataset }) => left(value, Number(dataset.most ?? MOST_WORDS));
