/** What counts as an answer: a tap on a row, Enter or Space. An arrow key only chooses. */

/**
 * Call back whenever somebody answers a question of this form.
 * @param {HTMLElement} form
 * @param {() => boolean} isTooSoon whether it may be the second half of a double tap
 * @param {() => void} answered
 */
export function whenAnswered(form, isTooSoon, answered) {
  let byArrow = false; // the one click that is no answer; a screen reader’s has neither pointer nor key
  for (const begins of ["keydown", "keyup", "pointerdown"]) form.addEventListener(begins, (event) => (byArrow = isArrow(event)));
  form.addEventListener("click", (event) => {
    if (!isAnswer(event.target) || byArrow) return;
    if (isTooSoon()) event.preventDefault();
    else answered();
  });
  form.addEventListener("keydown", (event) => isChoice(event) && answered());
}

/** While it is held. @param {any} event */
const isArrow = ({ type, key }) => type === "keydown" && key.startsWith("Arrow");

/** Choose what the key is on, if it is an answer. @param {KeyboardEvent} event */
function isChoice(event) {
  const row = /** @type {HTMLInputElement} */ (event.target);
  if (event.key === "Enter" && row.type === "checkbox") event.preventDefault(); // it would leave the page
  if (!isAnswer(row) || (event.key !== "Enter" && event.key !== " ")) return false;
  event.preventDefault();
  row.checked = true;
  row.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

/** @param {any} target */
const isAnswer = (target) => target?.type === "radio" && target.closest("[data-question]");
