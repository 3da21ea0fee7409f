/** Saying what was just done, with a way to take it back. */

import { find, on, show, tell } from "./dom.js";
import { keepSending } from "./sending.js";
import { full } from "./words.js";

/** @type {(() => unknown) | null} */
let takesBack = null;

on("[data-undo]", () => takesBack?.());

/**
 * Something was done in this part of a page, which says so, offers to undo it, and sends.
 * @param {HTMLElement} part @param {string} said @param {() => Promise<unknown>} [undo] @param {string} [to] where to go on
 */
export const did = (part, said, undo, to) => part.dispatchEvent(new CustomEvent("did", { detail: { said, undo, to }, bubbles: true }));

/** What was done about who sees it; when that counts, its state says. @param {boolean} shared @param {string} name the therapist's */
export const sharing = (shared, name) => (shared ? `You share it with ${name} now.` : "You do not share it any more.");

/**
 * Say what was done with the record that is shown, and when it is taken back show it again.
 * @param {{ said: string, undo?: () => Promise<unknown> }} done @param {() => Promise<unknown>} draw
 */
export function sayOf({ said, undo }, draw, back = "It is back.") {
  const record = location.hash;
  say(said, undo && (() => takeBack(record, undo, draw, back)));
}

/** @param {string} record @param {() => Promise<unknown>} undo @param {() => Promise<unknown>} draw @param {string} back @returns {Promise<void>} */
async function takeBack(record, undo, draw, back) {
  say("");
  const isFull = await undo().then(() => false, () => true);
  say(isFull ? full() : back, isFull ? () => takeBack(record, undo, draw, back) : null);
  find("[data-said]").focus(); // the button that was tapped has gone
  if (isFull) return;
  if (location.hash === record) await draw();
  else location.hash = record;
  keepSending();
}

/** @param {string} words @param {(() => unknown) | null} [undo] */
export function say(words, undo = null) {
  takesBack = undo;
  show("undo", Boolean(undo));
  tell(words);
}
