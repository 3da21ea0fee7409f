/** What every page of a therapist's begins with. */

import { signOut } from "./account.js";
import "./elements/step-up-form.js";
import { find, findAll, notCopied, on, whenShownAgain } from "./dom.js";
import { stop } from "./notifications.js";
import { leave, tendNotifications } from "./page.js";
import * as phone from "./phone.js";

const MOST_BYTES = 262_144; // as the server, in flask_config.py
const whose = phone.account();

on("[data-leave]", leave);
on("[data-sign-out]", goOut);
on("[data-copy]", copyLink);
on("[data-print]", () => print());
find("#zone")?.addEventListener("change", tellZone);
tellZone();
addEventListener("submit", keepWhatIsTooLong);
addEventListener("pageshow", (event) => /** @type {PageTransitionEvent} */ (event).persisted && showIfTheirs());
addEventListener("storage", (/** @type {StorageEvent} */ { key }) => key === "somebody" && lookAgain());
whenShownAgain(lookAgain);
keepReloadHarmless();
tendNotifications();
if (find("stool-picture")) import("./elements/stool-and-path.js");

async function goOut() {
  const [, heard] = await Promise.all([stop(), signOut()]); // in this order: who signs out is nobody
  if (heard) return location.replace("/sign-in");
  find("[data-still-here]").hidden = false;
}

async function copyLink() {
  find(".said").textContent = (await notCopied(find("#link").value)) || "Copied.";
}

/** So much the server turns away unread, and the answer would be a page without the words. @param {SubmitEvent} event */
function keepWhatIsTooLong(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.method !== "post" || String(new URLSearchParams(/** @type {any} */ (new FormData(form)))).length <= MOST_BYTES) return;
  event.preventDefault();
  const [longest] = findAll("textarea, input", form).sort((one, other) => other.value.length - one.value.length);
  longest.setCustomValidity("This is far too long to be sent. It is still here: please make it shorter.");
  longest.reportValidity();
  longest.addEventListener("input", () => longest.setCustomValidity(""), { once: true });
}

/** What the fold over it says has to be so at once; also after a reload, when Firefox puts back what was chosen. */
function tellZone() {
  const zone = find("#zone");
  if (zone) find("[data-zone]").textContent = zone.value.replaceAll("_", " ");
}

/** Some browsers put a page aside with all that is on it, though it is kept nowhere; whoever goes back to it may be somebody else by now, or nobody, or have left in a hurry. */
async function showIfTheirs() {
  document.body.hidden = true;
  if (!sessionStorage.getItem("left") && (await isTheirs())) document.body.hidden = false;
  else location.reload();
}

/**
 * Another tab may have signed out, of which the server may not have heard yet: it would show this page once more.
 * Where it was never known whose it is, nothing can have changed.
 */
async function lookAgain() {
  if ((await whose) && !isWriting() && !(await isTheirs())) location.replace(`/sign-in?next=${location.pathname}`);
}

/** What was typed or chosen here would go with the page; sent after she has signed in again, it is kept. */
const isWriting = () =>
  findAll("textarea, input").some(({ value, defaultValue, checked, defaultChecked }) => value !== defaultValue || checked !== defaultChecked) ||
  findAll("select").some(({ options, selectedIndex }) => selectedIndex !== Math.max(0, [...options].findIndex(({ defaultSelected }) => defaultSelected)));

async function isTheirs() {
  const [then, now] = await Promise.all([whose, phone.account()]);
  return now !== null && now.id === then?.id;
}

/** What is shown once: reloading must not make another one and end this one. */
function keepReloadHarmless() {
  const address = find("[data-address]")?.dataset.address;
  if (address) history.replaceState({}, "", address);
}
