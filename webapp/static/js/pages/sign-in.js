import { paySignOut } from "../account.js";
import "../elements/sign-in-button.js";
import { start } from "../page.js";

start();
paySignOut();
addEventListener("online", paySignOut);
addEventListener("signed-in", (event) => {
  const { person } = /** @type {CustomEvent} */ (event).detail;
  location.replace(person.role === "therapist" ? wayBack() : "/");
});

/** Where a therapist wanted to go, if it is a page of the practice. */
function wayBack() {
  const next = new URLSearchParams(location.search).get("next") ?? "";
  return /^\/practice(\/[\w/-]*)?$/.test(next) ? next : "/practice";
}
