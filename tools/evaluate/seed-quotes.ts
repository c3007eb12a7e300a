import { readFileSync } from "node:fs";
import { analyse, type Models } from "../../src/analyse.ts";
import { articleOfPlainText } from "../../src/article/plain-text.ts";
import { contains, type Span } from "../../src/text/span.ts";

interface SeedQuote extends Span {
  readonly level: "core" | "weak";
  readonly source: Span & { readonly canonical: string };
}

/** The letters and digits under a span: marks and spaces at its edges do not count. */
const bare = (text: string, { start, end }: Span): string =>
  text
    .slice(start, end)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function agreement(a: Span, b: Span): number {
  const both = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return both / (a.end - a.start + (b.end - b.start) - both);
}

/** "National Security Committee of Kazakhstan" is "the country's National Security Committee". */
function sameSpeaker(found: string, canonical: string): boolean {
  const fold = (name: string): string => name.toLowerCase().replace(/^the /, "");
  return fold(canonical).includes(fold(found)) || fold(found).includes(fold(canonical)) || sharesName(found, canonical);
}

function sharesName(found: string, canonical: string): boolean {
  const names = new Set(canonical.match(/\p{Lu}[\p{L}]+/gu) ?? []);
  return (found.match(/\p{Lu}[\p{L}]+/gu) ?? []).filter((name) => names.has(name)).length >= 3;
}

/** Checks the core quotations of the model article: source, speaker and extent, and that no place speaks. */
export function checkSeedQuotes(text: string, goldFile: string, models: Models): Record<string, number> {
  const { quotes } = JSON.parse(readFileSync(goldFile, "utf8")) as { readonly quotes: readonly SeedQuote[] };
  const { quotations, sources, entities } = analyse(articleOfPlainText(text), models);
  const core = quotes.filter(({ level }) => level === "core");
  let right = 0;
  let exact = 0;
  const missed: string[] = [];
  for (const gold of core) {
    const found = quotations.find(({ content, source, speaker }) => {
      const first = content[0];
      const last = content.at(-1);
      if (first === undefined || last === undefined || source === null || speaker === null) return false;
      const whole = { start: first.start, end: last.end };
      const sourced = contains(source, gold.source) || contains(gold.source, source);
      return (
        agreement(whole, gold) >= 0.4 && sourced && sameSpeaker(sources[speaker]?.name ?? "", gold.source.canonical)
      );
    });
    if (found === undefined) {
      missed.push(text.slice(gold.start, gold.start + 40));
      continue;
    }
    right += 1;
    const span = { start: found.content[0]?.start ?? 0, end: found.content.at(-1)?.end ?? 0 };
    if (bare(text, span) === bare(text, gold)) exact += 1;
  }
  const places = sources.filter(({ entity }) => entity !== null && entities[entity]?.kind === "place");
  process.stdout.write(
    `seed: ${right} of ${core.length} core quotations with the right source and speaker, ${exact} exact, ` +
      `${places.length} speakers that are places${missed.length > 0 ? `; missed: ${missed.join(" | ")}` : ""}\n`,
  );
  return { "seed right": right, "seed exact": exact, "seed without places": places.length === 0 ? 1 : 0 };
}
