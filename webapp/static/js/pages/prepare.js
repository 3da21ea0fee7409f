import { openJournal, other } from "../account.js";
import * as appointments from "../appointments.js";
import { find, findAll, inTurn, reveal, sendsNothing, show } from "../dom.js";
import "../elements/bring-one-thing.js";
import "../elements/tip-list.js";
import { showWhose, start } from "../page.js";
import { PreparationDraft, standsFor, stayed, wasBrought } from "../preparations.js";
import { keepSending, news, startSending } from "../sending.js";
import { asOf } from "../session-words.js";
import { lifted } from "../thumb.js";
import { because, friction, isFirst, practiceTips } from "../tips.js";
import { full } from "../words.js";

/** @import { Standing } from "../types" */

const RECENT = 12; // check-ins, to find the last in a setting
const TICKED_MS = 2000; // several ticks in a row are one entry

const setting = find("form[data-when=choice]");
const rows = findAll("[name=setting]", setting);
const lists = findAll("tip-list");
const bring = find("bring-one-thing");
/** @type {import("../journal.js").Journal | null} */
let journal = null;
let name = "your therapist";
let drawn = "";
/** @type {PreparationDraft | null} */
let preparation = null;
/** @type {Standing | undefined} */
let before;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let ticking;
let isChosen = Boolean(chosen()); // somebody may have been quicker than this

const draw = inTurn(drawAll);

start();
setting.addEventListener("change", choose);
sendsNothing(setting);
addEventListener("change", tick);
addEventListener("brought", brought);
addEventListener("synced", draw);
addEventListener("signed-in", () => open().then(keepSending));
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keepTicks());
news.onmessage = draw;
await open();
reveal();
startSending();

async function open() {
  journal = await openJournal();
  showWhose(journal);
  const their = journal && (await other(journal));
  name = their?.therapist?.name ?? name;
  if (!isChosen) find(`[name=setting][value=${their?.usual_setting ?? "walk_and_talk"}]`).checked = true;
  await draw();
  await keepTicks(); // those that a page which was closed had no time for
}

function choose() {
  isChosen = true;
  drawSetting();
  return draw();
}

async function drawAll() {
  if (!journal) return drawSetting();
  const [diary, { standings: checkIns }, preparations, tips, points, reachedAt] = await Promise.all([
    journal.standing("appointment"), journal.newest("check_in", RECENT), journal.standing("preparation"),
    journal.standing("tip"), journal.standing("talking_point"), journal.note("reached_at"),
  ]);
  const session = appointments.next(diary);
  drawSession(session, reachedAt);
  find("[data-first]").hidden = !isFirst(checkIns, diary);
  const was = preparation;
  bring.open = preparation = await opened(journal, session?.record ?? null);
  if (was && was !== preparation) keepTicksSoon();
  before = stayed(preparations, preparation.said.appointment);
  await drawTips(tips, checkIns);
  const open = points.filter(({ deleted, current }) => !deleted && ["open", "not_yet"].includes(current.body.state));
  const standing = standsFor(preparations, preparation.said.appointment);
  await bring.draw(preparation, name, { standing, stayed: before, points: open });
}

/**
 * As it is on the disk, unless somebody writes or ticks meanwhile. What was begun for another session,
 * or before one was known, goes on for this one. @param {import("../journal.js").Journal} journal @param {string | null} session
 * @returns {Promise<PreparationDraft>}
 */
async function opened(journal, session) {
  const [before, said] = [preparation, JSON.stringify(preparation?.said)];
  await before?.saving;
  const fresh = await PreparationDraft.of(journal, session);
  const isSame = before?.said.appointment === session;
  if (JSON.stringify(before?.said) === said) return before && isSame && bring.isBusy ? before : fresh;
  return before && isSame ? before : opened(journal, session);
}

/** @param {Standing | undefined} session @param {number | undefined} reachedAt */
function drawSession(session, reachedAt) {
  show("session", Boolean(session));
  show("choice", !session);
  if (session) {
    const { body } = session.current;
    find(`[name=setting][value=${body.setting}]`).checked = true;
    find("[data-session]").textContent = appointments.inWords(body);
    find("[data-directions]").textContent = appointments.directions(body);
    find("[data-reached]").textContent = asOf(reachedAt);
  }
  drawSetting();
}

/** Only the tips of the chosen setting, and those of every session. */
function drawSetting() {
  for (const part of findAll("[data-tips]")) part.hidden = part.dataset.tips !== chosen();
}

/** @param {Standing[]} tips @param {Standing[]} checkIns */
async function drawTips(tips, checkIns) {
  const keys = friction(checkIns.map(({ current }) => current.body), chosen());
  const seen = JSON.stringify([chosen(), keys, tips.map(({ heads }) => heads), preparation?.said.appointment]);
  if (seen === drawn) return; // placing them again would take the focus away from under a thumb
  drawn = seen;
  const said = await practiceTips(tips, lists.flatMap(({ ids }) => ids));
  await lifted();
  const ticked = preparation?.said.ticked ?? []; // as it is by now
  for (const list of lists) list.draw(said, keys, ticked);
  drawBecause(because(lists.filter(({ dataset }) => ["every", chosen()].includes(dataset.of)).flatMap(({ builtIn }) => builtIn), keys));
}

/** @param {string | undefined} key */
function drawBecause(key) {
  show("because", Boolean(key));
  for (const part of findAll("[data-why]")) part.hidden = part.dataset.why !== (key === "setting_fit" ? chosen() : key);
}

function chosen() {
  return rows.find((row) => row.checked)?.value;
}

/** @param {any} event */
function tick({ target }) {
  if (target.name !== "ticked" || !preparation) return;
  saved(preparation.tick(target.value, target.checked));
  keepTicksSoon();
}

function keepTicksSoon() {
  clearTimeout(ticking);
  ticking = setTimeout(keepTicks, TICKED_MS);
}

async function keepTicks() {
  clearTimeout(ticking);
  if (preparation && (await saved(preparation.keepTicks()))) keepSending();
}

/** @param {any} event */
async function brought({ detail: { did, saving } }) {
  await saved(saving);
  if (did === "wrote") return;
  if (did === "stayed-done" && journal && before) await saved(wasBrought(journal, before));
  await draw();
  keepSending();
}

/** Says what became of it; returns what was kept, if anything. @template T @param {Promise<T>} saving */
async function saved(saving) {
  const kept = await saving.then((value) => [value], () => null);
  find("[data-failed]").textContent = kept ? "" : full("What you see is still here.");
  return kept?.[0];
}
