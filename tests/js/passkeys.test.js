import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { tellWhichAreLeft } from "../../webapp/static/js/keeping.js";
import { makePasskey, oneAtATime, refusal, sentence } from "../../webapp/static/js/passkeys.js";

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

/** A tap on a button. @param {(event: any) => unknown} act @param {any} button */
const tap = (act, button) => act({ currentTarget: button, preventDefault() {} });

test("a second tap is part of the first, and the button is busy until all is done", async () => {
  let begun = 0;
  const button = { ariaBusy: "false" };
  let end = () => {};
  const act = oneAtATime(() => (begun++, new Promise((is) => (end = () => is(undefined)))));
  const first = tap(act, button);
  await tap(act, button);
  await tap(oneAtATime(() => begun++), {}); // nor one by another button
  assert.deepEqual([begun, button.ariaBusy], [1, "true"]);
  end();
  await first;
  assert.equal(button.ariaBusy, "false");
});

test("what went wrong is over: the next tap begins anew", async () => {
  const wrong = oneAtATime(() => Promise.reject(new Error("no")));
  await assert.rejects(tap(wrong, {}));
  await assert.rejects(tap(wrong, {}));
});

test("a new passkey that is refused may be good all the same, and the phone is not told to forget it", async () => {
  const signalUnknownCredential = mock.fn();
  const response = { clientDataJSON: new ArrayBuffer(1), attestationObject: new ArrayBuffer(1) };
  const create = async () => ({ id: "b25l", rawId: new ArrayBuffer(3), type: "public-key", response });
  Object.assign(globalThis, { location: { hostname: "footing.example" }, PublicKeyCredential: { signalUnknownCredential } });
  Object.defineProperty(globalThis, "navigator", { value: { credentials: { create } }, configurable: true });
  const options = { challenge: "", user: { id: "" }, excludeCredentials: [], extensions: {} };
  const answers = [[200, options], [410, { code: "invitation_gone" }]];
  mock.method(globalThis, "fetch", async () => json(...(answers.shift() ?? [])));
  assert.deepEqual(await makePasskey({ invitation: "x" }), { state: "invitation_gone" });
  assert.equal(signalUnknownCredential.mock.callCount(), 0);
});

test("while a passkey is made in one tab, none is made in another: it would take the place of the good one", async () => {
  const locks = { request: async (/** @type {any[]} */ ...[, , work]) => work(null) };
  Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });
  assert.deepEqual(await makePasskey({ invitation: "x" }), { state: "elsewhere" });
});

/** @param {any[]} of a status and a body */
const json = (...[status, body]) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

test("whoever is refused hears what is so: no connection is no passkey that was not accepted", () => {
  assert.equal(refusal("offline", "The code was not used."), "There is no connection just now. The code was not used.");
  assert.equal(refusal("passkey_refused", "Please try again."), "The passkey was not accepted. Please try again.");
  assert.equal(refusal("unanswered", "The code was not used."), "No answer came. It may have gone through all the same: please look, or try again.");
  assert.equal(refusal("of_tomorrow", "Please try again."), "That did not go through. Please try again.");
});

test("a phone that is full is not told to be another browser", () => {
  assert.match(sentence(new DOMException("no", "QuotaExceededError")), /^This phone is full\./);
});
