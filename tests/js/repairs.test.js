/** Bea is asked whether it was put right: about what, when, and when no more. And how a story is told. */

/** @import { Standing, TalkingPoint } from "../../webapp/static/js/types" */

import assert from "node:assert/strict";
import test from "node:test";

import { develop } from "../../webapp/static/js/alliance.js";
import { due, heading, inWords, isToTalkAbout, story, unsettledOf } from "../../webapp/static/js/repairs.js";
import { standing } from "../../webapp/static/js/standing.js";

let seq = 0;

/** One record as it stands, of one entry. @param {string} kind @param {string} record @param {any} body @param {any} more @returns {Standing} */
function stands(kind, record, body, more = {}) {
  const head = { record, base: null, resolves: [], schema: 1, op: "put", zone: "Europe/London", author: "bea", state: "received" };
  const when = { seq: (seq += 1), written_at: "2026-11-25T18:00:00Z" };
  return standing([/** @type {any} */ ({ entry: `${record} ${seq}`, kind, body, ...head, ...when, ...more })])[0];
}

/** A check-in in which each question has this answer. @param {string} record @param {number} answer @param {boolean} [felt_off] */
function checkIn(record, answer, felt_off = false) {
  const ratings = Object.fromEntries(["safety", "respect", "openness", "goals", "tasks", "feedback"].map((key) => [key, answer]));
  return stands("check_in", record, { ratings, felt_off, words: "", shared: true });
}

/** @param {string | null} check_in @param {Partial<TalkingPoint>} said */
const point = (check_in, said = {}) => stands("talking_point", `about ${check_in}`, { check_in, words: "It stung.", route: "say", state: "open", shared: false, ...said });

/** What Bea is asked about after these. @param {Standing[]} checkIns @param {Standing[]} points @param {Record<string, number>} asked */
function askedAbout(checkIns, points = [], asked = {}) {
  const development = develop(checkIns.map(({ current }) => current.body));
  return due(unsettledOf(checkIns, development, points), asked).map(({ id }) => id);
}

/** @param {string[]} names */
const good = (...names) => names.map((name) => checkIn(name, 4));

test("on the day itself nothing is asked, after the next check-in it is", () => {
  const off = checkIn("off", 4, true);
  assert.deepEqual(askedAbout([off], [point("off")]), []);
  assert.deepEqual(askedAbout([off, ...good("next")], [point("off")]), ["off"]);
});

test("once asked, it is quiet until three check-ins have gone by; then one prompt, then silence", () => {
  const off = [checkIn("off", 4, true), ...good("1", "2", "3", "4", "5")];
  const when = [1, 2, 3, 4, 5].map((after) => askedAbout(off.slice(0, after + 1), [point("off")], { off: after > 3 ? 3 : Number(after > 1) }).length);
  assert.deepEqual(when, [1, 0, 1, 0, 0]);
});

test("what was first seen late is asked about once", () => {
  const off = [checkIn("off", 4, true), ...good("1", "2", "3", "4")];
  assert.deepEqual(askedAbout(off, [point("off")]), ["off"]);
  assert.deepEqual(askedAbout(off, [point("off")], { off: 4 }), []);
});

for (const state of /** @type {const} */ (["raised", "better", "not_yet"])) {
  test(`what is ${state} is asked about`, () => {
    assert.deepEqual(askedAbout([checkIn("off", 4, true), ...good("next")], [point("off", { state })]), ["off"]);
  });
}

for (const state of /** @type {const} */ (["put_right", "left"])) {
  test(`what is ${state} is left alone, and its check-in too`, () => {
    assert.deepEqual(askedAbout([checkIn("off", 4, true), ...good("next")], [point("off", { state })]), []);
    assert.equal(isToTalkAbout(point("off", { state })), false);
  });
}

test("a strain that nobody put into words is asked about too", () => {
  assert.deepEqual(askedAbout([...good("1"), checkIn("fell", 2), checkIn("still low", 2)]), ["fell"]);
  assert.deepEqual(askedAbout([checkIn("off", 4, true), ...good("next")]), ["off"]);
});

test("one that the answers put right is not", () => {
  assert.deepEqual(askedAbout([...good("1"), checkIn("fell", 2), ...good("back")]), []);
});

test("a strain of several check-ins is one question, and a talking point about any of them stands for it", () => {
  const low = [...good("1"), checkIn("fell", 2), checkIn("fell again", 1), checkIn("now", 2)];
  assert.deepEqual(askedAbout(low), ["fell"]);
  assert.deepEqual(askedAbout(low, [point("fell again")]), ["fell again"]);
});

test("long ago and never put into words, it is not dug up", () => {
  const ago = [checkIn("off", 4, true), ...good("1", "2", "3", "4", "5", "6")];
  assert.deepEqual(askedAbout(ago), []);
  assert.deepEqual(askedAbout(ago, [point("off")]), ["off"]);
});

test("a talking point about no check-in counts from when it was written", () => {
  const before = good("before");
  const mine = point(null);
  assert.deepEqual(askedAbout(before, [mine]), []);
  assert.deepEqual(askedAbout([...before, ...good("after")], [mine]), ["about null"]);
});

test("what waits on the phone is in order too", () => {
  const waits = { seq: null, state: "waiting" };
  const mine = stands("talking_point", "mine", point(null).current.body, { ...waits, written_at: "2026-11-25T18:00:00Z" });
  const later = stands("check_in", "later", checkIn("x", 4).current.body, { ...waits, written_at: "2026-11-25T19:00:00Z" });
  const earlier = stands("check_in", "earlier", checkIn("y", 4).current.body, { ...waits, written_at: "2026-11-25T17:00:00Z" });
  assert.deepEqual([askedAbout([later], [mine]), askedAbout([earlier], [mine])], [["mine"], []]);
});

test("one that was deleted is nothing to talk about", () => {
  const gone = stands("talking_point", "gone", null, { op: "delete" });
  assert.equal(isToTalkAbout(gone), false);
  assert.deepEqual(askedAbout([...good("1", "2")], [gone]), []);
});

/** @param {Partial<TalkingPoint>[]} said one revision after the other */
function told(...said) {
  let body = point(null, { words: "" }).current.body;
  return story(said.map((change, at) => /** @type {any} */ ({ op: "put", seq: at, written_at: "", body: (body = { ...body, ...change }) }))).map(({ what }) => what);
}

test("a story goes from the words to put right", () => {
  assert.deepEqual(told({ words: "It stung." }, { state: "raised" }, { state: "better" }, { state: "put_right" }), ["said", "raised", "better", "put_right"]);
});

test("other words and another way are told, the same again is not", () => {
  assert.deepEqual(told({ words: "It stung." }, { words: "It hurt." }, { route: "send", shared: true }, { shared: false }, {}), ["said", "changed", "send"]);
});

test("nobody is told that something was sent which was taken back before it left", () => {
  assert.deepEqual(told({ words: "It stung." }, { route: "send" }, { route: "ask", shared: true }), ["said", "ask"]);
});

test("without words a story is what became of it", () => {
  assert.deepEqual(told({ state: "raised" }, { state: "put_right" }), ["raised", "put_right"]);
});

test("a deletion tells nothing", () => {
  assert.deepEqual(story([/** @type {any} */ ({ op: "delete", body: null })]), []);
});

/** @param {Partial<TalkingPoint>} said */
const headed = (said) => heading(point(null, said), "Ada");

test("Bea reads that she asked Ada only where Ada can know of it", () => {
  assert.equal(headed({ route: "ask", shared: true }), "You asked Ada to bring it up");
  assert.deepEqual([headed({ route: "ask" }), headed({ route: "send" })], ["To talk about", "To talk about"]);
});

test("a story says when each step came in, which tells who it was that was asked", () => {
  const asked = /** @type {any} */ ({ op: "put", seq: 1, written_at: "", received_at: "2026-11-25T18:00:00Z", body: point(null).current.body });
  assert.deepEqual(story([asked]).map(({ came }) => came), ["2026-11-25T18:00:00Z"]);
  assert.equal(inWords("ask", "A former therapist"), "You asked a former therapist to bring it up");
  assert.equal(inWords("read", "A former therapist"), "A former therapist read it");
});

test("what waits on her phone Bea has not sent, and nobody was asked", () => {
  const waits = (/** @type {Partial<TalkingPoint>} */ said) => heading({ ...point(null, { shared: true, ...said }), state: "waiting", sharedThere: false }, "Ada");
  assert.deepEqual([waits({ route: "send" }), waits({ route: "ask" })], ["Not sent yet", "Ada is not asked yet"]);
  assert.equal(waits({ route: "say" }), "You chose to say it yourself");
  assert.equal(heading({ ...point(null, { shared: true, route: "send" }), state: "waiting", sharedThere: true }, "Ada"), "You sent it");
});

test("what Bea says herself, and what became of it, is so whether Ada sees it or not", () => {
  assert.equal(headed({ route: "say" }), "You chose to say it yourself");
  assert.equal(headed({ route: "ask", state: "better" }), "It is better");
});
