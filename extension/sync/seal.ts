import type { Place } from "../../src/sync/envelope.ts";
import { canonical } from "../../src/sync/canonical.ts";
import { placeKey } from "../store/rows.ts";
import type { SyncKeys } from "../store/sync-rows.ts";
import { fromBase64, randomBytes, toBase64, toHex } from "./bytes.ts";

/**
 * What goes to the server is sealed here: AES-GCM with 256 bits, under a new random value each time. A document's name is a
 * keyed hash of what it holds, and is sealed along: a server that gives one document for another is found out.
 */

const AES = "AES-GCM";
/** Of AES-GCM's random value, in bytes (NIST SP 800-38D, 8.2.2). */
const IV_BYTES = 12;
/** How much of the hash is a document's name, in bytes: 128 bits. */
const NAME_BYTES = 16;
/** Longer texts are packed before they are sealed, in bytes: an article's names shrink to a quarter. */
const PACKED_FROM = 1_024;
const [PLAIN, PACKED] = [0, 1];

const text = new TextEncoder();

/** The keys that follow from a database's secret. The secret itself can't be had from them. */
export async function keysFrom(secret: Uint8Array<ArrayBuffer>): Promise<SyncKeys> {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const from = (info: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: text.encode(`sourceline ${info}`),
  });
  return {
    seal: await crypto.subtle.deriveKey(from("seal"), base, { name: AES, length: 256 }, false, ["encrypt", "decrypt"]),
    names: await crypto.subtle.deriveKey(from("names"), base, { name: "HMAC", hash: "SHA-256", length: 256 }, false, [
      "sign",
    ]),
  };
}

/** A record's name on the server. */
export async function nameOf({ names }: SyncKeys, { list, id }: Place): Promise<string> {
  const hash = await crypto.subtle.sign("HMAC", names, text.encode(placeKey(list, id)));
  return toHex(new Uint8Array(hash, 0, NAME_BYTES));
}

/** @param name of the document, which is part of what is sealed. */
export async function seal({ seal: key }: SyncKeys, name: string, value: unknown): Promise<string> {
  const plain = text.encode(canonical(value));
  const isPacked = plain.length > PACKED_FROM;
  const bytes = isPacked ? await through(plain, new CompressionStream("gzip")) : plain;
  const marked = new Uint8Array(bytes.length + 1);
  marked[0] = isPacked ? PACKED : PLAIN;
  marked.set(bytes, 1);
  return sealBytes(key, name, marked);
}

/** What was sealed under this name; `undefined` where it was not, or not with these keys, or is no longer as it was. */
export async function open({ seal: key }: SyncKeys, name: string, sealed: string): Promise<unknown> {
  const marked = await openBytes(key, name, sealed);
  if (marked === null) return undefined;
  const bytes = marked.subarray(1);
  try {
    const plain = marked[0] === PACKED ? await through(bytes, new DecompressionStream("gzip")) : bytes;
    return JSON.parse(new TextDecoder().decode(plain)) as unknown;
  } catch {
    return undefined;
  }
}

export async function sealBytes(key: CryptoKey, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const iv = randomBytes(IV_BYTES);
  const sealed = await crypto.subtle.encrypt({ name: AES, iv, additionalData: text.encode(name) }, key, bytes);
  const all = new Uint8Array(IV_BYTES + sealed.byteLength);
  all.set(iv);
  all.set(new Uint8Array(sealed), IV_BYTES);
  return toBase64(all);
}

/** `null` where the key is another one, or the bytes are not what was sealed under this name. */
export async function openBytes(key: CryptoKey, name: string, sealed: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const all = fromBase64(sealed);
    const [iv, bytes] = [all.subarray(0, IV_BYTES), all.subarray(IV_BYTES)];
    const plain = await crypto.subtle.decrypt({ name: AES, iv, additionalData: text.encode(name) }, key, bytes);
    return new Uint8Array(plain);
  } catch {
    return null;
  }
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: TransformStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
