/** Small words for finding, showing and filling the parts of a page. */

/** @param {string} selector @param {ParentNode} within @returns {any} */
export const find = (selector, within = document) => within.querySelector(selector);

/** @param {string} selector @param {ParentNode} within @returns {any[]} */
export const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

/** Show the parts marked with `data-when="…"`, or hide them. @param {string} when @param {boolean} is */
export function show(when, is = true, within = /** @type {ParentNode} */ (document)) {
  for (const part of findAll(`[data-when="${when}"]`, within)) part.hidden = !is;
}

/** What somebody came to change was deleted meanwhile, or is there. @param {boolean} is */
export function drawGone(is) {
  show("gone", is);
  if (is) find("[data-when=gone] h2").focus();
}

/** Fulfils after everything that a first visit shows; a module that waited for another may come after it. */
export const loaded = async () => document.readyState === "complete" || new Promise((resolve) => addEventListener("load", resolve, { once: true }));

/** Fulfils once what was drawn can be seen; soon anyway where nobody looks. */
export const seen = () => new Promise((is) => {
  requestAnimationFrame(() => setTimeout(is));
  setTimeout(is, 200);
});

/** The page stands as it will. What was still to move, nobody saw. */
export const reveal = () => delete document.documentElement.dataset.filling;

/** Long work goes on after this, and a tap comes before it. */
export const turn = () => new Promise((is) => setTimeout(is));

/**
 * Say how something stands, with a tick once it is received. Only what is another than before: it is read aloud.
 * @param {HTMLElement} part @param {string} state @param {string} said
 */
export function drawState(part, state, said) {
  if (part.textContent?.trim() !== said) part.replaceChildren(...(state === "received" ? [copyOf("tick")] : []), said);
}

/** A line of a list that leads to something, and is known by that when the list is drawn anew. @param {string} address @param {string} title @param {string} about */
export function lineTo(address, title, about) {
  const copy = copyOf("line");
  Object.assign(find("a", copy), { href: address }).dataset.leads = address;
  find("strong", copy).textContent = title;
  find("span", copy).textContent = about;
  return copy;
}

/** A fresh copy of a template. @param {string} id @returns {DocumentFragment} */
export const copyOf = (id) => find(`#${id}`).content.cloneNode(true);

/**
 * Put these in place of what is in a part. What was unfolded there stays so. Whoever was on a control there goes on from the one that
 * stands for it now, or from the heading; else they would be back at the top of the page.
 * @param {HTMLElement} within @param {...Node} parts
 */
export function replaceIn(within, ...parts) {
  const held = within.contains(document.activeElement) && /** @type {HTMLElement} */ (document.activeElement);
  const unfolded = new Set(findAll("details[open]", within).map(nameOf));
  within.replaceChildren(...parts);
  for (const fold of findAll("details", within)) fold.open ||= unfolded.has(nameOf(fold));
  if (held) [...standsFor(held, within), ...findAll("h2", within.closest("section") ?? within)].some(takesFocus);
}

/** In a list, of the same item. @param {HTMLElement} fold */
const nameOf = (fold) => `${fold.closest("[data-item]")?.getAttribute("data-item")} ${find("summary", fold).textContent}`;

/** In a list, within the same item. @param {HTMLElement} held @param {HTMLElement} within */
function standsFor(held, within) {
  const item = held.closest("[data-item]");
  const there = item ? find(`[data-item="${item.getAttribute("data-item")}"]`, within) : within;
  if (!there) return [];
  const marks = [...held.attributes].filter(({ name }) => name.startsWith("data-") && name !== "data-when");
  const same = marks.map(({ name, value }) => `[${name}="${CSS.escape(value)}"]`).join("");
  const folds = findAll("summary", there).filter(({ textContent }) => held.matches("summary") && textContent === held.textContent);
  return [...(same ? findAll(same, there) : []), ...folds, ...findAll("h2, h3, summary", there)];
}

/** What is hidden takes none. @param {HTMLElement} control */
export function takesFocus(control) {
  control.focus({ preventScroll: true });
  return document.activeElement === control;
}

/** Whoever was on a control that is hidden by this drawing goes on from a part. @param {HTMLElement} control @param {HTMLElement} part @param {() => void} draw */
export function goingOn(control, part, draw) {
  const isOn = document.activeElement === control;
  draw();
  if (isOn && control.closest("[hidden]")) takesFocus(part);
}

/** Say this in a part that is read aloud, unless it says so already. @param {HTMLElement} part @param {string} words */
export function tellIn(part, words) {
  if (part.textContent !== words) part.textContent = words;
}

/** Say what was done. Where no bar keeps it in sight, the page goes there. @param {string} words */
export function tell(words) {
  const said = find("[data-said]");
  said.textContent = words;
  if (words && said.getBoundingClientRect().bottom < 0) said.scrollIntoView({ block: "center" });
}

/** Says what to do where the browser lets nothing be copied; else nothing. @param {string} text @param {string} [instead] */
export async function notCopied(text, instead = "You can select it, or write it down.") {
  try {
    await navigator.clipboard.writeText(text);
    return "";
  } catch { // refused, or there is none, as inside another app
    return `It could not be copied. ${instead}`;
  }
}

/** Call back on a tap. @param {string} selector @param {(event: Event) => unknown} act */
export function on(selector, act, within = /** @type {ParentNode} */ (document)) {
  for (const element of findAll(selector, within)) element.addEventListener("click", act);
}

/** Ask in a dialog. Fulfils with the value of what was tapped. @param {HTMLDialogElement} dialog */
export async function answerIn(dialog) {
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  return dialog.returnValue;
}

/** Enter in a form whose page does all that is to be done leads nowhere. @param {HTMLFormElement} form */
export const sendsNothing = (form) => form.addEventListener("submit", (event) => event.preventDefault());

/** Call back whenever the page is looked at again. What a browser had put aside whole is loaded anew by page.js. @param {() => unknown} act */
export const whenShownAgain = (act) => document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && act());

/**
 * Each call begins when the one before has ended: an older drawing never covers a newer one.
 * @template {unknown[]} A @template T @param {(...of: A) => T | Promise<T>} work
 */
export function inTurn(work) {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return (/** @type {A} */ ...of) => {
    const next = last.then(() => work(...of));
    last = next.catch(() => {});
    return next;
  };
}

/** Words that a template holds for scripts, by group and key. @param {string} id @returns {any} */
export function wording(id) {
  /** @type {Record<string, Record<string, string>>} */
  const found = {};
  for (const { dataset, textContent } of findAll("[data-in]", find(`#${id}`).content)) (found[dataset.in] ??= {})[dataset.key] = textContent;
  return found;
}
