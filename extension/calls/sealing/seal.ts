import { KEY_LENGTH, NONCE_LENGTH, stream } from "./chacha20.ts";
import { TAG_LENGTH, tagOf } from "./poly1305.ts";

/**
 * Seals texts: only who has the key can read one, or make one that opens. It is the AEAD_CHACHA20_POLY1305 of RFC 8439,
 * and not the browser's own encryption: that answers later, when a page that is being closed is gone already, and not at
 * all on pages without https.
 */

/** What the background gives a document to seal with. */
export interface Seal {
  readonly key: string;
  /** What tells the background the key again, and whose it is. Nobody else can read it. */
  readonly grant: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The mark has the stream's first block for its key; what is encrypted begins with the second. */
const FIRST_BLOCK = 64;

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

function toText(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const toBytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** Encrypts, or decrypts, and gives the key of the mark besides. */
function crypt(key: Uint8Array, nonce: Uint8Array, bytes: Uint8Array): { text: Uint8Array; tagKey: Uint8Array } {
  const flow = stream(key, nonce, FIRST_BLOCK + bytes.length);
  const text = bytes.map((byte, index) => byte ^ (flow[FIRST_BLOCK + index] as number));
  return { text, tagKey: flow.subarray(0, KEY_LENGTH) };
}

/** A key of its own, as base64. */
export const newKey = (): string => toText(randomBytes(KEY_LENGTH));

/**
 * Seals a text. The same twice is sealed differently.
 *
 * @param key as `newKey` gives it.
 * @returns base64.
 */
export function sealed(key: string, text: string): string {
  const nonce = randomBytes(NONCE_LENGTH);
  const { text: encrypted, tagKey } = crypt(toBytes(key), nonce, encoder.encode(text));
  const tag = tagOf(tagKey, encrypted);
  return toText(Uint8Array.from([...nonce, ...encrypted, ...tag]));
}

/** The text that was sealed; `null` where it was not sealed with this key, or was touched since. Never throws. */
export function opened(key: string, seal: string): string | null {
  try {
    const bytes = toBytes(seal);
    const nonce = bytes.subarray(0, NONCE_LENGTH);
    const encrypted = bytes.subarray(NONCE_LENGTH, -TAG_LENGTH);
    const { text, tagKey } = crypt(toBytes(key), nonce, encrypted);
    const isOurs = String(tagOf(tagKey, encrypted)) === String(bytes.subarray(-TAG_LENGTH));
    return isOurs ? decoder.decode(text) : null;
  } catch {
    return null;
  }
}
