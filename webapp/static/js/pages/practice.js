import { lock } from "../account.js";
import "../elements/step-up-form.js";
import { post } from "../http.js";
import { find, on } from "../dom.js";

on("[data-sign-out]", signOut);
on("[data-copy]", copyLink);
keepReloadHarmless();

async function signOut() {
  await post("/logout", {});
  await lock();
  location.replace("/sign-in");
}

async function copyLink() {
  await navigator.clipboard.writeText(find("#link").value);
  find(".said").textContent = "Copied.";
}

/** The link is shown once: reloading must not make another one and end this one. */
function keepReloadHarmless() {
  const address = find("#link")?.dataset.address;
  if (address) history.replaceState({}, "", address);
}
