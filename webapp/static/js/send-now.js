/** “Send now”: a tap on it is answered at once, and where nothing can go that is said too. */

import { find, goingOn, on, show, tellIn } from "./dom.js";
import { keepSending } from "./sending.js";
import { tried } from "./words.js";

on("[data-send]", sendNow);

async function sendNow() {
  say("Sending …");
  const { state } = await keepSending();
  say(tried(state));
}

/** @param {string} words */
const say = (words) => tellIn(find("[data-tried]"), words);

/** Offer it, or no longer: whoever was on it goes on from what became of it. @param {boolean} is */
export function offerToSend(is) {
  goingOn(find("[data-send]"), find("[data-state]"), () => show("waits", is));
  if (!is) say("");
}
