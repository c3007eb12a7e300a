import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { SEARCH_LIMITS } from "../../src/annotation/records/saved-search.ts";
import { callBackground } from "../calls/call.ts";
import { message } from "../locale/message.ts";
import { failureText } from "../ui/texts/failure-text.ts";
import { useLibrary } from "./library-world.ts";
import type { Place } from "./place.ts";

interface SearchFieldProps {
  readonly place: Place;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** The search of what is listed, which can be kept. In a list of names it narrows that. */
export function SearchField({ place, field }: SearchFieldProps) {
  const { go, say } = useLibrary();
  const [isHelped, setHelped] = useState(false);
  const isOfNotes = ["all", "articles", "check", "bin"].includes(place.view);
  const keep = async (): Promise<void> => {
    const id = crypto.randomUUID();
    const query = place.query.trim().slice(0, SEARCH_LIMITS.query);
    const saved = await callBackground("saveSearch", { id, query, name: query.slice(0, SEARCH_LIMITS.name) });
    if (!saved.ok) return say({ text: failureText(saved.error), tone: "error", undo: null });
    say({ text: message("searchKept"), tone: "plain", undo: () => void callBackground("deleteSearch", { id }) });
  };
  return (
    <search class="search-field">
      <input
        ref={field}
        type="search"
        dir="auto"
        placeholder={message(isOfNotes ? "searchLibrary" : "searchNames")}
        aria-label={message(isOfNotes ? "searchLibrary" : "searchNames")}
        aria-keyshortcuts="/"
        aria-describedby={isHelped ? "search-help" : undefined}
        value={place.query}
        onFocus={() => setHelped(true)}
        onBlur={() => setHelped(false)}
        onInput={({ currentTarget }) => go({ query: currentTarget.value }, "replace")}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "Enter") return;
          event.preventDefault();
          document.querySelector<HTMLElement>("main [data-list]")?.focus();
        }}
      />
      {isOfNotes && isHelped && place.query === "" && (
        <p id="search-help" class="help soft">
          {message("searchHelp")}
        </p>
      )}
      {isOfNotes && place.query.trim() !== "" && (
        <button type="button" class="plain" onClick={() => void keep()}>
          {message("keepSearch")}
        </button>
      )}
    </search>
  );
}
