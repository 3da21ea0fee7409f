import { AGREED_ON, newest } from "../agreements.js";
import { find, findAll, inTurn, lineTo, replaceIn, show } from "../dom.js";
import "../elements/matter-form.js";
import "../elements/one-matter.js";
import { formerNames } from "../former.js";
import { quoted, state } from "../matter-words.js";
import { openFor } from "../own-page.js";
import { keepSending } from "../sending.js";
import { lifted } from "../thumb.js";
import { progress, standing } from "../together.js";
import { say, sayOf } from "../undo.js";

/** @import { Matter, Revision } from "../types" */

const WRITTEN = [...AGREED_ON, "agreement", "progress"];
/** @type {import("../journal.js").Journal | null} */
let journal = null;
let name = "";
/** @type {Record<string, string>} */
let former = {};
let drawn = "";
let justDid = false;

const draw = inTurn(drawAll);

addEventListener("hashchange", moved);
addEventListener("did", did);
await openFor(open, draw);

/** @param {import("../journal.js").Journal} its @param {string} therapist */
async function open(its, therapist) {
  [journal, name] = [its, therapist];
  former = await formerNames(its);
  return draw(Boolean(location.hash));
}

/** Who said something for the other side: somebody who handed this client over, maybe. What nobody has said yet is for who is here. @param {Revision} [said] */
function nameOf(said) {
  return former[said?.author ?? ""] ?? name;
}

/** @param {Matter} [matter] */
function whoOf(matter) {
  return nameOf(matter && quoted(matter));
}

/** What was said of something done stays until the next step. */
async function moved() {
  if (!justDid) say("");
  justDid = false;
  await find("matter-form").read();
  await draw(true);
}

/** @param {boolean} moved whether a person has just gone somewhere on this page */
async function drawAll(moved = false) {
  if (!journal) return;
  const address = location.hash.slice(1);
  const [matters, going, drafts] = await Promise.all([standing(journal), progress(journal), journal.drafts.all()]);
  const { id, act, matter, shown } = placeOf(address, matters, drafts);
  const seen = JSON.stringify([matters, going, act ? [] : drafts]);
  if (!moved && (act || seen === drawn)) return; // it would take the focus away from under a thumb
  drawn = seen;
  await lifted();
  const title = isCard(id) ? cardTitle(id) : matter?.kind === "goal" ? "A goal" : "A way of working";
  const goals = matters.filter(({ kind }) => kind === "goal");
  const around = { journal, name: whoOf(matter), nameOf, id, title, goals };
  if (shown === "form") await find("matter-form").begin({ ...around, act, matter });
  if (shown === "one") find("one-matter").draw(matter, { ...around, goal: goalOf(matter, matters), going: going.filter(({ body }) => matter?.records.includes(body.of)) });
  if (shown === "list") drawList(matters, drafts);
  for (const part of ["form", "one", "list"]) show(part, part === shown); // now that it is right: a form may be of another thing before
  if (moved) arrive(shown === "list" ? "h1" : `[data-when=${shown}] h2`);
}

/** Where an address leads: to a form, to one matter, or to the list. @param {string} address @param {Matter[]} matters @param {import("../types").Draft<any>[]} drafts */
function placeOf(address, matters, drafts) {
  const [id, act] = address.split(".");
  const matter = matters.find((each) => addressOf(each) === id || each.records.includes(id));
  const isOne = matter || isCard(id);
  const isBegun = drafts.some(({ step }) => act && step === `${id}.${act}`); // its words are on no other page
  const mayWrite = isBegun || (act === "progress" ? matter?.agreed : act && (isOne || id === "goal" || id === "task"));
  return { id, act, matter, shown: mayWrite ? "form" : isOne ? "one" : "list" };
}

/** What was done stands at the top of the page. @param {string} heading */
function arrive(heading) {
  scrollTo(0, 0);
  find(heading).focus();
}

/** @param {Matter[]} matters @param {import("../types").Draft<any>[]} drafts */
function drawList(matters, drafts) {
  const cards = findAll("[data-card]").map(({ dataset }) => dataset.for);
  for (const kind of ["goal", "task"]) fill(kind, matters.filter((each) => each.kind === kind && !each.setAside).map(line));
  fill("arrangement", cards.map((id) => cardLine(id, matters.find((each) => addressOf(each) === id))));
  fill("aside", matters.filter(({ setAside }) => setAside).map(line));
  fill("begun", drafts.filter(({ kind }) => WRITTEN.includes(kind)).map(({ step }) => lineTo(`#${step}`, "What you began", "Go on with it")));
  show("aside", matters.some(({ setAside }) => setAside));
}

/** @param {string} list @param {DocumentFragment[]} lines */
function fill(list, lines) {
  replaceIn(find(`[data-list=${list}]`), ...lines);
}

/** @param {Matter} matter */
function line(matter) {
  return lineTo(`#${addressOf(matter)}`, newest(matter)?.body.words, state(matter, whoOf(matter)));
}

/** @param {string} id @param {Matter} [matter] */
function cardLine(id, matter) {
  return lineTo(`#${id}`, cardTitle(id), matter ? state(matter, whoOf(matter)) : "Nothing agreed yet");
}

/** A card goes by its setting. @param {Matter} matter @returns {string} */
function addressOf(matter) {
  return matter.kind === "arrangement" ? newest(matter)?.body.setting : matter.records[0];
}

/** @param {string} id */
function isCard(id) {
  return Boolean(id && find(`[data-card][data-for="${CSS.escape(id)}"]`));
}

/** @param {string} id */
function cardTitle(id) {
  return find(`[data-card][data-for="${id}"]`).dataset.card;
}

/** The goal that a way of working is for, in its words. @param {Matter | undefined} matter @param {Matter[]} matters */
function goalOf(matter, matters) {
  const record = matter && newest(matter)?.body.goal;
  const goal = record && matters.find(({ records }) => records.includes(record));
  return goal ? newest(goal)?.body.words : "";
}

/** Something was said: tell so, let it be undone, and send it. @param {any} event */
async function did({ detail }) {
  justDid = detail.to !== undefined && location.hash.slice(1) !== detail.to;
  if (justDid) location.hash = detail.to;
  sayOf(detail, draw, "It is as it was.");
  if (!justDid) await draw();
  keepSending();
}
