import { openJournal, other } from "../account.js";
import { find, findAll } from "../dom.js";
import { start } from "../page.js";
import { startSending } from "../sending.js";

const rows = findAll("[name=setting]");
for (const row of rows) row.addEventListener("change", draw);
start();
const journal = await openJournal();
const usual = (journal && (await other(journal))?.usual_setting) ?? "walk_and_talk";
if (!chosen()) find(`[name=setting][value=${usual}]`).checked = true; // somebody may be quicker
draw();
startSending();

/** @returns {HTMLInputElement | undefined} */
function chosen() {
  return rows.find((row) => row.checked);
}

/** Only the tips of the chosen setting, and those of every session. */
function draw() {
  for (const part of findAll("[data-tips]")) part.hidden = part.dataset.tips !== chosen()?.value;
}
