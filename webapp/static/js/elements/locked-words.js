/** Says below the way in that something waits here, locked: how much, and not a word of it. */

import { find } from "../dom.js";
import { lockedCount } from "../locked.js";
import * as words from "../words.js";

lockedCount().then((count) => count && find("sign-in-button").after(told(count)));

function told(/** @type {number} */ count) {
  const paragraph = document.createElement("p");
  paragraph.append(Object.assign(document.createElement("strong"), { textContent: words.locked(count) }), ` Nobody else can read ${count === 1 ? "it" : "them"}.`);
  return paragraph;
}
