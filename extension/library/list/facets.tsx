import { countText, message, type MessageKey } from "../../locale/message.ts";
import type { Facet, Facets } from "../../../src/library/facets.ts";
import type { Colour } from "../../../src/annotation/records/annotation.ts";
import { operatorText, togglePiece } from "../../../src/library/query.ts";
import { useNoteWorld } from "../../ui/notes/note-world.ts";
import { colourName } from "../../ui/texts/colour-name.ts";
import { useLibrary } from "../library-world.ts";

const GROUPS = [
  ["tags", "tag", "viewTags"],
  ["colours", "colour", "viewColours"],
  ["sites", "site", "facetSites"],
  ["people", "person", "viewPeople"],
] as const satisfies readonly (readonly [keyof Facets, string, MessageKey])[];

/** What the notes that were found have in common: each narrows the search, or widens it again. */
export function FacetLists({ facets, query }: { readonly facets: Facets; readonly query: string }) {
  const { go } = useLibrary();
  const { names } = useNoteWorld();
  const has = (piece: string): boolean => togglePiece(query, piece).length < query.length;
  return (
    <details class="facets">
      <summary>{message("narrow")}</summary>
      <div class="facet-groups">
        {GROUPS.filter(([group]) => facets[group].length > 0).map(([group, operator, title]) => (
          <div key={group} role="group" aria-label={message(title)}>
            <h3>{message(title)}</h3>
            {facets[group].map(({ value, count }: Facet) => {
              const piece = operatorText(operator, value);
              return (
                <button
                  key={value}
                  type="button"
                  class="facet"
                  aria-pressed={has(piece)}
                  onClick={() => go({ query: togglePiece(query, piece) })}
                >
                  <span dir="auto">{group === "colours" ? colourName(value as Colour, names) : value}</span>{" "}
                  <span class="count">{countText(count)}</span>
                </button>
              );
            })}
          </div>
        ))}
      </div>
    </details>
  );
}
