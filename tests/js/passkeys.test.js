import assert from "node:assert/strict";
import { test } from "node:test";

import { tellWhichAreLeft } from "../../webapp/static/js/passkeys.js";

/** What the phone was told. @type {any[]} */
let told = [];

/** @param {string[]} ids */
async function left(...ids) {
  told = [];
  const signalAllAcceptedCredentials = async (/** @type {any} */ about) => told.push(about);
  Object.assign(globalThis, { location: { hostname: "footing.example" }, PublicKeyCredential: { signalAllAcceptedCredentials } });
  await tellWhichAreLeft({ user: "dXNlcg", passkeys: ids.map((credential) => ({ credential })) });
}

test("a phone is told which passkeys are left, so that it forgets the one that was removed", async () => {
  await left("b25l", "dHdv");
  assert.deepEqual(told, [{ rpId: "footing.example", userId: "dXNlcg", allAcceptedCredentialIds: ["b25l", "dHdv"] }]);
});

test("a phone is never told that none is left, or it would throw all of them away", async () => {
  await left();
  assert.deepEqual(told, []);
});

test("a browser that cannot be told is left in peace", async () => {
  Object.assign(globalThis, { PublicKeyCredential: {} });
  await tellWhichAreLeft({ user: "dXNlcg", passkeys: [{ credential: "b25l" }] });
});
