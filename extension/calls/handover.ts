import browser from "webextension-polyfill";
import { listen } from "../dom/trusted.ts";
import { asKept, type Entry, LEFT } from "./journal.ts";

/**
 * After an update the scripts of the old version live on in Chromium, and so does the field in which somebody is typing:
 * but nobody answers them, and the extension's storage is closed to them. What is typed then is left in the document,
 * sealed with a key that lies in that storage. The document's own scripts can tell that something was left and take it
 * away, but not read it, nor leave anything of their own. The new version's script takes it over.
 */

/** Where in the extension's storage the key lies: 32 bytes as base64, others each time the browser starts. */
export const HANDOVER_KEY = "handoverKey";
/** The attribute of the element in which something is left. */
const CARRIER = "data-sourceline-left";
const NONCE = 12;
/** What is sealed is a multiple of this long, in bytes: its length tells less of what was typed. */
const BLOCK = 1_024;

export interface Handover {
  /** Leaves everything that is unsaved in the document, where the extension is there no more. */
  offer(entries: readonly Entry[]): void;
}

/** Whether the extension that this script belongs to is there still. */
export function isExtensionThere(): boolean {
  try {
    return (browser.runtime as { readonly id?: string } | undefined)?.id !== undefined;
  } catch {
    return false;
  }
}

/** A new key, as it is stored. */
export const newHandoverKey = (): string => toBase64(crypto.getRandomValues(new Uint8Array(32)));

/**
 * Takes over what an older script of ours has left in this document, and may leave something itself. Neither is done where
 * the browser gives no cipher, which is on pages that came unencrypted.
 *
 * @param signal ends the looking.
 */
export function createHandover(signal: AbortSignal, mayKeep: () => boolean): Handover {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  // The extension's own pages are closed with the old version, and have no use for this.
  if (subtle === undefined || !/^https?:|^about:/.test(location.protocol)) return { offer: () => {} };

  // Asked for at once: it can't be had any more when it is needed.
  const key = browser.storage.local
    .get(HANDOVER_KEY)
    .then(({ [HANDOVER_KEY]: stored }) =>
      typeof stored === "string"
        ? subtle.importKey("raw", fromBase64(stored), "AES-GCM", false, ["encrypt", "decrypt"])
        : null,
    )
    .catch(() => null);
  let last = Promise.resolve();

  const leave = async (entries: readonly Entry[]): Promise<void> => {
    const cipher = await key;
    if (cipher === null) return;
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
    const sealed = await subtle.encrypt({ name: "AES-GCM", iv: nonce }, cipher, padded(entries.map(asKept)));
    const carrier = document.querySelector(`[${CARRIER}]`) ?? document.createElement("template");
    carrier.setAttribute(CARRIER, toBase64(nonce) + toBase64(new Uint8Array(sealed)));
    document.documentElement.append(carrier);
  };

  const take = async (): Promise<void> => {
    const cipher = await key;
    const carrier = document.querySelector(`[${CARRIER}]`);
    const left = carrier?.getAttribute(CARRIER);
    if (cipher === null || carrier === null || !left) return;
    carrier.remove();
    try {
      const iv = fromBase64(left.slice(0, (NONCE / 3) * 4));
      const opened = await subtle.decrypt({ name: "AES-GCM", iv }, cipher, fromBase64(left.slice((NONCE / 3) * 4)));
      const entries = JSON.parse(new TextDecoder().decode(opened)) as readonly { readonly id: string }[];
      const found = entries.map((entry) => [`${LEFT}${entry.id}:${crypto.randomUUID()}`, entry] as const);
      // The background saves what is left, unless something newer is stored.
      await browser.storage.local.set(Object.fromEntries(found));
    } catch {
      // Not of ours, or of a time before the browser was started.
    }
  };

  const watcher = new MutationObserver(() => void take());
  watcher.observe(document.documentElement, { childList: true });
  listen(signal, "abort", () => watcher.disconnect());
  void take();

  return {
    offer(entries) {
      if (!mayKeep() || isExtensionThere()) return;
      watcher.disconnect();
      last = last.then(() => leave(entries)).catch(() => {});
    },
  };
}

/** Data as bytes, filled up with spaces. */
function padded(data: unknown): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  const filled = new Uint8Array(Math.ceil(bytes.length / BLOCK) * BLOCK).fill(0x20);
  filled.set(bytes);
  return filled;
}

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
