import type { Totals } from "../../../src/library/facets.ts";
import { message, type MessageKey } from "../../locale/message.ts";
import { hashOf, type Place, type View, VIEWS } from "../place.ts";
import { useLibrary } from "../library-world.ts";

const TITLES: Record<View, MessageKey> = {
  all: "viewAll",
  articles: "viewArticles",
  people: "viewPeople",
  places: "viewPlaces",
  organisations: "viewOrganisations",
  tags: "viewTags",
  colours: "viewColours",
  check: "viewCheck",
  searches: "viewSearches",
  bin: "viewBin",
};

/** What a part of the library is called. */
export const viewTitle = (view: View): string => message(TITLES[view]);

interface NavigationProps {
  readonly place: Place;
  /** `null` while they are counted. */
  readonly totals: Totals | null;
}

/** The parts of the library, with how much is in each. Links, so that each can be opened beside the others. */
export function Navigation({ place, totals }: NavigationProps) {
  const { go } = useLibrary();
  const countOf = (view: View): number | null => {
    if (totals === null) return null;
    if (view === "all") return totals.notes;
    if (view === "tags") return totals.tags.length;
    return view === "articles" || view === "check" || view === "bin" ? totals[view] : null;
  };
  return (
    <nav aria-label={message("libraryParts")}>
      <ul class="list">
        {VIEWS.map((view) => {
          const count = countOf(view);
          return (
            <li key={view}>
              <a
                href={hashOf({ view })}
                aria-current={place.view === view ? "page" : undefined}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  go({ view, query: "", article: null, note: null, name: null });
                }}
              >
                {viewTitle(view)}
                {count !== null && <span class="count">{count.toLocaleString(message("textLanguage"))}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
