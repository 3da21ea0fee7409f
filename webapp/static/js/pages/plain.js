import { find, takesFocus } from "../dom.js";
import { start } from "../page.js";

start();
addEventListener("hashchange", arrive);
if (location.hash) arrive();

/** A piece of Learn is heard from its title on, and not from the way back above it. */
function arrive() {
  takesFocus(find(".piece:target h2") ?? find("h1"));
}
