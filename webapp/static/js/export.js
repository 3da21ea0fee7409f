/** Everything that is kept of a person, as one page to read: made on the phone, out of DOM, no markup. */

/** @import { Change } from "./types" */
/** @typedef {Omit<Change, "body"> & { body: any }} Entry */
/** @typedef {{ by: import("./types").Therapist, to: import("./types").Therapist, asked_at: string, ended_at: string | null, answer: string | null }} Handover */
/** @typedef {{ by: Record<string, string>, former: import("./types").Former[], entries: Entry[], name: string, labels: import("./in-full.js").Labels }} Around `by`: who wrote it */

import { FilePage } from "./file-page.js";
import { called, nameAt, within } from "./former.js";
import { inFull, labelsWith } from "./in-full.js";
import { title } from "./kinds.js";
import { traces } from "./traces.js";
import { dayAndYear as day, time } from "./words.js";

const NAMES = ["of", "replaces", "goal", "check_in", "appointment"];

/** @param {any} everything as POST /export gives it @param {import("./types").Therapist} [therapist] as the phone knows them @returns {string} a whole document */
export function asPage(everything, therapist) {
  const page = new FilePage("What Footing keeps of you");
  page.add("p", [everything.name, everything.practice, day(everything.made_at)].filter(Boolean).join(" · "), "soft");
  if (everything.closes_at) page.add("p", `It closes on ${day(everything.closes_at)}.`);
  for (const each of everything.handovers) page.add("p", asked(each));
  const entries = everything.entries.map(opened);
  const former = everything.handovers.filter(agreed).map((/** @type {any} */ each) => ({ ...each.by, until: each.ended_at }));
  const others = [...former, ...(therapist ? [therapist] : [])].map((each) => [each.id, called(each)]);
  const by = { ...Object.fromEntries(others), [everything.person]: "you" };
  const around = { by, former, entries, name: everything.therapist ?? "", labels: labelsWith(tips(entries)) };
  for (const entry of entries) addEntry(page, entry, around);
  const read = everything.readings.map((/** @type {any} */ each) => reading(each, everything.entries));
  for (const [about, lines] of [...(read.length ? [["What was read", read]] : []), ...traces(everything)]) {
    page.add("h2", about);
    for (const line of lines) page.add("p", line);
  }
  return String(page);
}

/** @param {Handover} handover */
const agreed = ({ answer }) => answer === "yes";

/** What they were asked about going on with somebody else. @param {Handover} handover */
function asked({ by, to, asked_at, ended_at, answer }) {
  const said = answer && ended_at ? `You said ${answer} on ${day(ended_at)}.` : ended_at ? "It was taken back." : "";
  return `${called(by)} asked on ${day(asked_at)} whether ${within(called(to))} may go on with you. ${said}`.trim();
}

/** Entries have their numbers above. @param {{ at: string, by: string | null, entries: string[] }} reading @param {Change[]} all */
function reading({ at, by, entries }, all) {
  const numbers = all.filter(({ entry }) => entries.includes(entry)).map(({ seq }) => seq);
  return `${day(at)}, ${time(at)}: ${by ?? "a former therapist"} read ${numbers.join(", ")}`;
}

/** @param {Change} entry @returns {Entry} */
const opened = (entry) => ({ ...entry, body: entry.body && JSON.parse(entry.body) });

/** @param {FilePage} page @param {Entry} entry @param {Around} around */
function addEntry(page, entry, { by, former, entries, name, labels }) {
  const { seq, op, author, written_at, received_at, body } = entry;
  const who = op === "erase" ? "" : `by ${within(by[author] ?? "another therapist")}`; // the server erases
  const numbers = named(entry, entries).join(", ");
  const about = [`${day(written_at)}, ${time(written_at)}`, who, body?.shared === false && "only for you", numbers && `goes with ${numbers}`];
  page.add("h2", `${seq}. ${title(entry, by[author] ?? name)}`);
  page.add("p", about.filter(Boolean).join(" · "), "soft");
  for (const line of body ? inFull(entry, nameAt(former, received_at) ?? name, labels).split("\n").filter(Boolean) : []) page.add("p", line);
}

/** The numbers of what an entry changes, answers or is about, as they stood then. @param {Entry} entry @param {Entry[]} all */
function named({ seq, base, body }, all) {
  const ids = [base, ...NAMES.map((name) => body?.[name])].filter(Boolean);
  const found = ids.flatMap((id) => all.findLast((each) => each.seq < seq && [each.entry, each.record].includes(id))?.seq ?? []);
  return [...new Set(found)];
}

/** The practice's own, by record. @param {Entry[]} all */
const tips = (all) => Object.fromEntries(all.flatMap(({ kind, record, body }) => (kind === "tip" && body ? [[record, body.title]] : [])));
