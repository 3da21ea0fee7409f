/** A draft in two tabs: to end it in one takes no word from the other. */

import assert from "node:assert/strict";
import test from "node:test";

import { end } from "../../webapp/static/js/drafts.js";

/** What is left of the draft when a form that knows `mark` ends it. @param {object | undefined} there @param {string | null} mark */
async function leftOf(there, mark) {
  const rows = new Map([["draft", there]]);
  const request = (/** @type {string} */ id) => {
    const asked = { result: rows.get(id), addEventListener: () => {}, onsuccess: () => {} };
    queueMicrotask(() => asked.onsuccess());
    return asked;
  };
  const store = /** @type {any} */ ({ get: request, delete: (/** @type {string} */ id) => rows.delete(id) });
  await end(store, { id: "draft", mark });
  return rows.get("draft");
}

test("what its form wrote last ends with it", async () => {
  assert.equal(await leftOf({ mark: "mine" }, "mine"), undefined);
  assert.equal(await leftOf({}, null), undefined, "as the first version wrote it");
});

test("what another form wrote since stays, also where this one wrote nothing", async () => {
  const newer = { mark: "theirs" };
  assert.equal(await leftOf(newer, "mine"), newer);
  assert.equal(await leftOf(newer, null), newer);
});
