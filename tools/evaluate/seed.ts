import { readFileSync } from "node:fs";
import { analyse, type Models } from "../../src/analyse.ts";
import { articleOfPlainText } from "../../src/article/plain-text.ts";
import { overlaps, type Span } from "../../src/text/span.ts";

interface SeedGold {
  readonly people: readonly (Span & { readonly canonical: string })[];
  readonly places: readonly (Span & { readonly text: string; readonly kind: string })[];
  readonly place_adjectives: readonly Span[];
  readonly segments: readonly (Span & { readonly kind: string })[];
}

const key = ({ start, end }: Span): string => `${start}-${end}`;

/** Checks the model article: its people under the right number of names, its named places, and nothing else. */
export function checkSeed(text: string, goldFile: string, models: Models): Record<string, number> {
  const gold = JSON.parse(readFileSync(goldFile, "utf8")) as SeedGold;
  const analysis = analyse(articleOfPlainText(text), models);
  const people = analysis.entities.filter((entity) => entity.kind === "person");
  const places = analysis.entities.filter((entity) => entity.kind === "place");
  const named = gold.places.filter((place) => place.kind !== "nominal");
  const spans = (list: typeof people): Span[] => list.flatMap((entity) => entity.mentions);
  const hits = (wanted: readonly Span[], found: readonly Span[]): number => {
    const keys = new Set(found.map(key));
    return wanted.filter((span) => keys.has(key(span))).length;
  };
  const right = (span: Span, wanted: readonly Span[]): boolean => wanted.some((other) => key(other) === key(span));
  const falsePeople = spans(people).filter((span) => !right(span, gold.people));
  const falsePlaces = spans(places).filter(
    (span) => !right(span, named) && !gold.place_adjectives.some((adjective) => overlaps(adjective, span)),
  );
  const wrong = [...falsePeople, ...falsePlaces].map(({ start, end }) => text.slice(start, end));
  process.stdout.write(
    `seed: ${hits(gold.people, spans(people))} of ${gold.people.length} mentions of people ` +
      `under ${people.length} names (${people.map(({ name }) => name).join(", ")}), ` +
      `${hits(named, spans(places))} of ${named.length} named places, ` +
      `${wrong.length} false mentions${wrong.length > 0 ? ` (${wrong.join(", ")})` : ""}\n`,
  );
  return {
    "seed people": hits(gold.people, spans(people)),
    "seed places": hits(named, spans(places)),
    "seed without false mentions": wrong.length === 0 ? 1 : 0,
  };
}
