import { createCipheriv, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { stream } from "../../../../../extension/calls/sealing/chacha20.ts";
import { tagOf } from "../../../../../extension/calls/sealing/poly1305.ts";
import { newKey, opened, sealed } from "../../../../../extension/calls/sealing/seal.ts";

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(/\s/g, ""), "hex"));
const inHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** What OpenSSL makes of it. */
function byOpenssl(key: Uint8Array, nonce: Uint8Array, text: Uint8Array): { encrypted: string; tag: string } {
  const cipher = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  const encrypted = Buffer.concat([cipher.update(text), cipher.final()]).toString("hex");
  return { encrypted, tag: cipher.getAuthTag().toString("hex") };
}

test("the stream is that of the standard", () => {
  // RFC 8439, A.1: test vectors 1 and 2.
  const nothing = stream(new Uint8Array(32), new Uint8Array(12), 128);
  expect(inHex(nothing)).toBe(
    "76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586" +
      "9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed29b721769ce64e43d57133b074d839d531ed1f28510afb45ace10a1f4b794d6f",
  );
});

test("the mark of what is encrypted is that of OpenSSL, and so is what is encrypted, at every length", () => {
  const lengths = [...Array.from({ length: 200 }, (_, length) => length), 1_000, 4_095, 4_096, 20_000];
  for (const length of lengths) {
    const [key, nonce, text] = [randomBytes(32), randomBytes(12), randomBytes(length)];
    const flow = stream(key, nonce, 64 + length);
    const encrypted = text.map((byte, index) => byte ^ (flow[64 + index] as number));
    const ours = { encrypted: inHex(encrypted), tag: inHex(tagOf(flow.subarray(0, 32), encrypted)) };
    expect([length, ours]).toEqual([length, byOpenssl(key, nonce, text)]);
  }
});

test.each([
  // All ones where the sum runs over: RFC 8439, A.3 has such for the bare mark.
  ["a key of ones", "ff".repeat(32), "ff".repeat(64)],
  ["nothing but noughts", "00".repeat(32), "00".repeat(33)],
])("with %s too", (_what, keyText, text) => {
  const [key, nonce] = [hex(keyText), hex("00".repeat(12))];
  const flow = stream(key, nonce, 64 + hex(text).length);
  const encrypted = hex(text).map((byte, index) => byte ^ (flow[64 + index] as number));
  expect(inHex(tagOf(flow.subarray(0, 32), encrypted))).toBe(byOpenssl(key, nonce, hex(text)).tag);
});

describe("a seal", () => {
  const key = newKey();

  test.each(["", "a", "“So it sank,” she said — 沈 🛟", "x".repeat(20_000)])("opens with its key: %.20s", (text) => {
    expect(opened(key, sealed(key, text))).toBe(text);
  });

  test("shows nothing of its text, and is another one each time", () => {
    const [one, two] = [sealed(key, "nobody knows"), sealed(key, "nobody knows")];
    expect(Buffer.from(one, "base64").toString("latin1")).not.toContain("nobody");
    expect(one).not.toBe(two);
  });

  test("does not open with another key, nor where one bit was changed, nor where it is none", () => {
    const seal = sealed(key, "short");
    expect(opened(newKey(), seal)).toBeNull();
    const bytes = Buffer.from(seal, "base64");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(opened(key, changed.toString("base64"))).toBeNull();
    }
    for (const none of ["", "AAAA", "no base64!", "A".repeat(36), "A".repeat(40)]) expect(opened(key, none)).toBeNull();
  });
});
