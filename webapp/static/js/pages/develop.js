import { bySetting, followed, moments, ofPath, ofStool, row, settings, tenth } from "../development.js";
import { copyOf, find, findAll, inTurn, sendsNothing, show, turn, wording } from "../dom.js";
import "../elements/stool-and-path.js";
import { openFor } from "../own-page.js";

/** @import { Session } from "../types" */
/** @import { All } from "../development.js" */

const MOST = 60; // stones: more would not be seen
const words = wording("reasons");
/** @type {import("../journal.js").Journal | null} */
let journal = null;
let drawn = "";

const draw = inTurn(drawAll);

sendsNothing(find("form[data-when=several]"));
await openFor(open, draw);

/** @param {import("../journal.js").Journal} its */
function open(its) {
  journal = its;
  return draw();
}

async function drawAll() {
  if (!journal) return;
  const all = followed(await journal.standing("check_in"), await journal.standing("talking_point"));
  const { sessions } = all;
  if (drawn === (drawn = JSON.stringify(all))) return; // what is open stays open
  show("none", !sessions.length);
  show("some", sessions.length > 0);
  show("several", Object.keys(bySetting(sessions)).length > 1);
  if (!sessions.length) return find("stool-picture").draw([], "A stool", "It has no rings yet.");
  await drawChoice(all);
  tell("settings", settings(sessions, words));
}

/** @param {Session[]} sessions */
function drawStool(sessions) {
  const { rings, stands, say } = ofStool(sessions, words);
  find("stool-picture").draw(sessions, "A stool with three legs: bond, goals and how you work.", [rings, ...stands].join(" "));
  tell("stool", [rings, ...stands]);
  show("say", Boolean(say));
  find("[data-say]").textContent = `“${say}”`;
  const { legs } = sessions[sessions.length - 1];
  for (const cell of findAll("[data-leg]")) cell.textContent = tenth(legs[cell.dataset.leg]);
}

/** Every setting that there is, and the pictures of the one that is chosen. @param {All} all */
function drawChoice(all) {
  const there = bySetting(all.sessions);
  const rows = findAll("[name=setting]");
  for (const row of rows) {
    row.closest("label").hidden = row.value && !there[row.value];
    row.onchange = () => drawPictures(there[row.value] ?? all.sessions, all);
  }
  const chosen = rows.find(({ checked }) => checked) ?? rows[0];
  chosen.checked = true;
  return chosen.onchange();
}

/** @param {Session[]} sessions @param {All} all */
async function drawPictures(sessions, all) {
  await turn();
  drawStool(sessions);
  await turn();
  drawPath(sessions, all);
}

/** @param {Session[]} sessions @param {All} all */
function drawPath(sessions, all) {
  const shown = sessions.slice(-MOST);
  const lines = ofPath(shown, words);
  if (sessions.length > MOST) lines.unshift(`The newest ${MOST} are shown.`);
  find("path-picture").draw(shown, "A path over hills, with a stone for each check-in.", lines.join(" "));
  tell("path", lines);
  find("[data-moments]").replaceChildren(...moments(shown, all, words).map(moment));
  find("[data-table]").replaceChildren(...shown.map(line).reverse());
}

/** @param {ReturnType<typeof moments>[number]} about */
function moment({ record, title, is, lines, numbers, way }) {
  const copy = copyOf("moment");
  find("[data-is]", copy).textContent = is;
  find("[data-title]", copy).textContent = title;
  tell("lines", lines, copy);
  find("[data-numbers]", copy).textContent = numbers;
  find("[data-look]", copy).href = `/check-ins#${record}`;
  show("way", Boolean(way), copy);
  Object.assign(find("[data-way]", copy), way);
  const id = (find("[data-title]", copy).id = `title-${record}`);
  for (const link of findAll("a", copy)) link.setAttribute("aria-describedby", id); // several sound alike
  return copy;
}

/** @param {Session} session */
function line(session) {
  const line = find("tr", copyOf("line"));
  const cells = findAll("span, td", line);
  for (const [at, text] of row(session, words).entries()) cells[at].textContent = text;
  return line;
}

/** Sentences, each a paragraph. @param {string} where @param {string[]} texts @param {ParentNode} within */
function tell(where, texts, within = document) {
  const told = texts.map((text) => Object.assign(document.createElement("p"), { textContent: text }));
  find(`[data-tell="${where}"]`, within).replaceChildren(...told);
}
