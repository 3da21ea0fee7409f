import { paySignOut } from "../account.js";
import { find, show } from "../dom.js";
import "../elements/locked-words.js";
import "../elements/sign-in-button.js";
import { start } from "../page.js";

start();
tellWhatWas();
addEventListener("hashchange", tellWhatWas);
addEventListener("online", payWhatIsOwed);
addEventListener("signed-in", (event) => {
  const { person } = /** @type {CustomEvent} */ (event).detail;
  location.replace(person.role === "therapist" ? wayBack() : "/");
});

payWhatIsOwed();

/** What brought somebody here: they signed out, or signed in where their words stay locked for now. */
async function tellWhatWas() {
  show("signed-out", location.hash === "#signed-out");
  show("still-locked", location.hash === "#still-locked");
  if (location.hash !== "#still-locked") return;
  await import("../elements/let-in-again.js");
  await find("let-in-again").draw();
}

/** Where a therapist wanted to go, if it is a page of the practice. */
function wayBack() {
  const next = new URLSearchParams(location.search).get("next") ?? "";
  return /^\/practice(\/[\w/-]*)?$/.test(next) ? next : "/practice";
}

/** Whether the server has heard of a sign-out. */
async function payWhatIsOwed() {
  show("owed", !(await paySignOut()));
}
