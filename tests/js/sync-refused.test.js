/** What Ben's phone makes of answers that are not good ones. Whatever they say, his words stay. */

import assert from "node:assert/strict";
import test from "node:test";

import { sync } from "../../webapp/static/js/sync.js";
import { NOTHING, Phone, Server, answer, problem } from "./in-memory.js";

/** @import { Answer } from "../../webapp/static/js/types" */

const PORTAL = { login: "Room 12", protocol: "https" };

/** @type {[string, Answer, object][]} */
const ANSWERS = [
  ["is signed out", problem(401, "not_signed_in"), { state: "signed_out" }],
  ["is signed in as Bea", problem(403, "wrong_account"), { state: "wrong_account" }],
  ["is told off by something that is not ours", answer(403, {}), { state: "offline" }],
  ["is too old", problem(426, "update_needed"), { state: "update_needed" }],
  ["is asked to slow down", problem(429, "too_many", 120), { state: "later", wait: 120 }],
  ["meets a server that is being mended", problem(503, "busy", 7), { state: "later", wait: 7 }],
  ["is not told how long to wait", problem(503, "busy"), { state: "later", wait: 60 }],
  ["is told to wait for no time at all", problem(503, "busy", 0), { state: "later", wait: 2 }],
  ["meets a server that is broken", problem(500, "error"), { state: "offline" }],
  ["meets a gateway without a server", answer(502, {}), { state: "offline" }],
  ["gets no answer, or a page of HTML", NOTHING, { state: "offline" }],
  ["gets JSON of a hotel's login page", answer(200, PORTAL), { state: "offline" }],
  ["gets JSON that is nothing", answer(200, null), { state: "offline" }],
  ["gets an answer of another protocol", answer(200, { protocol: 2 }), { state: "offline" }],
];

/** Ben's phone, on which he wrote this, and the server. @param {string[]} texts */
async function met(...texts) {
  const ben = new Phone("ben");
  await ben.writes(...texts);
  return { ben, server: new Server() };
}

for (const [what, refused, outcome] of ANSWERS) {
  test(`a phone that ${what} keeps everything, and sends it later`, async () => {
    const { ben, server } = await met("It felt too fast.", "Better today.");
    server.next(() => refused);
    assert.deepEqual(await sync(ben, server.post), outcome);
    assert.deepEqual([server.asked.length, ben.waiting.length, ben.refused], [1, 2, []]);
    assert.deepEqual(await sync(ben, server.post), { state: "done" });
    assert.deepEqual([server.words, ben.waiting], [["It felt too fast.", "Better today."], []]);
  });
}

test("a phone that is signed out in the middle keeps the rest, and loses no batch", async () => {
  const texts = Array.from({ length: 50 }, (_, n) => `words ${n}`);
  const { ben, server } = await met(...texts);
  server.next(server.answers, () => problem(401, "not_signed_in"));
  assert.deepEqual(await sync(ben, server.post), { state: "signed_out" });
  assert.deepEqual([...server.words, ...ben.waiting], texts);
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual(server.words, texts);
});

/** A server that takes this many characters of words at once. @param {number} most */
function narrow(most) {
  const server = new Server();
  const { answers } = server;
  server.answers = async (asked) => {
    const length = asked.push.map((/** @type {any} */ { body }) => body).join("").length;
    return length > most ? problem(413, "too_large") : answers(asked);
  };
  return server;
}

test("a phone that sent too much sends half as much, and all of it", async () => {
  const { ben } = await met("one", "two", "three", "four", "five");
  const server = narrow(9);
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual(server.words, ["one", "two", "three", "four", "five"]);
  assert.deepEqual(server.sizes, [5, 2, 2, 1]);
});

test("the one entry that is too large is found by halving, and only it needs attention", async () => {
  const { ben } = await met("one", "two", "far too many words", "four", "five");
  const server = narrow(12);
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual(server.words, ["one", "two", "four", "five"]);
  assert.deepEqual(ben.refused, [["far too many words", "too_large"]]);
  assert.deepEqual(server.sizes, [5, 2, 2, 1, 2]); // and then whole batches again
});

test("entries that are each too large all need attention, and none is asked about for ever", async () => {
  const { ben } = await met(...Array(12).fill("far too many words"));
  const server = narrow(12);
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual([server.words, ben.refused.length], [[], 12]);
});

/** A server that cannot read what this is true of. @param {(asked: any) => boolean} unreadable */
function puzzled(unreadable) {
  const server = new Server();
  const { answers } = server;
  server.answers = async (asked) => (unreadable(asked) ? problem(400, "bad_request") : answers(asked));
  return server;
}

test("words that were cut on the way are sent again", async () => {
  const { ben, server } = await met("It felt too fast.");
  server.next(() => problem(400, "bad_request"));
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual([server.words, ben.refused], [["It felt too fast."], []]);
});

test("the one entry that the server cannot read is found by halving, and the others go", async () => {
  const { ben } = await met("one", "two", "unreadable", "four", "five");
  const server = puzzled(({ push }) => push.some((/** @type {any} */ { body }) => body === "unreadable"));
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual(server.words, ["one", "two", "four", "five"]);
  assert.deepEqual(ben.refused, [["unreadable", "bad_request"]]);
});

for (const status of [400, 404, 415, 422]) {
  test(`a phone that gets ${status} whatever it sends blames none of Ben's entries`, async () => {
    const { ben, server } = await met("It felt too fast.", "Better today.");
    server.next(...Array(50).fill(() => problem(status, "bad_request")));
    assert.deepEqual(await sync(ben, server.post), { state: "defect" });
    assert.deepEqual([ben.waiting.length, ben.refused], [2, []]);
    assert.ok(server.asked.length <= 6);
  });
}

test("a phone that loses signal while it looks for an unreadable entry blames none", async () => {
  const { ben, server } = await met("It felt too fast.");
  server.next(() => problem(400, "bad_request"), () => NOTHING);
  assert.deepEqual(await sync(ben, server.post), { state: "offline" });
  assert.deepEqual(ben.waiting, ["It felt too fast."]);
});

test("a server that finds even nothing too large meets a phone that stops", async () => {
  const { ben, server } = await met();
  server.next(() => problem(413, "too_large"));
  assert.deepEqual(await sync(ben, server.post), { state: "defect" });
});
