/** One round of syncing between Ben's phone and a server, with faults between them. */

import assert from "node:assert/strict";
import test from "node:test";

import { sync } from "../../webapp/static/js/sync.js";
import { NOTHING, Phone, Server, answer } from "./in-memory.js";

/** Ben's phone, on which he wrote this, and the server. @param {string[]} texts */
async function met(...texts) {
  const ben = new Phone("ben");
  await ben.writes(...texts);
  return { ben, server: new Server() };
}

/** @param {Server} server @param {number} count */
async function anotherPhoneWrites(server, count) {
  const tablet = new Phone("ben");
  await tablet.writes(...many(count));
  await sync(tablet, server.post);
}

/** @param {number} count */
const many = (count) => Array.from({ length: count }, (_, n) => `words ${n + 1}`);

test("what Ben wrote arrives, and leaves the outbox when it comes back", async () => {
  const { ben, server } = await met("It felt too fast.", "Better today.");
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual(server.words, ["It felt too fast.", "Better today."]);
  assert.deepEqual([ben.waiting, ben.received], [[], server.words]);
});

test("a phone with nothing to send asks once", async () => {
  const { ben, server } = await met();
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual(server.sizes, [0]);
});

test("the phone says whose it is, what waits, and how far it has read", async () => {
  const { ben, server } = await met("It felt too fast.");
  await sync(ben, server.post);
  const [{ now, push, ...asked }] = /** @type {any[]} */ (server.asked);
  const { device } = ben;
  assert.deepEqual(asked, { protocol: 1, account: "ben", device, waiting: 1, cursor: null, limit: 200 });
  assert.equal(new Date(now).toISOString(), now);
});

test("words are kept once when the answer is lost and the phone sends them again", async () => {
  const { ben, server } = await met("It felt too fast.");
  server.next(async (asked) => (await server.answers(asked), NOTHING));
  assert.deepEqual(await sync(ben, server.post), { state: "offline" });
  assert.deepEqual(ben.waiting, ["It felt too fast."]);
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual([server.words, ben.waiting], [["It felt too fast."], []]);
});

test("words that the server knew already leave the outbox", async () => {
  const { ben, server } = await met("It felt too fast.");
  const again = structuredClone(ben.outbox);
  await sync(ben, server.post);
  ben.outbox = again;
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual([server.words, ben.waiting], [["It felt too fast."], []]);
});

test("an entry that the server rejects needs attention, and the others go", async () => {
  const { ben, server } = await met("before", "poison", "after");
  server.rejects = ({ body }) => (body === "poison" ? "bad_body" : null);
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual(server.words, ["before", "after"]);
  assert.deepEqual([ben.waiting, ben.refused], [[], [["poison", "bad_body"]]]);
});

test("a whole batch of rejected entries does not hold up those behind it", async () => {
  const { ben, server } = await met(...many(20), "after");
  server.rejects = ({ body }) => (body === "after" ? null : "unknown_kind");
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual([server.words, ben.refused.length], [["after"], 20]);
});

test("an entry that needs attention is not sent again", async () => {
  const { ben, server } = await met("poison");
  server.rejects = () => "bad_body";
  await sync(ben, server.post);
  await sync(ben, server.post);
  assert.deepEqual(server.sizes, [1, 0]);
});

/** Words that lose their end on the way. @param {any} asked */
const cut = ({ push, ...asked }) => ({
  ...asked,
  push: push.map((/** @type {any} */ item) => ({ ...item, body: item.body.slice(0, 3) })),
});

test("words that were damaged on the way are sent again, whole", async () => {
  const { ben, server } = await met("It felt too fast.");
  server.next(...Array(3).fill((/** @type {any} */ asked) => server.answers(cut(asked))));
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual([server.words, ben.refused], [["It felt too fast."], []]);
});

test("words that arrive damaged four times need attention", async () => {
  const { ben, server } = await met("It felt too fast.");
  server.next(...Array(4).fill((/** @type {any} */ asked) => server.answers(cut(asked))));
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual(ben.refused, [["It felt too fast.", "bad_digest"]]);
});

test("the phone follows the pages of what Ben wrote elsewhere", async () => {
  const { ben, server } = await met();
  await anotherPhoneWrites(server, 45);
  server.page = 4; // more pages than there are fruitless tries
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual(ben.received, many(45));
});

test("a month of writing without signal goes in batches, in order", async () => {
  const { ben, server } = await met(...many(130));
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual([server.words, ben.waiting], [many(130), []]);
  assert.ok(Math.max(...server.sizes) <= 50);
});

test("a server that says “stored” but never shows the entry is not asked for ever", async () => {
  const { ben, server } = await met("It felt too fast.");
  const forgets = async (/** @type {any} */ asked) => {
    const { json, ...rest } = await server.answers(asked);
    return { ...rest, json: { ...json, changes: [], cursor: null, more: false } };
  };
  server.next(...Array(50).fill(forgets));
  assert.deepEqual(await sync(ben, server.post), { state: "offline" });
  assert.ok(server.asked.length <= 5);
  assert.deepEqual(ben.waiting, ["It felt too fast."]);
});

test("a server that shows the same page again and again is not asked for ever", async () => {
  const { ben, server } = await met();
  await anotherPhoneWrites(server, 4);
  server.page = 2;
  const stuck = (/** @type {any} */ asked) => server.answers({ ...asked, cursor: null });
  server.next(...Array(50).fill(stuck));
  assert.deepEqual(await sync(ben, server.post), { state: "offline" });
  assert.deepEqual(ben.received, many(2));
});

test("a server that wants to be read again and again is not asked for ever", async () => {
  const { ben, server } = await met();
  await anotherPhoneWrites(server, 4);
  server.page = 2;
  const restless = (/** @type {any} */ asked) =>
    asked.cursor ? answer(200, { protocol: 1, resync: true, results: [] }) : server.answers(asked);
  server.next(...Array(50).fill(restless));
  assert.deepEqual(await sync(ben, server.post), { state: "offline" });
  assert.deepEqual([ben.waiting, server.words], [[], many(4)]);
});

test("a restored server is read again, and gets what it has lost", async () => {
  const { ben, server } = await met("before the backup", "lost");
  await sync(ben, server.post);
  server.entries.pop();
  await ben.writes("new");
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual(server.words, ["before the backup", "new", "lost"]);
  assert.deepEqual([ben.received, ben.waiting], [server.words, []]);
});

test("an empty server is filled again with everything that Ben wrote", async () => {
  const { ben, server } = await met(...many(45));
  await sync(ben, server.post);
  server.entries = [];
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual([server.words, ben.received, ben.waiting], [many(45), many(45), []]);
});

test("a restored server is noticed even where what came since has the same number as before", async () => {
  const { ben, server } = await met("lost", "kept");
  await sync(ben, server.post);
  const [, kept] = server.entries;
  server.entries = [];
  await anotherPhoneWrites(server, 1);
  server.entries.push({ ...kept, received_at: "2026-12-01T00:00:00Z" }); // his tablet had it too
  assert.deepEqual(await sync(ben, server.post), { state: "done" });
  assert.deepEqual([server.words, ben.received], [["words 1", "kept", "lost"], server.words]);
});
