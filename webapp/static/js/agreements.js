/** Pure: what the two have agreed, and what is proposed, from all that was said. The same rule as on
 * the server, where goals/agreements.py says it in full; both are held to the same vectors. */

/** @import { Matter, Proposal, Revision, Side } from "./types" */

import { byRecord, headsOf, isErased, isText } from "./standing.js";

export const AGREED_ON = ["goal", "task", "arrangement"];
const OTHER = /** @type {const} */ ({ client: "therapist", therapist: "client" });

/**
 * What stands between a client and their therapist, in the order in which it began.
 * @param {Revision[]} revisions of AGREED_ON and agreement: numbered ones by seq, then waiting ones
 * @param {string} client @returns {Matter[]}
 */
export function matters(revisions, client) {
  const said = new Said(revisions, client);
  /** @type {Map<string, Matter>} */
  const of = new Map();
  for (const { kind, records } of said.groups()) {
    const matter = { kind, records, agreed: null, setAside: null, proposals: {}, beside: {} };
    for (const record of records) of.set(record, matter);
  }
  for (const revision of said.texts.values()) {
    const about = revision.kind === "agreement" ? said.texts.get(revision.body.of) : revision;
    const matter = about && of.get(about.record);
    if (matter) make(said, matter, revision);
  }
  return [...new Set(of.values())].filter(newest);
}

/** What this side is to answer. @param {Matter} matter @param {Side} side @returns {Proposal | undefined} */
export function waitsFor({ proposals }, side) {
  const theirs = proposals[OTHER[side]];
  return theirs && !theirs.answer ? theirs : undefined;
}

/** The entry that tells best what a matter is about. @param {Matter} matter @returns {Revision | null | undefined} */
export function newest({ agreed, setAside, proposals }) {
  const proposed = Object.values(proposals);
  return (agreed ?? proposed.find(({ answer }) => !answer) ?? proposed[0])?.said ?? setAside;
}

/** Everything of what was said that counts: the texts of records that stand, in order. */
class Said {
  /** @param {Revision[]} ordered @param {string} client */
  constructor(ordered, client) {
    this.client = client;
    /** @type {Map<string, Revision[]>} */
    this.heads = new Map();
    for (const [record, known] of byRecord(ordered)) {
      const heads = headsOf(known).filter(isText);
      if (heads.length && !isErased(known)) this.heads.set(record, heads);
    }
    const counts = inTime(ordered).filter((each) => isText(each) && this.heads.has(each.record));
    this.texts = new Map(counts.map((each) => [each.entry, each]));
  }

  /** @param {Revision} revision @returns {Side} */
  side = ({ author }) => (author === this.client ? "client" : "therapist");

  /** @param {Revision} revision */
  headsOf = ({ record }) => this.heads.get(record) ?? [];

  /** The records that belong together, each group in the order in which it began. */
  groups() {
    const proposed = [...this.texts.values()].filter(isProposal);
    /** @type {Map<string, { kind: string, records: string[] }>} */
    const groups = new Map(proposed.map(({ record, kind }) => [record, { kind, records: [record] }]));
    const began = [...groups.keys()];
    const settings = new Map();
    for (const revision of proposed) join(groups, revision.record, this.#earlier(revision, settings));
    const at = new Map(began.map((record, index) => [record, index]));
    for (const { records } of groups.values()) records.sort((a, b) => Number(at.get(a)) - Number(at.get(b)));
    return new Set(groups.values());
  }

  /** Those of some earlier entries that its author did not follow, join or replace with it. @param {Revision} revision @param {Revision[]} earlier */
  unseenBy(revision, earlier) {
    const known = new Set();
    for (const ahead = [revision]; ahead.length; ) {
      const { base, resolves, body } = /** @type {Revision} */ (ahead.pop());
      for (const entry of [base, ...resolves, body.replaces]) {
        const text = this.texts.get(entry);
        if (text && isProposal(text) && !known.has(entry)) ahead.push(text);
        known.add(entry);
      }
    }
    return earlier.filter(({ entry }) => !known.has(entry));
  }

  /** A record that this one belongs to. @param {Revision} revision @param {Map<string, string>} settings */
  #earlier({ record, kind, body }, settings) {
    if (kind !== "arrangement") {
      const replaced = this.texts.get(body.replaces);
      return replaced?.kind === kind ? replaced.record : record;
    }
    const setting = this.heads.get(record)?.at(-1)?.body.setting;
    if (!settings.has(setting)) settings.set(setting, record);
    return /** @type {string} */ (settings.get(setting));
  }
}

/** Take the next move in. @param {Said} said @param {Matter} matter @param {Revision} revision */
function make(said, matter, revision) {
  const side = said.side(revision);
  if (revision.kind === "agreement") answer(said, matter, revision, side);
  else if (revision.body.state !== "set_aside") propose(said, matter, revision, side);
  else if (said.headsOf(revision).includes(revision)) {
    noticeBeside(said, matter, revision, side);
    Object.assign(matter, { proposals: {}, agreed: null, setAside: revision });
  }
}

/** @param {Said} said @param {Matter} matter @param {Revision} revision @param {Side} side */
function propose(said, matter, revision, side) {
  noticeBeside(said, matter, revision, side);
  if (matter.agreed && saysTheSame(matter.agreed.said, revision)) return void delete matter.proposals[side];
  const theirs = waitsFor(matter, side);
  if (theirs && theirs.said.entry === revision.body.replaces) Object.assign(theirs, { answer: "changed", by: revision });
  matter.proposals[side] = { said: revision };
  matter.setAside = null;
}

/** @param {Said} said @param {Matter} matter @param {Revision} by @param {Side} side */
function answer(said, matter, by, side) {
  const { of, answer } = by.body;
  const { agreed, proposals } = matter;
  const theirs = proposals[OTHER[side]];
  if (theirs && theirs.said.entry === of) {
    if (answer === "not_for_me") decline(theirs, by, proposals[side]);
    else if (!isInTwoMinds(said, by)) Object.assign(matter, { agreed: { said: theirs.said, answer, by }, proposals: {} });
  } else if (agreed && agreed.said.entry === of && said.side(agreed.said) !== side && answer === "not_for_me") {
    proposals[OTHER[side]] ??= { said: agreed.said, answer, by };
    matter.agreed = null;
  }
}

/** What was suggested instead is off the table then. @param {Proposal} theirs @param {Revision} by @param {Proposal} [mine] */
function decline(theirs, by, mine) {
  Object.assign(theirs, { answer: "not_for_me", by });
  if (mine?.answer === "changed") delete mine.answer;
}

/** @param {Said} said @param {Revision} by */
function isInTwoMinds(said, by) {
  const heads = said.headsOf(by);
  return heads.includes(by) && heads.some(({ body }) => body.answer !== "agree");
}

/** @param {Said} said @param {Matter} matter @param {Revision} revision @param {Side} side */
function noticeBeside(said, { proposals, beside }, revision, side) {
  const before = proposals[side];
  beside[side] = said.unseenBy(revision, [...(beside[side] ?? []), ...(before ? [before.said] : [])]);
}

/** @param {Revision} one @param {Revision} other */
export const saysTheSame = (one, other) => content(one.body) === content(other.body);

/** @param {any} body */
const content = ({ fields, words, goal }) => JSON.stringify(fields ? Object.entries(fields).sort() : [words, goal]);

/** @param {Revision} revision */
const isProposal = ({ kind }) => AGREED_ON.includes(kind);

/** Without those that came after what was put in their place. @param {Revision[]} ordered */
function inTime(ordered) {
  const named = new Set();
  return ordered.filter(({ entry, record, base, resolves }) => {
    const isLate = named.has(record + entry);
    for (const each of [base, ...resolves]) named.add(record + each);
    return !isLate;
  });
}

/** @template {{ records: string[] }} T @param {Map<string, T>} groups @param {string} one @param {string} other */
function join(groups, one, other) {
  const [into, from] = [groups.get(other), groups.get(one)];
  if (!into || !from || into === from) return;
  into.records.push(...from.records);
  for (const record of from.records) groups.set(record, into);
}
