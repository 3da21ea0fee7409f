/** Everything that is kept of a person, as one page to read: made on the phone, out of DOM, no markup. */

/** @import { Change } from "./types" */

import { inFull } from "./in-words.js";
import { title } from "./kinds.js";
import * as words from "./words.js";

/** @param {any} everything as POST /export gives it @returns {string} a whole document */
export function asPage(everything) {
  const page = document.implementation.createHTMLDocument("What Footing keeps of you");
  page.documentElement.lang = "en-GB";
  const add = (/** @type {string} */ name, /** @type {string} */ text) =>
    page.body.append(Object.assign(page.createElement(name), { textContent: text }));
  add("h1", "What Footing keeps of you");
  add("p", `${everything.name ?? ""} · ${everything.practice ?? ""} · ${words.day(everything.made_at)}`);
  for (const sign of everything.sign_ins) add("p", `${sign.what} ${sign.label ?? ""} since ${words.day(sign.since)}`);
  for (const entry of everything.entries) addEntry(add, entry, everything.therapist ?? "");
  add("h2", "What was read");
  for (const each of everything.readings) add("p", read(each, everything.entries));
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}

/** Entries have their numbers above. @param {{ at: string, by: string | null, entries: string[] }} reading @param {Change[]} all */
function read({ at, by, entries }, all) {
  const numbers = all.filter(({ entry }) => entries.includes(entry)).map(({ seq }) => seq);
  return `${words.day(at)}, ${words.time(at)}: ${by ?? "a former therapist"} read ${numbers.join(", ")}`;
}

/** @param {(name: string, text: string) => void} add @param {Change} entry @param {string} name the therapist's */
function addEntry(add, entry, name) {
  const body = entry.body && JSON.parse(entry.body);
  add("h2", `${entry.seq}. ${title({ ...entry, body }, name)}`);
  add("p", `${words.day(entry.written_at)}, ${words.time(entry.written_at)}${body?.shared === false ? " · only for you" : ""}`);
  for (const line of body ? inFull({ kind: entry.kind, body }).split("\n") : []) add("p", line);
}
