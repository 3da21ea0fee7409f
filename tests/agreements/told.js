/** What the phone reads from entries in the short words of the vectors, told in the same words. */

/** @import { Matter, Proposal, Revision } from "../../webapp/static/js/types" */

import { matters } from "../../webapp/static/js/agreements.js";

const CLIENTS = ["ben", "bea"];

/** What a vector tells, as the phone has it. @param {any} told @param {number} at @returns {Revision} */
function revision({ entry, by, op = "put", base = null, resolves = [], waits = false, kind, ...said }, at) {
  const guessed = "of" in said ? "agreement" : "setting" in said ? "arrangement" : "goal";
  return {
    entry, record: entry[0], base, resolves, op, author: by, kind: kind ?? guessed, schema: 1,
    body: op === "put" ? { state: "proposed", goal: null, ...said } : null, written_at: "", zone: "",
    seq: waits ? null : at + 1, state: waits ? "waiting" : "received",
  };
}

/** What stands, in the order of the phone: what waits comes last. @param {any[]} entries */
export function read(entries) {
  const known = entries.toSorted((/** @type {any} */ a, /** @type {any} */ b) => Number(a.waits ?? 0) - Number(b.waits ?? 0)).map(revision);
  const client = CLIENTS.find((name) => known.some((/** @type {Revision} */ { author }) => author === name)) ?? "";
  return matters(known, client);
}

/** A matter in the short words of the vectors. @param {Matter} matter */
export function told({ kind, records, agreed, setAside, proposals, beside }) {
  const beside_ = map(beside, (each) => each.length && each.map(({ entry }) => entry));
  const found = { agreed: agreed && proposal(agreed), set_aside: setAside?.entry, proposals: map(proposals, proposal), beside: beside_ };
  const stands = Object.entries(found).filter(([, value]) => value && Object.keys(value).length);
  return { kind, records, ...Object.fromEntries(stands) };
}

/** @template T @param {Partial<Record<string, T>>} some @param {(each: T) => unknown} as */
const map = (some, as) => Object.fromEntries(Object.entries(some).map(([side, each]) => [side, each && as(each)]).filter(([, each]) => each));

/** @param {Proposal} proposal */
const proposal = ({ said, answer, by }) => [said.entry, ...(answer ? [answer, by?.entry] : [])].join(" ");
