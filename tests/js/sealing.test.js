/** Ben's words on his phone: readable with his key, in their place, and not otherwise. */

import assert from "node:assert/strict";
import test from "node:test";

import { digest, freshKey, open, openBytes, seal, sealBytes, workingKey } from "../../webapp/static/js/sealing.js";

const WORDS = "It felt too fast. 🌧️ Ça va.";
const bens = await workingKey(freshKey());

test("Ben reads what his phone sealed", async () => {
  const sealed = await seal(bens, WORDS, "entry 1");
  assert.equal(await open(bens, sealed, "entry 1"), WORDS);
});

test("nothing at all can be sealed too", async () => {
  assert.equal(await open(bens, await seal(bens, "", "entry 1"), "entry 1"), "");
});

test("words that were moved to another place do not open", async () => {
  const sealed = await seal(bens, WORDS, "entry 1");
  await assert.rejects(open(bens, sealed, "entry 2"));
});

test("Bea's key does not open Ben's words", async () => {
  const sealed = await seal(bens, WORDS, "entry 1");
  await assert.rejects(async () => open(await workingKey(freshKey()), sealed, "entry 1"));
});

test("words that somebody changed do not open", async () => {
  const sealed = await seal(bens, WORDS, "entry 1");
  new Uint8Array(sealed.data)[0] ^= 1;
  await assert.rejects(open(bens, sealed, "entry 1"));
});

test("the same words never look the same twice", async () => {
  const [one, other] = await Promise.all([seal(bens, WORDS, "entry 1"), seal(bens, WORDS, "entry 1")]);
  assert.notDeepEqual(one.iv, other.iv);
  assert.notDeepEqual(new Uint8Array(one.data), new Uint8Array(other.data));
});

test("what is sealed does not hold the words", async () => {
  const { data } = await seal(bens, WORDS, "entry 1");
  assert.ok(!new TextDecoder().decode(data).includes("fast"));
});

test("a key that is wrapped by another comes back as it was", async () => {
  const raw = freshKey();
  const sealed = await sealBytes(bens, raw, "key ben");
  assert.deepEqual(await openBytes(bens, sealed, "key ben"), raw);
});

test("a working key cannot be read out", async () => {
  assert.equal(bens.extractable, false);
  await assert.rejects(crypto.subtle.exportKey("raw", bens));
});

test("keys are 32 bytes, and each is another", () => {
  assert.equal(freshKey().length, 32);
  assert.notDeepEqual(freshKey(), freshKey());
});

test("a digest is the SHA-256 that everybody computes", async () => {
  assert.equal(await digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert.equal(await digest(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("a digest is of the bytes that travel, which are UTF-8", async () => {
  assert.equal(await digest("é"), "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
});
