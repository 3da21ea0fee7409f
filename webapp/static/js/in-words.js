/** What a check-in says, as a part of the page and as a plain text to take away. */

/** @import { Revision } from "./types" */

import { copyOf, find, findAll } from "./dom.js";

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

/** The words at once, the answers on request. @param {Pick<Revision, "body">} revision */
export function folded(revision) {
  const copy = drawn(revision);
  const fold = copyOf("fold");
  find("details", fold).append(find("dl", copy));
  find("section", copy).append(fold);
  return copy;
}

/** @param {HTMLElement} row @param {number | undefined} value */
function drawAnswer(row, value) {
  const answer = find(`[data-value="${value}"]`, row);
  if (!answer) return;
  answer.hidden = false;
  find("[data-skipped]", row).hidden = true;
}

/** Everything that was said, question by question. @param {Pick<Revision, "body">} revision */
export function inFull(revision) {
  const copy = drawn(revision);
  for (const part of findAll("[hidden]", copy)) part.remove();
  const answers = findAll("[data-rating]", copy).map((row) => `${find("dt", row).textContent.trim()} ${find("dd", row).textContent.trim()}`);
  return [...findAll("p", copy).map(({ textContent }) => textContent), ...(revision.body?.ratings ? answers : [])].join("\n");
}
