/** What Ben and Ada have agreed: the phone reads the same as the server, from the same vectors. */

import assert from "node:assert/strict";
import test from "node:test";

import vectors from "../agreements/vectors.json" with { type: "json" };
import { matters, newest, waitsFor } from "../../webapp/static/js/agreements.js";

/** @import { Matter, Proposal, Revision } from "../../webapp/static/js/types" */

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

/** In the order of the phone: what waits comes last. @param {any} vector */
function read({ entries }) {
  const known = entries.toSorted((/** @type {any} */ a, /** @type {any} */ b) => Number(a.waits ?? 0) - Number(b.waits ?? 0)).map(revision);
  const client = CLIENTS.find((name) => known.some((/** @type {Revision} */ { author }) => author === name)) ?? "";
  return matters(known, client);
}

/** A matter in the short words of the vectors. @param {Matter} matter */
function told({ kind, records, agreed, setAside, proposals, beside }) {
  const beside_ = map(beside, (each) => each.length && each.map(({ entry }) => entry));
  const found = { agreed: agreed && proposal(agreed), set_aside: setAside?.entry, proposals: map(proposals, proposal), beside: beside_ };
  const stands = Object.entries(found).filter(([, value]) => value && Object.keys(value).length);
  return { kind, records, ...Object.fromEntries(stands) };
}

/** @template T @param {Partial<Record<string, T>>} some @param {(each: T) => unknown} as */
const map = (some, as) => Object.fromEntries(Object.entries(some).map(([side, each]) => [side, each && as(each)]).filter(([, each]) => each));

/** @param {Proposal} proposal */
const proposal = ({ said, answer, by }) => [said.entry, ...(answer ? [answer, by?.entry] : [])].join(" ");

for (const vector of vectors) {
  test(vector.tells, () => assert.deepEqual(read(vector).map(told), vector.matters));
}

/** @param {string} tells */
const one = (tells) => read(vectors.find((vector) => vector.tells.startsWith(tells)))[0];

test("who is to answer is the side that did not say it last", () => {
  const matter = one("Ada suggests a change");
  assert.equal(waitsFor(matter, "client")?.said.entry, "h1");
  assert.equal(waitsFor(matter, "therapist"), undefined);
});

test("a matter goes by what is agreed, or else by what waits", () => {
  assert.equal(newest(one("what was agreed goes on"))?.entry, "g1");
  assert.equal(newest(one("Ada suggests a change"))?.entry, "h1");
  assert.equal(newest(one("Ben puts his goal aside"))?.entry, "g2");
});
