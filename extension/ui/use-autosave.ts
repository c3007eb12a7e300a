import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Annotation, Body } from "../../src/annotation/annotation.ts";
import type { Failure, Result } from "../../src/messaging/result.ts";
import { listen } from "../dom/trusted.ts";

/** How long typing rests before it is saved, and how long it may go on without a rest, in milliseconds. */
const SAVE_DELAY = 400;
const LONGEST_DELAY = 2_000;
/** The first and the longest pause before a save that failed is tried again, in milliseconds. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;

export interface Autosave {
  readonly body: Body;
  readonly state: "saved" | "saving" | "failed";
  /** Why the last save failed; `null` where it did not. */
  readonly failure: Failure | null;
  /** Takes a change over and saves it: after a rest for typing, at once for a choice. */
  change(changes: Partial<Body>, when: "after-rest" | "at-once"): void;
  /** Saves now what is not saved yet. Resolves to whether everything is. */
  flush(): Promise<boolean>;
  /** Gives up what is not saved yet: nothing is saved from here on, nor when the editor closes. */
  discard(): void;
}

/** What is known of the record that is edited. */
export type Edited = Pick<Annotation, "body" | "revision">;

/**
 * Saves what is typed as it is typed, so there is no draft to lose: not to Escape, a closed popup, a reload, or a
 * background that was ended. Only what changed is saved, one save after the other; what could not be saved stays in the
 * fields and is tried again, by itself, with the next change and when the editor closes. What others change in the
 * meantime is taken over where nothing was typed here.
 *
 * @param save resolves to what is stored then. `edit` is a UUID for this stay in the editor.
 */
export function useAutosave(
  edited: Edited,
  save: (changes: Partial<Body>, edit: string) => Promise<Result<Edited>>,
): Autosave {
  const [body, setBody] = useState(edited.body);
  const [state, setState] = useState<Autosave["state"]>("saved");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [edit] = useState(() => crypto.randomUUID());
  const unsaved = useRef<Partial<Body>>({});
  const unsavedSince = useRef(0);
  /** What is on its way. */
  const sent = useRef<Partial<Body>>({});
  const revision = useRef(edited.revision);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const pause = useRef(FIRST_PAUSE);
  const isOpen = useRef(true);
  const isDiscarded = useRef(false);
  const lastSave = useRef(Promise.resolve());
  const latestSave = useRef(save);
  latestSave.current = save;

  const saveNow = async (): Promise<void> => {
    const changes = unsaved.current;
    if (isDiscarded.current || Object.keys(changes).length === 0) return;
    [unsaved.current, sent.current] = [{}, changes];
    const saved = await latestSave.current(changes, edit);
    sent.current = {};
    setFailure(saved.ok ? null : saved.error);
    if (saved.ok) {
      revision.current = Math.max(revision.current, saved.value.revision);
      pause.current = FIRST_PAUSE;
      if (Object.keys(unsaved.current).length === 0) setState("saved");
      return;
    }
    unsaved.current = { ...changes, ...unsaved.current };
    setState("failed");
    if (!isOpen.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pause.current);
    pause.current = Math.min(pause.current * 2, LONGEST_PAUSE);
  };
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    lastSave.current = lastSave.current.then(saveNow);
    await lastSave.current;
    return Object.keys(unsaved.current).length === 0;
  };

  // Before anything else can open an editor on the same note and read what is stored of it.
  useLayoutEffect(() => {
    // What is under way may never be answered any more, so nothing waits for it here.
    const leave = (): void => {
      if (Object.keys(unsaved.current).length > 0) void latestSave.current(unsaved.current, edit);
    };
    const hide = (): void => {
      if (document.visibilityState === "hidden") void flush();
    };
    const stops = [listen(window, "pagehide", leave), listen(document, "visibilitychange", hide)];
    return () => {
      for (const stop of stops) stop();
      isOpen.current = false;
      void flush();
    };
  }, []);

  useEffect(() => {
    if (edited.revision <= revision.current) return;
    revision.current = edited.revision;
    setBody((current) => ({ ...edited.body, ...pick(current, { ...sent.current, ...unsaved.current }) }));
  }, [edited]);

  return {
    body,
    state,
    failure,
    flush,
    discard() {
      isDiscarded.current = true;
      unsaved.current = {};
      clearTimeout(timer.current);
    },
    change(changes, when) {
      setBody((current) => ({ ...current, ...changes }));
      if (state !== "failed") setState("saving");
      if (Object.keys(unsaved.current).length === 0) unsavedSince.current = Date.now();
      unsaved.current = { ...unsaved.current, ...changes };
      const left = unsavedSince.current + LONGEST_DELAY - Date.now();
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), when === "at-once" ? 0 : Math.min(SAVE_DELAY, Math.max(0, left)));
    },
  };
}

/** The fields of `body` that `fields` has. */
function pick(body: Body, fields: Partial<Body>): Partial<Body> {
  return Object.fromEntries(Object.entries(body).filter(([field]) => field in fields));
}
