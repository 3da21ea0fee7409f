import { paySignOut } from "../account.js";
import { show } from "../dom.js";
import "../elements/locked-words.js";
import "../elements/sign-in-button.js";
import { start } from "../page.js";

start();
show("signed-out", location.hash === "#signed-out");
addEventListener("online", payWhatIsOwed);
addEventListener("signed-in", (event) => {
  const { person } = /** @type {CustomEvent} */ (event).detail;
  location.replace(person.role === "therapist" ? wayBack() : "/");
});

payWhatIsOwed();

/** Where a therapist wanted to go, if it is a page of the practice. */
function wayBack() {
  const next = new URLSearchParams(location.search).get("next") ?? "";
  return /^\/practice(\/[\w/-]*)?$/.test(next) ? next : "/practice";
}

/** Whether the server has heard of a sign-out. */
async function payWhatIsOwed() {
  show("owed", !(await paySignOut()));
}
