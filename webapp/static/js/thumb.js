/** Whether a finger is on the page: what is drawn anew under it would swallow its tap. */

const ENDS = ["pointerup", "pointercancel"];
/** @type {Promise<void> | undefined} */
let pressing;

addEventListener("pointerdown", () => { pressing = press(); }, { capture: true });

/** Fulfils at once, or when the finger has gone and its tap has been heard. */
export async function lifted() {
  await pressing;
}

/** @returns {Promise<void>} */
const press = () => new Promise((over) => {
  const heard = () => requestAnimationFrame(() => requestAnimationFrame(() => over()));
  for (const end of ENDS) addEventListener(end, heard, { once: true });
});
