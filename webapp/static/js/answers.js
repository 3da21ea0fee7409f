/** The form of a check-in: filling it, and taking what it says. */

/** @import { CheckIn, Setting } from "./types" */

import { RATINGS } from "./said.js";
import { localDay, onDay } from "./days.js";
import { find, findAll } from "./dom.js";
import * as words from "./words.js";

/**
 * Put what was said before into the form, and nothing else: a browser that goes back puts back what
 * somebody chose here earlier, and that may have been another person.
 * @param {HTMLElement} within @param {CheckIn} said
 */
export function fill(within, said) {
  find("form", within).reset();
  for (const [key, value] of Object.entries({ ...said.ratings, setting: said.setting })) {
    find(`[name="${key}"][value="${value}"]`, within).checked = true;
  }
  find("[name=felt_off]", within).checked = said.felt_off;
  find("[name=words]", within).value = said.words;
  showDay(within, said);
  find("[name=day]", within).max = localDay(new Date().toISOString());
  drawPlace(within, said);
}

/** Take what the form says now. @param {HTMLElement} within @param {CheckIn} said */
export function take(within, said) {
  const form = new FormData(find("form", within));
  for (const key of RATINGS) if (form.has(key)) said.ratings[key] = Number(form.get(key));
  said.setting = /** @type {Setting} */ (form.get("setting") ?? said.setting);
  said.felt_off = form.has("felt_off");
  said.words = String(form.get("words"));
  said.happened_at = onDay(said.happened_at, dayOf(String(form.get("day"))));
}

/** None that is still to come: the field names today as the last, which a keyboard passes over. @param {string} day */
const dayOf = (day) => (day > localDay(new Date()) ? "" : day);

/** Put the day back that counts. @param {HTMLElement} within @param {CheckIn} said */
export const showDay = (within, { happened_at }) => (find("[name=day]", within).value = localDay(happened_at));

/** Word the questions for the setting, and say which it is. @param {HTMLElement} within @param {CheckIn} said */
export function drawPlace(within, { setting, happened_at }) {
  for (const part of findAll("[data-setting]", within)) part.hidden = part.dataset.setting !== setting;
  const label = find(`[name=setting][value=${setting}]`, within).closest("label").textContent.trim();
  const today = localDay(happened_at) === localDay(new Date().toISOString());
  find("[data-place]", within).textContent = today ? label : `${label}, ${words.day(happened_at)}`;
}

/** Take one answer back. @param {HTMLElement} within @param {CheckIn} said @param {string} key */
export function skip(within, said, key) {
  delete said.ratings[/** @type {"safety"} */ (key)];
  for (const row of findAll(`[name="${key}"]`, within)) row.checked = false;
}

/** Everything that was said so far, as a text to take away. @param {HTMLElement} within */
export function inFull(within) {
  const answers = findAll("input:checked", within).map((row) => `${question(row)} ${find(".row__words", row.closest("label")).firstChild.textContent}`);
  return [...answers, find("[name=words]", within).value].join("\n");
}

/** As it is worded for this setting. @param {HTMLElement} row */
function question(row) {
  const legend = find("legend", /** @type {HTMLElement} */ (row.closest("fieldset")));
  return `${(find("span:not([hidden], .unseen)", legend) ?? legend).textContent.trim().replace(/\.$/, "")}:`;
}
