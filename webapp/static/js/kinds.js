/** Pure: what each kind of entry is called and says in plain words, where all kinds stand together. */

/** @import { Draft, Revision } from "./types" */
/** @typedef {Pick<Revision, "base" | "body">} Said */

import { within } from "./former.js";
import * as words from "./words.js";

/** @type {Record<string, string>} */
const NOTICES = { moved: "A session was moved", setting_changed: "A session changed its setting", cancelled: "A session was cancelled", recovery: "A link to let you in again" };

/**
 * `title`: what it is; `lines`: what it says; `place`: the page that shows it, given its record;
 * `goesOn`: where a draft of it is gone on with, if that is another page.
 * Kinds that are not here are kept, and called a note. What a check-in says is drawn by in-words.js.
 * @type {Record<string, { title: (said: Said, name: string) => string, lines?: (body: any) => string[], place?: (record: string) => string, goesOn?: (draft: Draft<any>) => string }>}
 */
const KINDS = {
  check_in: {
    title: ({ base, body }) => `${base ? "A change to a check-in" : "A check-in"}, ${body?.happened_at ? words.day(body.happened_at) : ""}`,
    place: (record) => `/check-ins#${record}`,
    goesOn: ({ record, base, isOther, said }) => `/check-in${isOther ? "#other" : base || said.appointment ? `#${record}` : ""}`,
  },
  talking_point: {
    title: () => "Something to talk about",
    lines: ({ words }) => [words],
    place: (record) => `/talking-points#${record}`,
    goesOn: ({ record, base, said }) => `/say-it${base ? `#change-${record}` : said.check_in ? `#${said.check_in}` : ""}`,
  },
  preparation: { title: () => "Getting ready for a session", lines: ({ bring }) => [bring], place: () => "/prepare" },
  goal: { title: () => "A goal", lines: ({ words }) => [words], place: () => "/together" },
  task: { title: () => "A way of working", lines: ({ words }) => [words], place: () => "/together" },
  progress: { title: () => "How it is going", lines: ({ words }) => [words], place: () => "/together" },
  agreement: { title: () => "An answer to a goal or agreement", lines: ({ words }) => [words], place: () => "/together" },
  arrangement: { title: () => "What you both agree", lines: ({ fields }) => Object.values(fields ?? {}), place: () => "/together" },
  reflection: { title: () => "Questions to yourself", lines: ({ answers }) => Object.values(answers ?? {}), place: () => "/reflect" },
  preference: { title: () => "Your reminders", place: () => "/reminders" },
  appointment: { title: () => "A session", place: () => "/" },
  acknowledgement: { title: (_, name) => `${name} read something of yours` },
  tip: { title: (_, name) => `A tip from ${within(name)}`, lines: ({ title, text }) => [title, text], place: () => "/prepare" },
  withheld: { title: () => "Not here yet" },
  notice: { title: ({ body }) => NOTICES[body?.about] ?? "A short notice" },
};

/** What an entry is, in a few words. @param {Pick<Revision, "kind" | "op" | "base" | "body">} revision @param {string} name the therapist's */
export function title({ kind, op, base, body }, name) {
  if (op === "erase") return "Erased for good";
  if (op === "delete") return "A deletion";
  return KINDS[kind]?.title({ base, body }, name) ?? "A note";
}

/** What it says, for a kind of which that is plain text. @param {Pick<Revision, "kind" | "body">} revision */
export const lines = ({ kind, body }) => (body && KINDS[kind]?.lines?.(body).filter(Boolean)) || [];

/** The page on which it stands; "" where there is none. @param {Pick<Revision, "kind" | "op" | "record">} revision */
export const place = ({ kind, op, record }) => (op === "put" && KINDS[kind]?.place?.(record)) || "";

/** Where a draft is gone on with; "" where that is nowhere. @param {Draft<any>} draft */
export const goesOn = (draft) => KINDS[draft.kind]?.goesOn?.(draft) ?? place({ ...draft, op: "put" });
