import { useState } from "preact/hooks";
import type { Colour } from "../../../src/annotation/records/annotation.ts";
import type { Facets } from "../../../src/library/facets.ts";
import { operatorText, togglePiece } from "../../../src/library/query.ts";
import { message, type MessageKey } from "../../locale/message.ts";
import type { SearchClient } from "../../search/client.ts";
import { useAnswer } from "../../search/use-answer.ts";
import { useNoteWorld } from "../../ui/notes/note-world.ts";
import { colourName } from "../../ui/texts/colour-name.ts";

const FILTERS = [
  ["tags", "tag", "filterTag"],
  ["colours", "colour", "filterColour"],
  ["sites", "site", "filterSite"],
] as const satisfies readonly (readonly [keyof Facets, string, MessageKey])[];

interface FiltersProps {
  readonly search: SearchClient;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/**
 * Narrows the notes that were found to a tag, a colour or a site that they have. What is chosen is written into the
 * search, where it can be changed. Until they are unfolded, nothing is counted.
 */
export function Filters({ search, query, onQuery }: FiltersProps) {
  const [isOpen, setOpen] = useState(false);
  const { names } = useNoteWorld();
  const answer = useAnswer(search, "list", isOpen ? { of: "notes", query, names, sort: "added" } : null);
  const facets = answer.state === "ready" ? answer.value.facets : null;
  return (
    <details class="filters" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{message("narrow")}</summary>
      <div class="row">
        {FILTERS.map(([group, operator, title]) => (
          <select
            key={group}
            aria-label={message(title)}
            value=""
            disabled={(facets?.[group].length ?? 0) === 0}
            onChange={({ currentTarget }) => {
              onQuery(togglePiece(query, operatorText(operator, currentTarget.value)));
              currentTarget.value = "";
            }}
          >
            <option value="">{message(title)}</option>
            {facets?.[group].map(({ value, count }) => (
              <option key={value} value={value}>
                {group === "colours" ? colourName(value as Colour, names) : value} ({count})
              </option>
            ))}
          </select>
        ))}
      </div>
    </details>
  );
}
