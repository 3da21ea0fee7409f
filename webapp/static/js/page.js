/** What every page of a client's phone does, and small words for filling it. */

import { post } from "./http.js";
import * as phone from "./phone.js";
import { install } from "./updates.js";

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

/** Fulfils once this page has been put right for its person. */
export function start() {
  find("[data-bright]")?.addEventListener("click", toggleBright);
  markBright();
  on("[data-leave]", leave);
  install();
  paySignOut();
}

/** Away at once, and not one step back. @param {Event} event */
function leave(event) {
  event.preventDefault();
  location.replace("/away");
}

function toggleBright() {
  const is = document.documentElement.dataset.look === "bright";
  document.documentElement.dataset.look = is ? "" : "bright";
  localStorage.setItem("look", is ? "" : "bright");
  markBright();
}

function markBright() {
  const is = document.documentElement.dataset.look === "bright";
  find("[data-bright]")?.setAttribute("aria-pressed", String(is));
}

/** Somebody signed out without signal: tell the server now. */
async function paySignOut() {
  if (!(await phone.signOutIsOwed())) return;
  const { status } = await post("/logout", {});
  if (status === 204) await phone.owesSignOut(false);
}
