import { find, findAll, notCopied, on, reveal, sendsNothing, show } from "../dom.js";
import { codeOf, demand, get, post } from "../http.js";
import { isIPhone, isInstalled } from "../installed.js";
import { evenIfLapsed } from "../lapsed.js";
import * as notifications from "../notifications.js";
import { openFor } from "../own-page.js";
import { oneAtATime, refusal } from "../passkeys.js";
import { choose, chosen, SWITCHES, WHAT } from "../preferences.js";
import { keepSending } from "../sending.js";
import { full } from "../words.js";

const form = find("main form");
const part = (/** @type {string} */ name) => form.elements[name];
const QUIET = ["quiet", "from", "until"];

/** @type {Record<string, string>} */
const REFUSED = {
  "": "A test is on its way. It comes within a minute.",
  no_way: "There is no way yet by which it could come. Please look above, under “How should it come?”.",
  too_many: "That is enough for today.",
};

/** @type {import("../journal.js").Journal | null} */
let journal = null;
/** @type {any} */
let filled = null;
let hasMail = false;
let saving = 0;

form.addEventListener("change", save);
sendsNothing(form);
on("[data-allow]", oneAtATime(allow));
on("[data-test]", oneAtATime(test));
on("[data-calendar]", oneAtATime(() => calendar("/calendar-feed")));
on("[data-copy]", copy);
on("[data-calendar-end]", oneAtATime(() => calendar("/calendar-feed/end")));
await openFor(open, refill);

/** @param {import("../journal.js").Journal} its */
async function open(its) {
  journal = its;
  await fill(await chosen(its));
  reveal(); // what the server says comes when it comes
  const { json } = await get("/push-key");
  hasMail = Boolean(json?.mail);
  if (hasMail) show("mail");
}

/** What was chosen on another device is shown here too, but under nobody's fingers. */
async function refill() {
  if (!journal) return;
  const { reminders, check_ins } = await chosen(journal);
  const isBusy = saving > 0 || document.activeElement === part("address");
  const isNews = JSON.stringify({ reminders, check_ins }) !== JSON.stringify(filled);
  await (isBusy || !isNews ? drawState() : fill({ reminders, check_ins }));
}

/** What is no address yet is written nowhere else. @param {Pick<Awaited<ReturnType<typeof chosen>>, "reminders" | "check_ins">} stands */
async function fill({ reminders, check_ins }) {
  filled = { reminders, check_ins };
  for (const name of SWITCHES) part(name).checked = reminders[name];
  if (part("address").validity.valid) part("address").value = reminders.address;
  part("wording").value = reminders.wording;
  part("quiet").checked = Boolean(reminders.quiet);
  if (reminders.quiet) [part("from").value, part("until").value] = [reminders.quiet.from, reminders.quiet.until];
  show("no-check-ins", !check_ins);
  show("mail", hasMail || reminders.email);
  show("calendar", reminders.calendar);
  await draw();
}

/** Each tap is a save: an entry like any other, so it works without signal. @param {Event} event */
async function save(event) {
  const target = /** @type {HTMLInputElement} */ (event.target);
  if (!journal) return;
  saving += 1;
  await keep(target, tapped(target)).finally(() => (saving -= 1));
}

/** @param {HTMLInputElement} target @param {object} change */
async function keep(target, change) {
  await draw();
  find("[data-wrong]").textContent = part("address").validity.valid ? "" : "Please check the address.";
  if (!target.validity.valid) return;
  await say(change).catch(stays);
  if (target === part("push") && !target.checked) await notifications.stop();
  await draw();
  keepSending();
}

/** One's own choice is no news to the page it was made on. @param {object} change */
async function say(change) {
  if (!journal) return;
  await choose(journal, { reminders: change });
  filled = { ...filled, reminders: { ...filled.reminders, ...change } };
}

/** Where the phone is full, it shows what counts. */
async function stays() {
  if (journal) await fill(await chosen(journal));
  find("[data-wrong]").textContent = full("What counted before still counts.");
}

/** What a tap changes, and nothing else: the rest may be another by now. @param {HTMLInputElement} field */
function tapped({ name, checked, value }) {
  if (QUIET.includes(name)) return { quiet: part("quiet").checked ? { from: part("from").value || "21:00", until: part("until").value || "08:00" } : null };
  return { [name]: SWITCHES.some((each) => each === name) ? checked : value.trim() };
}

/** Show what belongs to what is chosen. */
async function draw() {
  const push = part("push").checked;
  const possible = notifications.arePossible();
  const denied = possible && notifications.areDenied();
  const email = part("email").checked;
  show("no-way", WHAT.some((name) => part(name).checked) && !push && !email);
  show("no-address", email && !part("address").value);
  show("email", email);
  show("quiet", part("quiet").checked);
  show("no-hours", part("quiet").checked && part("from").value === part("until").value);
  show("iphone", push && isIPhone() && !isInstalled());
  show("impossible", push && !possible && !(isIPhone() && !isInstalled()));
  show("denied", push && denied);
  show("ask", push && possible && !denied && !(await notifications.areOn()));
  const timed = part("wording").value === "with_time";
  for (const sample of findAll("[data-timed]")) {
    sample.hidden = !timed;
    sample.previousElementSibling.hidden = timed;
  }
  await drawState();
}

async function drawState() {
  const state = journal && (await chosen(journal)).state;
  if (state) find("[data-state]").textContent = state === "received" ? "Received" : "Saved on this phone. It counts once it has arrived.";
}

async function allow() {
  const refused = await evenIfLapsed(notifications.allow);
  find("[data-wrong]").textContent = refused && refused !== "denied" ? why(refused) : "";
  await draw();
}

async function test() {
  const refused = await evenIfLapsed(() => demand("/reminders/test", {}));
  find("[data-tested]").textContent = REFUSED[refused] ?? why(refused);
}

async function copy() {
  const wrong = await notCopied(find("[data-address]").textContent);
  find("[data-calendar-said]").textContent = wrong || "Copied.";
}

/** Make an address, or end it. @param {string} path */
async function calendar(path) {
  /** @type {any} */
  let made = null;
  const refused = await evenIfLapsed(async () => {
    const { status, json } = await post(path, {});
    made = json;
    return status === 200 || status === 204 ? "" : codeOf(json);
  });
  find("[data-calendar-said]").textContent = refused ? why(refused) : made ? "Copy it into your calendar app. It is shown only now." : "The address has ended.";
  if (refused) return;
  find("[data-address]").textContent = made?.url ?? "";
  show("address", Boolean(made));
  show("calendar", Boolean(made));
  await say({ calendar: Boolean(made) });
  keepSending();
}

/** @param {string} code */
const why = (code) => refusal(code, "Please try again.");
