/** What the phone says to Ben about days, states and who sees what. */

import assert from "node:assert/strict";
import test from "node:test";

import { day, left, state, waiting, whoSees } from "../../webapp/static/js/words.js";

const NOW = new Date(2026, 10, 23, 12);

test("a day of this year has its weekday, and no year", () => {
  const said = day(new Date(2026, 2, 3, 18, 30).toISOString(), NOW);
  assert.match(said, /^Tuesday,? 3 March$/); // some browsers say it with a comma
});

test("a day of another year has its year", () => {
  assert.equal(day(new Date(2025, 10, 23, 12).toISOString(), NOW), "23 November 2025");
});

test("an evening check-in is of the day that it was where Ben is", () => {
  assert.match(day(new Date(2026, 10, 22, 23, 59).toISOString(), NOW), /^Sunday,? 22 November$/);
});

test("what Ada's server has is received", () => {
  assert.equal(state("received"), "Received");
});

test("what was refused needs attention", () => {
  assert.equal(state("refused"), "Needs attention");
});

test("what waits is saved, and goes by itself only where the browser can", () => {
  assert.equal(state("waiting", true), "Saved on this phone. It goes when you have signal.");
  assert.match(state("waiting"), /^Saved on this phone\. .* when you next open Footing with signal\.$/);
});

/** @param {boolean} shared @param {"received" | "waiting" | "refused"} state @param {boolean} sharedThere */
const sees = (shared, state, sharedThere) => {
  const head = /** @type {any} */ ({ op: "put", body: { shared } });
  return whoSees({ heads: [head], state, sharedThere }, "Ada");
};

test("Ben alone sees what he keeps to himself, wherever it is", () => {
  assert.equal(sees(false, "received", false), "Only you can see this.");
  assert.equal(sees(false, "waiting", false), "Only you can see this.");
});

test("Ada sees what is shared once it has arrived, and Ben is told so", () => {
  assert.equal(sees(true, "received", true), "Ada can see this.");
  assert.equal(sees(true, "waiting", false), "Ada can see this once it has arrived.");
  assert.equal(sees(true, "refused", false), "Ada can see this once it has arrived.");
});

test("Ben is not told that Ada sees nothing while the server still shows her the version before", () => {
  assert.match(sees(false, "waiting", true), /^Ada can see the earlier version until this one has arrived/);
  assert.match(sees(true, "waiting", true), /^Ada can see the earlier version until this one has arrived/);
});

test("one thing waits, and several wait", () => {
  assert.match(waiting(1), /^1 .* waits on this phone\./);
  assert.match(waiting(3), /^3 .* wait on this phone\./);
});

test("what is left to write is counted as the server counts: an emoji is one", () => {
  assert.equal(left("", 2000), 2000);
  assert.equal(left("It felt too fast.", 20), 3);
  assert.equal(left("🌧️ é", 10), 6); // cloud, its variation, a space, a letter
});

test("whoever writes too much is told by how much", () => {
  assert.equal(left("abcdef", 4), -2);
});
