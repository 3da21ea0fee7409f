/** What Bea is told of what was read, in words. */

import assert from "node:assert/strict";
import test from "node:test";

import { inWords, moments, notOpened, shortened } from "../../webapp/static/js/were-read.js";

/** @param {string} first_at @param {string} last_at @param {string | null} by */
const read = (first_at, last_at = first_at, by = "Ada") => ({ entry: "e", record: "r", kind: "check_in", by, first_at, last_at });
const MARCH = "2020-03-03T10:02:00Z";
const APRIL = "2020-04-01T10:02:00Z";
const MAY = "2020-05-01T10:02:00Z";

test("once is told once", () => assert.match(moments(read(MARCH)), /^on 3 March 2020 at [\d:]+$/));

test("several times are told by the first and the last", () =>
  assert.match(moments(read(MARCH, MAY)), /^first on 3 March 2020 at [\d:]+, last on 1 May 2020 at [\d:]+$/));

test("several versions are told as one", () =>
  assert.match(inWords([read(APRIL, MAY), read(MARCH, APRIL)]), /^Ada had it open first on 3 March.* last on 1 May .*taken back\.$/));

test("what Ada had open is not said of Olga, nor of anybody where she has left", () => {
  const both = inWords([read(MAY, MAY, "Olga"), read(MARCH)]);
  assert.match(both, /^Olga had it open on 1 May .* Ada had it open on 3 March .* That cannot be taken back\.$/);
  assert.match(inWords([read(MARCH, MARCH, null)]), /^A former therapist had it open on 3 March/);
});

test("what was not opened is told so, and what may have been seen of it", () => {
  assert.equal(notOpened("check_in", "Ada"), "Ada had not opened it. Pictures that Ada saw may have counted the answers.");
  assert.equal(notOpened("talking_point", "Ada"), "Ada had not opened it.");
});

test("an emoji in what Bea wrote is never cut in two", () => {
  assert.equal(shortened("🌳".repeat(60)), "🌳".repeat(60));
  assert.equal(shortened(`${"x".repeat(59)}🌳 and more`), `${"x".repeat(59)}🌳…`);
});
