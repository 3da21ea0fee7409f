/** What counts as an answer: a tap on a row, Enter or Space. An arrow key only chooses. */

const CLICK_MS = 700; // a click follows its tap within this; one without a tap is an arrow key's

/**
 * Call back whenever somebody answers a question of this form.
 * @param {HTMLElement} form
 * @param {() => boolean} isTooSoon whether it may be the second half of a double tap
 * @param {() => void} answered
 */
export function whenAnswered(form, isTooSoon, answered) {
  let tappedAt = -Infinity;
  form.addEventListener("pointerup", () => (tappedAt = performance.now()));
  form.addEventListener("click", (event) => {
    const byHand = event.detail > 0 || performance.now() - tappedAt < CLICK_MS;
    if (!isAnswer(event.target) || !byHand) return;
    if (isTooSoon()) event.preventDefault();
    else answered();
  });
  form.addEventListener("keydown", (event) => isChoice(event) && answered());
}

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
