/** Bytes as text, the way Ben's passkey writes them. */

import assert from "node:assert/strict";
import test from "node:test";

import { fromBase64Url, toBase64Url } from "../../webapp/static/js/base64url.js";

/** Of RFC 4648, without the padding. @type {[string, string][]} */
const PAIRS = [
  ["", ""], ["f", "Zg"], ["fo", "Zm8"], ["foo", "Zm9v"],
  ["foob", "Zm9vYg"], ["fooba", "Zm9vYmE"], ["foobar", "Zm9vYmFy"],
];

for (const [plain, written] of PAIRS) {
  test(`a phone writes “${plain}” as the standard does, and reads it back`, () => {
    const bytes = new TextEncoder().encode(plain);
    assert.equal(toBase64Url(bytes), written);
    assert.deepEqual(fromBase64Url(written), bytes);
  });
}

test("a phone writes nothing that means something in an address", () => {
  assert.equal(toBase64Url(Uint8Array.of(0xfb, 0xff, 0xfe)), "-__-");
  assert.deepEqual(fromBase64Url("-__-"), Uint8Array.of(0xfb, 0xff, 0xfe));
});

test("a phone writes a buffer as it writes its bytes", () => {
  assert.equal(toBase64Url(Uint8Array.of(1, 2, 3).buffer), toBase64Url(Uint8Array.of(1, 2, 3)));
});

test("a phone reads what somebody padded", () => {
  assert.deepEqual(fromBase64Url("Zm8="), new TextEncoder().encode("fo"));
});

test("every byte comes back", () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  assert.deepEqual(fromBase64Url(toBase64Url(all)), all);
});

test("a phone does not read what is not base64url", () => {
  assert.throws(() => fromBase64Url("Zm8!"));
});
