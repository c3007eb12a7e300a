import * as v from "valibot";
import type { SyncServer } from "../store/sync-rows.ts";
import { fromBase64, toBase64 } from "./bytes.ts";

/**
 * A text to be pasted on a second machine: where the database is, with name and password. The passphrase is not in it: whoever
 * finds the text can read no note with it.
 */
const BEGIN = "sourceline-sync:";

const serverSchema = v.object({ address: v.string(), database: v.string(), user: v.string(), password: v.string() });

export const codeFor = (server: SyncServer): string =>
  BEGIN + toBase64(new TextEncoder().encode(JSON.stringify(server)));

/** `null` where the text is no such code. */
export function serverFrom(code: string): SyncServer | null {
  const text = code.trim();
  if (!text.startsWith(BEGIN)) return null;
  try {
    const given: unknown = JSON.parse(new TextDecoder().decode(fromBase64(text.slice(BEGIN.length))));
    const checked = v.safeParse(serverSchema, given);
    return checked.success ? checked.output : null;
  } catch {
    return null;
  }
}
