import { openJournal, other } from "../account.js";
import { one, readings, remove } from "../check-ins.js";
import { copyOf, find, findAll, on, show } from "../dom.js";
import { showWhose, start } from "../page.js";
import { keepSending, news, sendsInBackground, startSending } from "../sending.js";
import * as words from "../words.js";

/** @import { Revision, Standing } from "../types" */

/** @type {import("../journal.js").Journal | null} */
let journal = null;
let name = "your therapist";
let drawn = "";
/** @type {(() => Promise<unknown>) | null} */
let undo = null;

start();
addEventListener("signed-in", () => open().then(keepSending));
addEventListener("hashchange", () => draw(true));
addEventListener("synced", () => draw());
news.onmessage = () => draw();
on("[data-undo]", () => undo?.());
await open();
startSending();

async function open() {
  journal = await openJournal();
  showWhose(journal);
  if (!journal) return;
  name = (await other(journal))?.therapist.name ?? name;
  await draw();
}

/** @param {boolean} moved whether a person has just gone from the list to one, or back */
async function draw(moved = false) {
  if (!journal) return;
  const record = location.hash.slice(1);
  const standing = record ? await one(journal, record) : undefined;
  const shown = standing && !standing.deleted ? standing : undefined;
  if (!moved && !isNews([shown, shown ? await readings(journal) : await journal.standing("check_in")])) return;
  show("list", !shown);
  show("one", Boolean(shown));
  if (shown) await drawOne(shown);
  else await drawList();
  if (moved) find(shown ? "article h2" : "h1").focus();
}

/** Drawing again what is there already would take the focus away from under a thumb. @param {unknown} seen */
function isNews(seen) {
  const before = drawn;
  drawn = JSON.stringify(seen, (_, value) => (value instanceof Map ? [...value] : value));
  return drawn !== before;
}

async function drawList() {
  const standing = (await /** @type {any} */ (journal).standing("check_in")).filter((/** @type {Standing} */ s) => !s.deleted);
  show("empty", standing.length === 0);
  find("[data-list]").replaceChildren(...standing.reverse().map(line));
}

/** @param {Standing} standing */
function line({ record, current, state }) {
  const copy = copyOf("line");
  const { happened_at, shared, felt_off } = current.body;
  find("a", copy).href = `#${record}`;
  find("[data-day]", copy).textContent = words.day(happened_at);
  const said = state === "waiting" ? "Saved on this phone" : words.state(state);
  find("[data-about]", copy).textContent = [said, shared ? `shared with ${name}` : "only you", felt_off ? "something felt off" : ""].filter(Boolean).join(" · ");
  return copy;
}

/** @param {Standing} standing */
async function drawOne(standing) {
  const { current, heads, state, record } = standing;
  const copy = copyOf("one");
  find("[data-day]", copy).textContent = words.day(current.body.happened_at);
  const tick = state === "received" ? [find("#tick").content.cloneNode(true)] : [];
  find("[data-state]", copy).replaceChildren(...tick, words.state(state, await sendsInBackground()));
  find("[data-who-sees]", copy).textContent = await seen(standing);
  find("[data-versions]", copy).replaceChildren(...heads.map((head, index) => version(head, heads.length > 1 ? index + 1 : 0)));
  find("[data-several]", copy).hidden = heads.length < 2;
  find("[data-change]", copy).href = `/check-in#${record}`;
  const share = find("[data-share]", copy);
  share.textContent = current.body.shared ? `Stop sharing with ${name}` : `Share with ${name}`;
  share.addEventListener("click", () => setShared(standing, !current.body.shared), { once: true });
  find("[data-remove]", copy).addEventListener("click", () => askToRemove(standing));
  find("article").replaceChildren(copy);
}

/** Who can see it, and when it was read. @param {Standing} standing */
async function seen(standing) {
  const reading = (await readings(/** @type {any} */ (journal))).get(standing.record);
  const who = words.whoSees(standing, name);
  if (!reading) return who;
  const isThis = standing.heads.every(({ seq }) => seq !== null && seq < reading.seq);
  return `${who} ${name} read ${isThis ? "it" : "an earlier version"} on ${words.day(reading.at)}.`;
}

/** @param {Revision} revision @param {number} number among several, or 0 */
function version({ body }, number) {
  const copy = copyOf("version");
  const title = find("[data-version-title]", copy);
  title.hidden = !number;
  title.textContent = `Version ${number}`;
  find("[data-words]", copy).hidden = !body.words;
  find("[data-words]", copy).textContent = body.words;
  find("[data-felt-off]", copy).hidden = !body.felt_off;
  for (const part of findAll("[data-setting]", copy)) part.hidden = part.dataset.setting !== body.setting;
  for (const [key, value] of Object.entries(body.ratings)) {
    const answer = find(`[data-rating="${key}"]`, copy);
    find(`[data-value="${value}"]`, answer).hidden = false;
    find("[data-skipped]", answer).hidden = true;
  }
  return copy;
}

/** Each version that stands keeps its own words. @param {Standing} standing @param {boolean} shared */
async function setShared({ record, heads }, shared) {
  for (const { entry, body } of heads) {
    await journal?.keep({ record, base: entry, kind: "check_in" }, { ...body, shared });
  }
  await draw();
  keepSending();
}

/** @param {Standing} standing */
async function askToRemove(standing) {
  const dialog = find("[data-delete]");
  find("[data-delete-words]").textContent = standing.current.body.shared
    ? `You will not see it any more, and neither will ${name}.`
    : "You will not see it any more.";
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  if (dialog.returnValue === "delete") await removeWithUndo(standing);
}

/** @param {Standing} standing */
async function removeWithUndo(standing) {
  if (!journal) return;
  const { record, heads } = standing;
  await remove(journal, standing);
  const gone = await one(journal, record);
  undo = () => bringBack(record, gone?.current.entry ?? null, heads);
  find("[data-said]").textContent = "Deleted.";
  show("undo");
  location.hash = "";
  await draw(true);
  keepSending();
}

/** Every version that stood stands again. @param {string} record @param {string | null} base @param {Revision[]} heads */
async function bringBack(record, base, heads) {
  undo = null;
  for (const { body } of heads) await journal?.keep({ record, base, kind: "check_in" }, body);
  show("undo", false);
  find("[data-said]").textContent = "It is back.";
  location.hash = record;
  keepSending();
}
