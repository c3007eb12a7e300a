import { readFileSync } from "node:fs";

/** Figures of one publisher's pages: shares of pages that are right, and how many pages each rests on. */
export interface PublisherFigures {
  readonly publisher: string;
  readonly figures: Readonly<Record<string, { readonly pages: number; readonly right: number }>>;
}

/** What a figure is over publishers: each counts as much as any other, however many of its pages there are. */
interface Spread {
  readonly publishers: number;
  readonly pages: number;
  /** Over all pages, as the other tables have it. */
  readonly byPage: number;
  readonly mean: number;
  /** The standard error of the mean. */
  readonly error: number;
  /** Over all pages, with the publisher left out that does it the most good. */
  readonly withoutBest: number;
  /** Publishers of which not one page is right. */
  readonly failed: readonly string[];
}

/** Who publishes a page, as far as its address says: the last two labels of its host. */
function publisherOf(url: string): string {
  return new URL(url).hostname.split(".").slice(-2).join(".");
}

/** The lines of a manifest that fit a pattern, by publisher. */
export function manifestsByPublisher(manifest: string, pattern: RegExp): ReadonlyMap<string, readonly string[]> {
  const byPublisher = new Map<string, string[]>();
  for (const line of readFileSync(manifest, "utf8").split("\n")) {
    if (!pattern.test(line)) continue;
    const publisher = publisherOf((JSON.parse(line) as { url: string }).url);
    const own = byPublisher.get(publisher);
    if (own === undefined) byPublisher.set(publisher, [line]);
    else own.push(line);
  }
  return byPublisher;
}

/** How a figure spreads over the publishers that have pages for it. */
export function spreadOf(name: string, all: readonly PublisherFigures[]): Spread {
  const own = all.flatMap(({ publisher, figures }) => {
    const figure = figures[name];
    return figure === undefined || figure.pages === 0 ? [] : [{ publisher, ...figure }];
  });
  const pages = sum(own.map((one) => one.pages));
  const right = sum(own.map((one) => one.right * one.pages));
  const mean = sum(own.map((one) => one.right)) / own.length;
  const variance = sum(own.map((one) => (one.right - mean) ** 2)) / Math.max(1, own.length - 1);
  const without = own.map((one) => (right - one.right * one.pages) / Math.max(1, pages - one.pages));
  return {
    publishers: own.length,
    pages,
    byPage: right / pages,
    mean,
    error: Math.sqrt(variance / own.length),
    withoutBest: Math.min(...without),
    failed: own.filter((one) => one.right === 0).map(({ publisher }) => publisher),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
