/** What Ben and Ada have agreed: the phone reads the same as the server, from the same vectors. */

import assert from "node:assert/strict";
import test from "node:test";

import vectors from "../agreements/vectors.json" with { type: "json" };
import { newest, waitsFor } from "../../webapp/static/js/agreements.js";
import { read, told } from "../agreements/told.js";

for (const vector of vectors) {
  test(vector.tells, () => assert.deepEqual(read(vector.entries).map(told), vector.matters));
}

/** @param {string} tells */
const one = (tells) => read(vectors.find((vector) => vector.tells.startsWith(tells))?.entries ?? [])[0];

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
