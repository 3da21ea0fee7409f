import { find, inTurn, lineTo, replaceIn, show } from "../dom.js";
import "../elements/one-talking-point.js";
import "../elements/put-right.js";
import { goesOn } from "../kinds.js";
import { openFor } from "../own-page.js";
import { inWords, isToTalkAbout } from "../repairs.js";
import { keepSending } from "../sending.js";
import { KIND } from "../talking-points.js";
import { lifted } from "../thumb.js";
import { say, sayOf } from "../undo.js";
import * as words from "../words.js";

/** @import { Draft, Standing } from "../types" */

/** @type {import("../journal.js").Journal | null} */
let journal = null;
let name = "";
let drawn = "";

const draw = inTurn(drawAll);

addEventListener("hashchange", () => draw(true));
addEventListener("did", did);
addEventListener("said", said);
addEventListener("answered", (event) => answered(/** @type {CustomEvent} */ (event).detail));
await openFor(open, draw);

/** @param {import("../journal.js").Journal} its @param {string} therapist */
function open(its, therapist) {
  [journal, name] = [its, therapist];
  return draw();
}

/** @param {boolean} moved whether a person has just gone from the list to one, or back */
async function drawAll(moved = false) {
  if (!journal) return;
  const record = location.hash.slice(1);
  const [all, drafts] = await Promise.all([journal.standing(KIND), journal.drafts.of(KIND)]);
  const points = all.filter(({ deleted }) => !deleted);
  const shown = points.find((point) => point.record === record);
  const is = JSON.stringify([record, points, shown ? [] : drafts, shown && (await journal.standing("acknowledgement"))]);
  if (!moved && is === drawn) return; // drawing again would take the focus away from under a thumb
  drawn = is;
  await lifted();
  show("list", !shown);
  show("one", Boolean(shown));
  if (shown) await find("one-talking-point").draw(journal, shown, name);
  else drawList(points.reverse(), drafts);
  if (moved) find(shown ? "one-talking-point h2" : "h1").focus();
}

/** @param {Standing[]} points the newest first @param {Draft<any>[]} drafts */
function drawList(points, drafts) {
  const open = points.filter(isToTalkAbout);
  const past = points.filter((point) => !isToTalkAbout(point));
  show("empty", !points.length && !drafts.length);
  show("past", past.length > 0);
  const begun = drafts.map((draft) => lineTo(goesOn(draft), "What you began", "Go on with it"));
  replaceIn(find("[data-open]"), ...begun, ...open.map(line));
  replaceIn(find("[data-past]"), ...past.map(line));
}

/** @param {Standing} standing */
function line(standing) {
  const { record, current, heads, deletions, state } = standing;
  const waits = state === "received" ? "" : words.inShort(state);
  const about = [waits, inWords(current.body.state, name), words.more(heads, deletions), words.whoInShort(standing, name)];
  return lineTo(`#${record}`, current.body.words || "Without words yet", about.filter(Boolean).join(" · "));
}

/** They talked about it, and are asked more: it stands in the story, and goes. */
async function said() {
  await draw();
  keepSending();
}

/** @param {{ answer: string }} about */
function answered({ answer }) {
  if (answer) return did({ detail: { said: "Kept. You can change it at any time." } });
  say("That is all right. It stays on your list.");
}

/** Something was done with the one that is shown: say so, let it be undone, and send it. @param {any} event */
async function did({ detail }) {
  sayOf(detail, draw);
  await said();
  if (find("one-talking-point").hidden) location.hash = ""; // it is deleted
}
