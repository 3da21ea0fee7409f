/** Saying what was just done, with a way to take it back. */

import { find, on, show } from "./dom.js";
import { keepSending } from "./sending.js";

/** @type {(() => unknown) | null} */
let takesBack = null;

on("[data-undo]", () => takesBack?.());

/**
 * Say what was done with the record that is shown, and when it is taken back show it again.
 * @param {{ said: string, undo?: () => Promise<unknown> }} done @param {() => Promise<unknown>} draw
 */
export function sayOf({ said, undo }, draw, back = "It is back.") {
  const record = location.hash;
  say(said, undo && (() => takeBack(record, undo, draw, back)));
}

/** @param {string} record @param {() => Promise<unknown>} undo @param {() => Promise<unknown>} draw @param {string} back */
async function takeBack(record, undo, draw, back) {
  say("");
  await undo();
  say(back);
  if (location.hash === record) await draw();
  else location.hash = record;
  keepSending();
}

/** @param {string} words @param {(() => unknown) | null} [undo] */
export function say(words, undo = null) {
  takesBack = undo;
  show("undo", Boolean(undo));
  find("[data-said]").textContent = words;
}
