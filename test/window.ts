import { vi } from "vitest";

type Listener = (event: Pick<Event, "type" | "isTrusted" | "preventDefault">) => void;

/** A page's window, as far as it is listened to. */
export interface TestWindow {
  isHeard(type: string): boolean;
  /** Raises an event, as the browser does or, with `isTrusted` false, as a script does. */
  raise(type: string, isTrusted?: boolean): void;
}

/** Puts a window in the place of the one that Node does not have. `vi.unstubAllGlobals` takes it away. */
export function stubWindow(): TestWindow {
  vi.stubGlobal("location", { protocol: "chrome-extension:" });
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  const listeners = new Map<string, Set<Listener>>();
  const of = (type: string): Set<Listener> => listeners.get(type) ?? new Set();
  vi.stubGlobal("window", {
    addEventListener(type: string, listener: Listener, options?: AddEventListenerOptions) {
      listeners.set(type, of(type).add(listener));
      options?.signal?.addEventListener("abort", () => of(type).delete(listener));
    },
    removeEventListener: (type: string, listener: Listener) => of(type).delete(listener),
  });
  return {
    isHeard: (type) => of(type).size > 0,
    raise(type, isTrusted = true) {
      for (const listener of of(type)) listener({ type, isTrusted, preventDefault: () => {} });
    },
  };
}
