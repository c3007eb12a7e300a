import { success, type Result } from "../../src/result.ts";
import { callBackground } from "../calls/call.ts";
import type { ReaderPart } from "../calls/schemas.ts";

/** A part of the reader that is a script of its own, so that a page is read before any of it is loaded. */
export interface Part<Offer> {
  /** To be called by the part's script: offers what it holds to the reader of the same page. */
  offer(offer: Offer): void;
  /** What was offered, or `null` where the script has not run. */
  offered(): Offer | null;
  /** Has the script run on this page, where it has not yet. Fails without a background: the extension was just updated. */
  load(): Promise<Result<null>>;
}

/**
 * All our scripts on a page share the extension's own world on it, which the page's scripts do not see. They find each
 * other there by name.
 */
export function partOf<Offer>(name: ReaderPart): Part<Offer> {
  const key = Symbol.for(`sourceline.${name}`);
  const world = globalThis as { [key: symbol]: Offer | undefined };
  let loading: Promise<Result<null>> | null = null;
  const offered = (): Offer | null => world[key] ?? null;
  return {
    offer: (offer) => void (world[key] = offer),
    offered,
    async load() {
      if (offered() !== null) return success(null);
      loading ??= callBackground("loadPart", { part: name });
      const loaded = await loading;
      // What failed is tried anew when it is asked for again.
      loading = null;
      return loaded;
    },
  };
}
