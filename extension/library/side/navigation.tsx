import { useEffect, useRef } from "preact/hooks";
import type { Totals } from "../../../src/library/facets.ts";
import { countText, message, type MessageKey } from "../../locale/message.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
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
  const { database, go } = useLibrary();
  const unsettled = useLiveQuery(() => database.exchanged.where("unsettled").equals(1).count(), [database]);
  const countOf = (view: View): number | null => {
    if (totals === null) return null;
    if (view === "all") return totals.notes;
    if (view === "tags") return totals.tags.length;
    if (view === "check") return totals.check + (unsettled.state === "ready" ? unsettled.value : 0);
    return view === "articles" || view === "bin" ? totals[view] : null;
  };
  const nav = useRef<HTMLElement>(null);
  // In a narrow window the parts are one line, which scrolls.
  useEffect(
    () => nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    [place.view, totals === null],
  );
  return (
    <nav ref={nav} aria-label={message("libraryParts")}>
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
                {count !== null && <span class="count">{countText(count)}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
