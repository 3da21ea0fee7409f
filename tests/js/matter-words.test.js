/** What the phone says to Ben of what he and Ada agree. */

import assert from "node:assert/strict";
import test from "node:test";

import { agreedOn, going, quoted, state, waits, stillWaits } from "../../webapp/static/js/matter-words.js";

/** @param {"received" | "waiting"} state @param {object} body @returns {any} */
const said = (state = "received", body = {}) => ({ state, body, written_at: "2026-03-03T12:00:00Z", ...(state === "received" && { received_at: "2026-03-05T12:00:00Z" }) });

/** @param {any} stands @returns {string} */
const tells = (stands) => state({ agreed: null, setAside: null, beside: {}, kind: "goal", records: [], proposals: {}, ...stands }, "Ada");

const OPEN = { said: said() };
const DECLINED = { said: said(), answer: "not_for_me", by: said() };
const AGREED = { said: said(), answer: "agree", by: said() };

test("what waits for Ben comes first", () => {
  assert.equal(tells({ proposals: { therapist: OPEN } }), "Ada proposes this. Your answer?");
  assert.equal(tells({ agreed: AGREED, proposals: { therapist: OPEN } }), "Ada suggests a change. Your answer?");
  assert.equal(tells({ proposals: { client: OPEN, therapist: OPEN } }), "Ada suggests a change. Your answer?");
});

test("what waits for Ada is said so, and where it is until it has arrived", () => {
  assert.equal(tells({ proposals: { client: OPEN } }), "Waits for Ada’s answer");
  assert.match(waits({ said: said("waiting") }, "Ada"), /^Saved on this phone\. It goes when/);
});

test("what Ben suggests instead of Ada’s words is not waiting for Ada where he sees Olga by now", () => {
  const ada = { said: { author: "ada" }, answer: "changed" };
  /** @param {any} proposals */
  const author = (proposals) => quoted(/** @type {any} */ ({ proposals }))?.author;
  assert.equal(author({ therapist: ada, client: OPEN }), undefined);
  assert.equal(author({ therapist: { said: ada.said } }), "ada");
  assert.equal(author({ client: { ...DECLINED, by: { author: "olga" } } }), "olga");
});

test("what both agreed has its day: the one on which it arrived, as on Ada’s page", () => {
  assert.match(tells({ agreed: AGREED }), /^Both of you agreed on .*\b5 March/);
});

test("Ben’s yes that has not arrived is not called an agreement of both", () => {
  assert.match(agreedOn({ ...AGREED, answer: "agree", by: said("waiting") }), /^You agree\. Saved on this phone\./);
});

test("not for me is said by whoever said it", () => {
  assert.equal(tells({ proposals: { client: DECLINED } }), "Ada said: not for me");
  assert.equal(tells({ proposals: { therapist: DECLINED } }), "You said: not for me");
  assert.match(stillWaits("Put aside", /** @type {any} */ ({ state: "waiting" })), /^Put aside\. Saved on this phone\./);
});

test("what was put aside is only that", () => {
  assert.equal(tells({ setAside: said() }), "Put aside");
});

test("how it is going is one line, whatever was left out", () => {
  assert.match(going(said("received", { value: 0, fits: null })), / · 0 of 10$/);
  assert.match(going(said("received", { value: null, fits: "not_for_me" })), / · this way is not for me$/);
  assert.doesNotMatch(going(said("received", { value: null, fits: null })), /·/);
});
