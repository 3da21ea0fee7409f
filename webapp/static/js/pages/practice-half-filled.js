import { find, show } from "../dom.js";
import "../elements/sign-in-button.js";

const form = find("[data-half-filled]");

addEventListener("signed-in", (event) => {
  const { person } = /** @type {CustomEvent} */ (event).detail;
  const isTheirs = person.id === form.dataset.whose;
  show("somebody-else", !isTheirs);
  if (isTheirs) form.submit();
});
