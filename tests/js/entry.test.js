/** What Ben writes, on its way to the server. */

import assert from "node:assert/strict";
import test from "node:test";

import { toSend, written } from "../../webapp/static/js/entry.js";
import { freshKey, workingKey } from "../../webapp/static/js/sealing.js";

/** What would be sent of these words of Ben's. @param {string} words */
async function sent(words) {
  const key = await workingKey(freshKey());
  const row = await written(key, { record: crypto.randomUUID(), base: null, kind: "reflection" }, { answers: { good: words } });
  const { body } = await toSend(key, row);
  return JSON.parse(body ?? "").answers.good;
}

test("half an emoji that Ben pasted does not keep his words from the server", async () => {
  assert.equal(await sent("It rained \ud83d and\0 rained."), "It rained \ufffd and\ufffd rained.");
});

test("whatever is whole goes as Ben wrote it", async () => {
  const whole = "עברית \u202e 👨‍👩‍👧 🌧️ é";
  assert.equal(await sent(whole), whole);
});
