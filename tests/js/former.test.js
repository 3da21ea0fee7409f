/** Bea went from Ada to Olga, and came back; or whom she saw has left. Who was it then? */

import assert from "node:assert/strict";
import test from "node:test";

import { formerAt, formerNames, nameAt, within } from "../../webapp/static/js/former.js";

const ADA = { id: "ada", name: "Ada", until: "2026-03-01T10:00:00.000001Z" };
const OLGA = { id: "olga", name: "Olga", until: "2026-06-01T10:00:00Z" };
const LEFT = { ...OLGA, name: null };

/** @param {any[]} former */
const phone = (...former) => ({ recall: async () => ({ therapist: { id: "ada", name: "Ada" }, former }) });

test("to and fro, each has their own time, and now is nobody's who was there before", () => {
  const at = ["2026-02-28T10:00:00Z", "2026-03-02T10:00:00Z", "2026-06-02T10:00:00Z", undefined];
  assert.deepEqual(at.map((moment) => nameAt([ADA, OLGA], moment)), ["Ada", "Olga", undefined, undefined]);
});

test("who has left is not taken for whom Bea sees now", async () => {
  assert.deepEqual(await formerNames(phone(LEFT)), { olga: "A former therapist" });
  assert.equal((await formerAt(phone(LEFT)))("2026-03-02T10:00:00Z"), "A former therapist");
  assert.deepEqual([within("A former therapist"), within("Olga")], ["a former therapist", "Olga"]);
});

test("a phone that last asked an older version names nobody else", async () => {
  assert.equal((await formerAt(phone({ id: "olga", name: "Olga" })))("2026-03-02T10:00:00Z"), undefined);
  assert.deepEqual(await formerNames({ recall: async () => null }), {});
});
