/** Saying what was just done, with a way to take it back. */

import { find, on, show } from "./dom.js";

/** @type {(() => unknown) | null} */
let takesBack = null;

on("[data-undo]", () => takesBack?.());

/** @param {string} words @param {(() => unknown) | null} [undo] */
export function say(words, undo = null) {
  takesBack = undo;
  show("undo", Boolean(undo));
  find("[data-said]").textContent = words;
}
