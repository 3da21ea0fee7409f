import { copyOf, find, findAll, inTurn, replaceIn, show } from "../dom.js";
import { KIND } from "../elements/reflect-form.js";
import { openFor } from "../own-page.js";
import { remove } from "../records.js";
import { keepSending } from "../sending.js";
import { once } from "../taps.js";
import { lifted } from "../thumb.js";
import { sayOf } from "../undo.js";
import * as words from "../words.js";

/** @import { Standing } from "../types" */

/** @type {import("../journal.js").Journal | null} */
let journal = null;
let drawn = "";

const draw = inTurn(drawAll);

addEventListener("did", (event) => did(/** @type {CustomEvent} */ (event).detail));
await openFor(open, draw);

/** @param {import("../journal.js").Journal} its */
async function open(its) {
  journal = its;
  const form = find("reflect-form");
  if (!form.open) await form.begin(its);
  await draw();
}

async function drawAll() {
  const all = ((await journal?.standing(KIND)) ?? []).filter(({ deleted }) => !deleted).reverse();
  const seen = JSON.stringify(all);
  if (seen === drawn) return; // drawing it again would take the focus away from under a thumb
  drawn = seen;
  await lifted();
  show("earlier", all.length > 0);
  replaceIn(find("[data-earlier]"), ...all.map(earlier));
}

/** Of several versions each is there. @param {Standing} standing */
function earlier(standing) {
  const copy = copyOf("earlier");
  const fold = find("details", copy);
  fold.dataset.item = standing.record;
  find("summary", copy).textContent = words.day(standing.current.written_at);
  for (const part of findAll("[data-key]", copy)) {
    const answers = standing.heads.flatMap(({ body }) => body.answers[part.dataset.key] ?? []);
    part.hidden = !answers.length;
    find("dd", part).textContent = answers.join("\n\n");
  }
  once("[data-remove]", () => take(standing), copy);
  return copy;
}

/** @param {Standing} standing */
async function take(standing) {
  if (!journal) return;
  did({ said: "Deleted.", undo: await remove(journal, KIND, standing) });
}

/** @param {{ said: string, undo?: () => Promise<unknown> }} done */
async function did(done) {
  sayOf(done, draw);
  await draw();
  find("[data-said]").focus(); // what was tapped has gone
  keepSending();
}
