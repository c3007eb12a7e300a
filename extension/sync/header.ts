import * as v from "valibot";
import type { SyncKeys } from "../store/sync-rows.ts";
import { fromBase64, randomBytes, toBase64, toHex } from "./bytes.ts";
import { keysFrom, openBytes, sealBytes } from "./seal.ts";

/**
 * The one document of a database that is not sealed: it holds the database's secret, sealed with the passphrase. So a wrong
 * passphrase is found out before anything is written, and another passphrase needs nothing sealed anew but this.
 */
export const HEADER = "sourceline";

/** OWASP's Password Storage Cheat Sheet (2023 and since): 600,000 rounds of PBKDF2-HMAC-SHA256. */
const ROUNDS = 600_000;
/** A server that asks for more would only keep the machine busy. */
const MOST_ROUNDS = 10_000_000;
const SECRET_BYTES = 32;
const SALT_BYTES = 16;
const EPOCH_BYTES = 16;

const base64 = v.pipe(v.string(), v.base64(), v.maxLength(1_000));
const headerSchema = v.object({
  kind: v.literal("sourceline-sync"),
  form: v.literal(1),
  epoch: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  rounds: v.pipe(v.number(), v.safeInteger(), v.minValue(ROUNDS), v.maxValue(MOST_ROUNDS)),
  salt: base64,
  secret: base64,
});
export type Header = v.InferOutput<typeof headerSchema>;

/** A document as a header; `null` where it is none that this version knows. */
export function headerFrom(document: unknown): Header | null {
  const checked = v.safeParse(headerSchema, document);
  return checked.success ? checked.output : null;
}

async function passphraseKey(
  passphrase: string,
  { rounds, salt }: Pick<Header, "rounds" | "salt">,
): Promise<CryptoKey> {
  // The same letters may be typed in two ways.
  const typed = new TextEncoder().encode(passphrase.normalize("NFC"));
  const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const from = { name: "PBKDF2", hash: "SHA-256", salt: fromBase64(salt), iterations: rounds };
  return crypto.subtle.deriveKey(from, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** What the secret is sealed under: in another database's header, or another making of this one, it can't be opened. */
const nameFor = (epoch: string): string => `${HEADER} ${epoch}`;

async function headerWith(passphrase: string, epoch: string, secret: Uint8Array<ArrayBuffer>): Promise<Header> {
  const salted = { rounds: ROUNDS, salt: toBase64(randomBytes(SALT_BYTES)) };
  const key = await passphraseKey(passphrase, salted);
  return { kind: "sourceline-sync", form: 1, epoch, ...salted, secret: await sealBytes(key, nameFor(epoch), secret) };
}

/** The header of a new database, with a secret of its own. */
export const newHeader = (passphrase: string): Promise<Header> =>
  headerWith(passphrase, toHex(randomBytes(EPOCH_BYTES)), randomBytes(SECRET_BYTES));

async function secretOf(header: Header, passphrase: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return openBytes(await passphraseKey(passphrase, header), nameFor(header.epoch), header.secret);
}

/** The keys of a database; `null` where the passphrase is another one. */
export async function unlock(header: Header, passphrase: string): Promise<SyncKeys | null> {
  const secret = await secretOf(header, passphrase);
  return secret === null ? null : keysFrom(secret);
}

/** The header with another passphrase; `null` where the present one is not this. */
export async function withPassphrase(header: Header, present: string, next: string): Promise<Header | null> {
  const secret = await secretOf(header, present);
  return secret === null ? null : headerWith(next, header.epoch, secret);
}
