import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Body } from "../../../src/annotation/records/annotation.ts";
import type { Unsaved } from "../../../src/annotation/unsaved.ts";
import type { When } from "../../calls/outbox.ts";
import type { Failure } from "../../../src/result.ts";
import { newId } from "../../calls/new-id.ts";
import { type Edited, useNoteWorld } from "./note-world.ts";

export interface Autosave {
  readonly body: Body;
  readonly state: "saved" | "saving" | "failed";
  /** Why the last save failed; `null` where it did not. */
  readonly failure: Failure | null;
  /** Takes a change over and saves it: after a rest for typing, at once for a choice. */
  change(changes: Partial<Body>, when: When): void;
  /** Saves now what is not saved yet. Resolves to whether everything is. */
  flush(): Promise<boolean>;
  /** Gives up what is not saved yet: nothing is saved from here on, nor when the editor closes. */
  discard(): void;
}

/**
 * Saves what is typed as it is typed, so there is no draft to lose: every change goes into the outbox, which keeps it
 * until it is stored, whatever becomes of the editor. What others change in the meantime is taken over where nothing was
 * typed here.
 *
 * @param unsavedWith says which record was changed. `edit` is a UUID for this stay in the editor.
 */
export function useAutosave(edited: Edited, unsavedWith: (changes: Partial<Body>, edit: string) => Unsaved): Autosave {
  const { id } = edited;
  const { outbox } = useNoteWorld();
  const withUnsaved = (): Body => ({ ...edited.body, ...outbox.unsavedOf(id)?.changes });
  const [body, setBody] = useState(withUnsaved);
  const [edit] = useState(() => newId());
  const [, setState] = useState(0);
  const revision = useRef(edited.revision);
  const isDiscarded = useRef(false);

  // Before anything else can open an editor on the same note and read what is stored of it.
  useLayoutEffect(() => {
    const leave = outbox.attend(id, (event) => {
      if (event.kind === "sent" && event.result.ok) {
        revision.current = Math.max(revision.current, event.result.value.revision);
      }
      setState((count) => count + 1);
    });
    return () => {
      leave();
      void outbox.flush(id);
    };
  }, []);

  useEffect(() => {
    if (edited.revision <= revision.current) return;
    revision.current = edited.revision;
    setBody(withUnsaved());
  }, [edited]);

  const failure = outbox.failureOf(id);
  return {
    body,
    state: failure !== null ? "failed" : outbox.unsavedOf(id) === null ? "saved" : "saving",
    failure,
    flush: () => outbox.flush(id),
    discard() {
      isDiscarded.current = true;
      outbox.discard(id);
    },
    change(changes, when) {
      if (isDiscarded.current) return;
      setBody((current) => ({ ...current, ...changes }));
      // Of what is not stored yet no revision was shown.
      outbox.put(unsavedWith(changes, edit), when, revision.current > 0 ? revision.current : undefined);
    },
  };
}
