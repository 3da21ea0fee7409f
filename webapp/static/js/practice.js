/** What every page of a therapist's begins with. */

import { signOut } from "./account.js";
import "./elements/step-up-form.js";
import { find, notCopied, on } from "./dom.js";
import { tendNotifications } from "./page.js";

on("[data-sign-out]", leave);
on("[data-copy]", copyLink);
on("[data-print]", () => print());
find("#zone")?.addEventListener("change", tellZone);
tellZone();
keepReloadHarmless();
tendNotifications();
if (find("stool-picture")) import("./elements/stool-and-path.js");

async function leave() {
  if (await signOut()) return location.replace("/sign-in");
  find("[data-still-here]").hidden = false;
}

async function copyLink() {
  find(".said").textContent = (await notCopied(find("#link").value)) || "Copied.";
}

/** What the fold over it says has to be so at once; also after a reload, when Firefox puts back what was chosen. */
function tellZone() {
  const zone = find("#zone");
  if (zone) find("[data-zone]").textContent = zone.value.replaceAll("_", " ");
}

/** What is shown once: reloading must not make another one and end this one. */
function keepReloadHarmless() {
  const address = find("[data-address]")?.dataset.address;
  if (address) history.replaceState({}, "", address);
}
