/** A copy of what only this phone has, as a file that is made here, without the network. */

/** @import { Draft, Revision } from "./types" */
/** @import { Journal } from "./journal.js" */

import { localDay } from "./days.js";
import { inFull } from "./in-full.js";
import { title } from "./kinds.js";
import * as words from "./words.js";

const UTF_8 = "\uFEFF"; // without this mark in front an iPhone shows other letters in a text file
const LINE = "\n\n----\n\n";

/** Words first, then the same for a program. Its name says nothing. @param {Journal} journal @param {string} name the therapist's */
export async function whatWaits(journal, name) {
  const [waiting, drafts] = [await journal.waiting(), await journal.drafts.all()];
  const now = new Date().toISOString();
  const head = `What was only on this phone, ${words.day(now)}, ${words.time(now)}`;
  const parts = [head, ...drafts.map((draft) => draftInWords(draft, name)), ...waiting.map((revision) => inWords(revision, name)), forPrograms(drafts, waiting)];
  return new File([UTF_8, parts.join(LINE)], `notes-${localDay(now)}.txt`, { type: "text/plain" });
}

/** How words are raised is chosen last. @param {Draft} draft @param {string} name */
const draftInWords = ({ kind, said }, name) => `Being written\n\n${inFull({ kind, body: { ...said, route: "" } }, name)}`;

/** @param {Revision} revision @param {string} name */
const inWords = (revision, name) => `${title(revision, name)}\n${words.state(revision.state)}\n\n${inFull(revision, name)}`.trim();

/** @param {Draft[]} drafts @param {Revision[]} waiting */
const forPrograms = (drafts, waiting) => `For a program to read:\n\n${JSON.stringify({ drafts, waiting }, null, 2)}\n`;
