import assert from "node:assert/strict";
import { env } from "node:process";
import test from "node:test";

import { traces } from "../../webapp/static/js/traces.js";

env.TZ = "UTC";

const none = { sign_ins: [], links: [], let_in: [], notified: [], reminders: [] };
const at = (/** @type {number} */ day) => `2026-06-0${day}T10:00:00Z`;

/** @param {Partial<import("../../webapp/static/js/traces.js").Traces>} kept @returns {string[]} the lines */
const lines = (kept) => traces({ ...none, ...kept }).flatMap(([, each]) => each);

test("of what there is none of, nothing is said", () => {
  assert.deepEqual(traces(none), []);
});

test("a passkey that was removed and a login that goes on are both there", () => {
  const passkey = { what: "passkey", label: "Phone", since: at(1), last: at(2), ended: at(3) };
  const login = { what: "login", label: null, since: at(1), last: at(2), ended: null };
  assert.deepEqual(lines({ sign_ins: [passkey, login] }), [
    "Passkey Phone: since 1 June 2026, last used on 2 June 2026, ended on 3 June 2026",
    "Signed in: since 1 June 2026, last used on 2 June 2026",
  ]);
});

test("a link says whether somebody came in by it", () => {
  const link = { again: false, since: at(1), until: at(8), used: null, ended: null };
  assert.deepEqual(lines({ links: [link, { ...link, used: at(2) }, { ...link, again: true, ended: at(3) }] }), [
    "An invitation, of 1 June 2026: good until 8 June 2026",
    "An invitation, of 1 June 2026: used on 2 June 2026",
    "A new way in, of 1 June 2026: ended on 3 June 2026",
  ]);
});

test("a reminder says what it was about and what became of it", () => {
  const walk = { what: "evening", begins: at(2), due: at(1), state: "sent" };
  assert.deepEqual(lines({ reminders: [walk, { ...walk, what: "test", state: "gone" }] }), [
    "A reminder of the session on 2 June 2026: went, 1 June 2026, 10:00",
    "A reminder to try it out: reached nobody, 1 June 2026, 10:00",
  ]);
});

test("being let in again says from when what was only for Ben is open to him", () => {
  assert.deepEqual(lines({ let_in: [{ since: at(1), opens: at(8) }] }), [
    "You were let in again on 1 June 2026. What was only for you before is open to you from 8 June 2026.",
  ]);
});

test("where Ben is notified is called by its service, where that is known", () => {
  assert.deepEqual(lines({ notified: [{ service: "Mozilla", since: at(1) }, { service: null, since: at(2) }] }), [
    "Mozilla, since 1 June 2026",
    "A browser, since 2 June 2026",
  ]);
});
