import { useEffect, useRef, useState } from "preact/hooks";
import type { Body } from "../../src/annotation/annotation.ts";

/** How long typing rests before it is saved, in milliseconds. */
const SAVE_DELAY = 400;

export interface Autosave {
  readonly body: Body;
  readonly state: "saved" | "saving" | "failed";
  /** Takes a change over and saves it: after a rest for typing, at once for a choice. */
  change(next: Body, when: "after-rest" | "at-once"): void;
  /** Saves now what is not saved yet. */
  flush(): void;
}

/**
 * Saves what is typed as it is typed, so there is no draft to lose: not to Escape, a closed popup, a reload, or a
 * background that was ended.
 *
 * @param save resolves to whether it was saved.
 */
export function useAutosave(initial: Body, save: (body: Body) => Promise<boolean>): Autosave {
  const [body, setBody] = useState(initial);
  const [state, setState] = useState<Autosave["state"]>("saved");
  const pending = useRef<{ readonly body: Body; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const latestSave = useRef(save);
  latestSave.current = save;

  const flush = (): void => {
    if (pending.current === null) return;
    const { body: unsaved, timer } = pending.current;
    clearTimeout(timer);
    pending.current = null;
    void (async () => {
      const saved = await latestSave.current(unsaved);
      if (pending.current === null) setState(saved ? "saved" : "failed");
    })();
  };

  useEffect(() => {
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("pagehide", flush);
      flush();
    };
  }, []);

  return {
    body,
    state,
    change(next, when) {
      setBody(next);
      setState("saving");
      if (pending.current !== null) clearTimeout(pending.current.timer);
      pending.current = { body: next, timer: setTimeout(flush, when === "at-once" ? 0 : SAVE_DELAY) };
    },
    flush,
  };
}
