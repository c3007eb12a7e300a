import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Body } from "../../src/annotation/annotation.ts";

/** How long typing rests before it is saved, in milliseconds. */
const SAVE_DELAY = 400;

export interface Autosave {
  readonly body: Body;
  readonly state: "saved" | "saving" | "failed";
  /** Takes a change over and saves it: after a rest for typing, at once for a choice. */
  change(changes: Partial<Body>, when: "after-rest" | "at-once"): void;
}

/**
 * Saves what is typed as it is typed, so there is no draft to lose: not to Escape, a closed popup, a reload, or a
 * background that was ended. Only what changed is saved, one save after the other; what could not be saved is tried
 * again with the next change and when the editor closes.
 *
 * @param save resolves to whether it was saved.
 */
export function useAutosave(initial: Body, save: (changes: Partial<Body>) => Promise<boolean>): Autosave {
  const [body, setBody] = useState(initial);
  const [state, setState] = useState<Autosave["state"]>("saved");
  const unsaved = useRef<Partial<Body>>({});
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const lastSave = useRef(Promise.resolve());
  const latestSave = useRef(save);
  latestSave.current = save;

  const saveNow = async (): Promise<void> => {
    const changes = unsaved.current;
    if (Object.keys(changes).length === 0) return;
    unsaved.current = {};
    const saved = await latestSave.current(changes);
    if (!saved) unsaved.current = { ...changes, ...unsaved.current };
    if (!saved) setState("failed");
    else if (Object.keys(unsaved.current).length === 0) setState("saved");
  };
  const flush = (): void => {
    clearTimeout(timer.current);
    lastSave.current = lastSave.current.then(saveNow);
  };

  // Before anything else can open an editor on the same note and read what is stored of it.
  useLayoutEffect(() => {
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("pagehide", flush);
      flush();
    };
  }, []);

  return {
    body,
    state,
    change(changes, when) {
      setBody((current) => ({ ...current, ...changes }));
      setState("saving");
      unsaved.current = { ...unsaved.current, ...changes };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, when === "at-once" ? 0 : SAVE_DELAY);
    },
  };
}
