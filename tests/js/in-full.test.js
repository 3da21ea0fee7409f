/** What Bea takes away of each kind of entry, in words. */

import assert from "node:assert/strict";
import test from "node:test";

import { told } from "../../webapp/static/js/in-full.js";

const { env } = /** @type {any} */ (globalThis).process;
env.TZ = "Europe/London";

const LABELS = {
  fields: { meet: "Where we meet" }, answers: { safety: "What do I bring along?" }, ticked: { path: "Know the way", bring: "What I wanted to bring" },
};
const WALK = {
  starts_at: "2024-11-28T14:00:00Z", zone: "Europe/London", minutes: 50, setting: "walk_and_talk",
  place: "Car park\nPast the church.", link: "", state: "cancelled",
};
const POINT = { check_in: null, words: "That stung.", route: "ask", state: "raised", shared: true };
const GOAL = { words: "Sleep better", state: "proposed", goal: null, replaces: null };
const REMINDERS = { push: false, email: true, address: "bea@example.org", evening: true, quiet: { from: "21:00", until: "08:00" }, wording: "plain" };

/** Each kind as it is said, and what is told of it. @type {[string, object, string[]][]} */
const SAID = [
  ["appointment", WALK, ["Thursday 28 November 2024, 14:00, a walk: Car park", "Past the church.", "50 minutes", "Cancelled"]],
  ["talking_point", POINT, ["That stung.", "You asked Ada to bring it up", "You talked about it"]],
  ["talking_point", { ...POINT, shared: false, state: "open" }, ["That stung.", "To talk about"]],
  ["talking_point", { ...POINT, words: "", route: "say", state: "left" }, ["You would rather leave it"]],
  ["preparation", { bring: "My brother", ticked: ["path", "bring", "gone"] }, ["My brother", "Ticked off: Know the way", "Ticked off: What I wanted to bring", "Ticked off: a tip"]],
  ["goal", GOAL, ["Sleep better"]],
  ["task", { ...GOAL, state: "set_aside" }, ["Sleep better", "Put aside"]],
  ["progress", { of: "it", value: 7, fits: "partly", words: "" }, ["7 of 10 · this way is partly right for me"]],
  ["progress", { of: "it", value: null, fits: null, words: "Slowly." }, ["Slowly."]],
  ["agreement", { of: "it", answer: "agree", words: "" }, ["I agree"]],
  ["agreement", { of: "it", answer: "not_for_me", words: "Too soon." }, ["Not for me", "Too soon."]],
  ["arrangement", { setting: "walk_and_talk", fields: { meet: "The gate", picnic_spot: "The oak" } }, ["A walk", "Where we meet: The gate", "picnic spot: The oak"]],
  ["reflection", { answers: { safety: "My coat", goals: "" } }, ["What do I bring along?: My coat"]],
  ["preference", { check_ins: false, reminders: {} }, ["No check-ins", "No reminders"]],
  ["preference", { check_ins: true, reminders: REMINDERS }, ["The evening before · By e-mail", "bea@example.org", "Nothing from 21:00 until 08:00"]],
  ["tip", { title: "Boots", text: "Bring them.", state: "off" }, ["Boots", "Bring them.", "Switched off"]],
  ["notice", { about: "moved", of: null }, []],
  ["something newer", { words: "?" }, []],
];

for (const [kind, body, lines] of SAID) {
  test(`${kind}: ${lines.join(", ")}`, () => assert.deepEqual(told({ kind, body }, "Ada", LABELS), lines));
}

test("what Bea wants to be asked about is not said to be asked while it waits on her phone", () => {
  const [, asked] = told({ kind: "talking_point", body: POINT, state: "waiting" }, "Ada", LABELS);
  assert.equal(asked, "Ada is not asked yet");
});

test("of what has another shape, Bea's words can be taken away at least", () => {
  assert.deepEqual(told({ kind: "preparation", body: { bring: "My brother" } }, "Ada", LABELS), ["My brother"]);
  assert.deepEqual(told({ kind: "talking_point", body: { ...POINT, state: "later" } }, "Ada", LABELS), ["That stung."]);
});

test("what was emptied says nothing", () => assert.deepEqual(told({ kind: "goal", body: null }, "Ada", LABELS), []));
