import { readings } from "../check-ins.js";
import { find, inTurn, lineTo, on, replaceIn, show } from "../dom.js";
import "../elements/one-check-in.js";
import "../elements/stop-check-ins.js";
import { openFor } from "../own-page.js";
import { keepSending } from "../sending.js";
import { lifted } from "../thumb.js";
import { sayOf } from "../undo.js";
import * as words from "../words.js";

/** @import { Standing } from "../types" */

const A_PAGE = 30;
/** @type {import("../journal.js").Journal | null} */
let journal = null;
let name = "";
let drawn = "";
let most = A_PAGE;

const draw = inTurn(drawAll);

addEventListener("hashchange", () => draw(true));
addEventListener("did", did);
on("[data-earlier]", showEarlier);
await openFor(open, draw);

/** @param {import("../journal.js").Journal} its @param {string} therapist */
function open(its, therapist) {
  [journal, name] = [its, therapist];
  return Promise.all([draw(), find("stop-check-ins").tell(its)]);
}

/** @param {boolean} moved whether a person has just gone from the list to one, or back */
async function drawAll(moved = false) {
  if (!journal) return;
  const record = location.hash.slice(1);
  const standing = record ? await journal.record(record) : undefined;
  const shown = standing && !standing.deleted ? standing : undefined;
  const list = shown ? null : await journal.newest("check_in", most);
  const points = shown ? await journal.standing("talking_point") : [];
  if (!moved && !isNews([list, shown, points, shown && (await readings(journal))])) return;
  await lifted();
  show("list", !shown);
  show("one", Boolean(shown));
  if (shown) await find("one-check-in").draw(journal, shown, name, points);
  if (list) drawList(list);
  if (moved) find(shown ? "one-check-in h2" : "h1").focus();
}

/** Drawing again what is there already would take the focus away from under a thumb. @param {unknown} seen */
function isNews(seen) {
  const before = drawn;
  drawn = JSON.stringify(seen, (_, value) => (value instanceof Map ? [...value] : value));
  return drawn !== before;
}

/** @param {{ standings: Standing[], more: boolean }} list */
function drawList({ standings, more }) {
  show("empty", standings.length === 0);
  show("earlier", more);
  replaceIn(find("[data-list]"), ...standings.map(line));
}

/** @param {Standing} standing */
function line(standing) {
  const { record, current, heads, deletions, state } = standing;
  const { happened_at, felt_off } = current.body;
  const about = [words.inShort(state), words.more(heads, deletions), words.whoInShort(standing, name), felt_off ? "something felt off" : ""];
  return lineTo(`#${record}`, words.day(happened_at), about.filter(Boolean).join(" · "));
}

async function showEarlier() {
  const { length } = find("[data-list]").children;
  most += A_PAGE;
  await draw();
  find("[data-list]").children[length]?.querySelector("a").focus();
}

/** Something was done with the one that is shown: say so, let it be undone, and send it. @param {any} event */
async function did({ detail }) {
  sayOf(detail, draw);
  await draw();
  if (find("one-check-in").hidden) location.hash = ""; // it is deleted
  keepSending();
}
