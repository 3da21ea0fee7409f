/** Of a check-in and of a talking point alike: what can be done where there are several versions of it, where it
 * was deleted too, or refused. */

/** @import { Standing } from "./types" */

import { find, findAll, show } from "./dom.js";
import { MOST_WORDS } from "./said.js";
import { isShared } from "./standing.js";
import { left, why } from "./words.js";

/** @param {ParentNode} copy @param {Standing} standing @param {string} together the words of all versions @param {string} name the therapist's */
export function drawVersions(copy, { heads, deletions, state }, together, name) {
  show("several", heads.length > 1, copy);
  show("deleted-too", heads.length === 1 && deletions.length > 0, copy);
  show("refused", state === "refused", copy);
  find("[data-why]", copy).textContent = why(heads.find(({ code }) => code)?.code ?? "");
  offerToJoin(copy, heads.length, together);
  const share = isShared(heads) ? `Stop sharing with ${name}` : `Share with ${name}`;
  for (const button of findAll("[data-share]", copy)) button.textContent = share;
}

/** By a tap, or by hand where they are too long for one. @param {ParentNode} copy @param {number} count @param {string} together */
function offerToJoin(copy, count, together) {
  const tooMany = -left(together, MOST_WORDS);
  show("joinable", tooMany <= 0, copy);
  show("too-long", tooMany > 0, copy);
  find("[data-too-many]", copy).textContent = tooMany;
  if (count > 2) find("[data-join]", copy).textContent = "Keep all as one";
}
