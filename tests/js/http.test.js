/** What Ben's phone takes for an answer of ours. `fetch` is the network's, and so it is replaced. */

import assert from "node:assert/strict";
import test, { afterEach, mock } from "node:test";

import { get, post, secondsToWait, speakFor } from "../../webapp/static/js/http.js";

const NOON = Date.parse("2026-11-23T12:00:00Z");
const NOTHING = { status: 0, json: null, wait: null };
const JSON_TYPE = { "Content-Type": "application/json" };

afterEach(() => mock.restoreAll());

/** The network answers this to everything. @param {string | null} body @param {ResponseInit} about */
const network = (body, about) => mock.method(globalThis, "fetch", async () => new Response(body, about));

test("a phone waits for the seconds that it is told", () => {
  assert.deepEqual(["0", "7", " 120 "].map((told) => secondsToWait(told, NOON)), [0, 7, 120]);
});

test("a phone waits until the date that it is told", () => {
  assert.equal(secondsToWait("Mon, 23 Nov 2026 12:01:30 GMT", NOON), 90);
});

test("a date that has passed is no wait", () => {
  assert.equal(secondsToWait("Mon, 23 Nov 2026 11:00:00 GMT", NOON), 0);
});

test("a phone that is told nothing, or nonsense, waits for no given time", () => {
  const told = [null, "", "soon", "9".repeat(400)];
  assert.deepEqual(told.map((header) => secondsToWait(header, NOON)), [null, null, null, null]);
});

test("a phone posts JSON, follows no redirect, and keeps no copy of the answer", async () => {
  const { mock: asked } = network("{}", { headers: JSON_TYPE });
  await post("/sync", { protocol: 1 });
  const [path, { signal, ...options }] = asked.calls[0].arguments;
  assert.equal(path, "/sync");
  assert.deepEqual(options, {
    method: "POST", headers: JSON_TYPE, body: '{"protocol":1}', cache: "no-store", redirect: "error",
  });
  assert.ok(signal instanceof AbortSignal); // it does not wait for ever
});

test("a phone names whose it is, and nobody where it is nobody's", async () => {
  const { mock: asked } = network("{}", { headers: JSON_TYPE });
  speakFor("bea");
  await get("/my-passkeys");
  speakFor(undefined);
  await get("/my-passkeys");
  assert.deepEqual(asked.calls.map((/** @type {any} */ call) => call.arguments[1].headers), [{ "Footing-Account": "bea" }, {}]);
});

test("what is asked for one person is asked for them, also where the page speaks for another by now", async () => {
  const { mock: asked } = network("{}", { headers: JSON_TYPE });
  speakFor("ben");
  await get("/my-therapist", "bea");
  speakFor(undefined);
  assert.deepEqual(asked.calls[0].arguments[1].headers, { "Footing-Account": "bea" });
});

test("what nobody wants to hear any more is broken off, also in a Firefox that knows no signal of several", async () => {
  const { mock: asked } = network("{}", { headers: JSON_TYPE });
  const [wanted, { any }] = [new AbortController(), AbortSignal];
  Reflect.deleteProperty(AbortSignal, "any");
  await post("/logout", {}, wanted.signal);
  Object.assign(AbortSignal, { any });
  const { signal } = asked.calls[0].arguments[1];
  assert.equal(signal.aborted, false);
  wanted.abort();
  assert.equal(signal.aborted, true);
});

test("an answer of ours is taken as it is", async () => {
  network('{"protocol": 1}', { headers: { "Content-Type": "application/json; charset=utf-8" } });
  assert.deepEqual(await post("/sync", {}), { status: 200, json: { protocol: 1 }, wait: null });
});

test("a problem of ours is taken with its code, and with how long to wait", async () => {
  const headers = { "Content-Type": "application/problem+json", "Retry-After": "7" };
  network('{"code": "busy"}', { status: 503, headers });
  assert.deepEqual(await post("/sync", {}), { status: 503, json: { code: "busy" }, wait: 7 });
});

test("an answer without a body is one", async () => {
  network(null, { status: 204 });
  assert.deepEqual(await post("/logout", {}), { status: 204, json: null, wait: null });
});

test("a hotel's login page is no answer, though it says 200", async () => {
  network("<h1>Welcome</h1>", { headers: { "Content-Type": "text/html" } });
  assert.deepEqual(await get("/me"), NOTHING);
});

test("what looks like ours but does not say that it is JSON is no answer", async () => {
  network('{"protocol": 1}', { headers: { "Content-Type": "text/html" } });
  assert.deepEqual(await post("/sync", {}), NOTHING);
});

for (const status of [429, 503]) {
  test(`a proxy in front may ask to wait in its own words, with a ${status}`, async () => {
    const headers = { "Content-Type": "text/html", "Retry-After": "7" };
    network("<h1>Please wait</h1>", { status, headers });
    assert.deepEqual(await post("/sync", {}), { status, json: null, wait: 7 });
    network("<h1>Please wait</h1>", { status, headers: { "Content-Type": "text/html" } });
    assert.deepEqual(await post("/sync", {}), NOTHING);
  });
}

test("an answer that was cut on the way is none", async () => {
  network('{"protocol": 1, "resu', { headers: JSON_TYPE });
  assert.deepEqual(await post("/sync", {}), NOTHING);
});

test("where there is no signal there is no answer, and nothing breaks", async () => {
  mock.method(globalThis, "fetch", async () => { throw new TypeError("Failed to fetch"); });
  assert.deepEqual(await post("/sync", {}), NOTHING);
});

/** Asked to wait for 90 s by a date, on a phone whose clock is wrong. @param {string | undefined} date */
async function waitUntil(date) {
  const until = { "Retry-After": "Mon, 23 Nov 2026 12:01:30 GMT" };
  network("{}", { status: 503, headers: { ...JSON_TYPE, ...until, ...(date && { Date: date }) } });
  return (await post("/sync", {})).wait;
}

test("a phone whose clock is years wrong waits as long as one whose clock is right", async () => {
  mock.method(Date, "now", () => NOON + 3 * 365 * 86_400_000);
  assert.equal(await waitUntil("Mon, 23 Nov 2026 12:00:00 GMT"), 90);
});

test("only where the server does not say what time it is the phone takes its own", async () => {
  mock.method(Date, "now", () => NOON + 30_000);
  assert.equal(await waitUntil(undefined), 60);
  assert.equal(await waitUntil("nonsense"), 60);
});
