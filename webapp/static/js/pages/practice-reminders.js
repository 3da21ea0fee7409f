import { tried } from "../deeds.js";
import { find, on, reveal } from "../dom.js";
import { demand } from "../http.js";
import { evenIfLapsed } from "../lapsed.js";
import * as notifications from "../notifications.js";
import { oneAtATime, refusal } from "../passkeys.js";
import { install } from "../updates.js";
import "../practice.js";

const REFUSED = {
  no_way: "There is no way yet by which it could come. Please choose one above.",
  too_many: "That is enough for today.",
};

on("[data-allow]", oneAtATime(allow));
on("[data-stop]", stop);
on("[data-test]", oneAtATime(test));
install();
await draw();
reveal();

async function draw() {
  if (!notifications.arePossible()) return;
  const are = await notifications.areOn();
  find("[data-allow]").hidden = are || notifications.areDenied();
  find("[data-stop]").hidden = !are;
  if (notifications.areDenied()) return say("This browser does not let Footing notify you. Its settings can change that.");
  say(are ? "This device notifies you." : "This device does not notify you.");
}

async function allow() {
  const refused = await evenIfLapsed(notifications.allow);
  await draw();
  if (refused && refused !== "denied") say(refusal(refused, "This device does not notify you yet. Please try again."));
}

async function stop() {
  await notifications.stop();
  await draw();
}

async function test() {
  await tried(() => demand("/reminders/test", {}), "A test is on its way. It comes within a minute.", REFUSED);
}

/** @param {string} words */
function say(words) {
  find("[data-state]").textContent = words;
}
