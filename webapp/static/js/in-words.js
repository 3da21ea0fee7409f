/** What a check-in says, as a part of the page. */

/** @import { Revision } from "./types" */

import { copyOf, find, findAll } from "./dom.js";
import { lines } from "./kinds.js";

/** One version, as the page shows it. @param {Pick<Revision, "body">} revision */
export function drawn({ body }) {
  const copy = copyOf("version");
  find("[data-words]", copy).hidden = !body?.words;
  find("[data-words]", copy).textContent = body?.words ?? "";
  find("[data-felt-off]", copy).hidden = !body?.felt_off;
  for (const part of findAll("[data-setting]", copy)) part.hidden = part.dataset.setting !== body?.setting;
  for (const row of findAll("[data-rating]", copy)) drawAnswer(row, body?.ratings?.[row.dataset.rating]);
  return copy;
}

/** The words at once, the answers on request. @param {Pick<Revision, "kind" | "body">} revision */
export function folded(revision) {
  if (revision.kind !== "check_in") return plain(revision);
  const copy = drawn(revision);
  const fold = copyOf("fold");
  find("details", fold).append(find("dl", copy));
  find("section", copy).append(fold);
  return copy;
}

/** A kind that says what it says in plain text. @param {Pick<Revision, "kind" | "body">} revision */
function plain(revision) {
  const copy = copyOf("version");
  const words = find("[data-words]", copy);
  words.textContent = lines(revision).join("\n");
  words.hidden = !words.textContent;
  find("section", copy).replaceChildren(words);
  return copy;
}

/** @param {HTMLElement} row @param {number | undefined} value */
function drawAnswer(row, value) {
  const answer = find(`[data-value="${value}"]`, row);
  if (!answer) return;
  answer.hidden = false;
  find("[data-skipped]", row).hidden = true;
}
