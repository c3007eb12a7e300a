import { featuresOf } from "../../src/article/detection/features.ts";
import type { PageSignals } from "../../src/article/detection/signals.ts";
import { crossValidate } from "./cross-validate.ts";
import type { Example } from "./logistic.ts";

/** A decision must be this much likelier than not: readers mind a wrong yes more than a wrong no. */
export const CAUTION = 1.25;

/** A page with the verdict of people on it. */
export interface Labelled {
  readonly url: string;
  readonly set: string;
  readonly kind: string;
  readonly isArticle: boolean;
}

/** What the decision reaches on publishers that its weights have not seen. */
export interface HeldOut {
  readonly precision: number;
  readonly recall: number;
  readonly news: { readonly found: number; readonly pages: number };
  /** Pages that are no articles, by kind. */
  readonly others: ReadonlyMap<string, { readonly wrong: number; readonly pages: number }>;
}

export function exampleOf(page: Labelled, signals: PageSignals): Example {
  const publisher = new URL(page.url).hostname.split(".").slice(-2).join(".");
  return { features: featuresOf(signals), isArticle: page.isArticle, publisher };
}

/** Decides on each page by weights fitted without its publisher's pages. */
export function heldOutFigures(pages: readonly (readonly [Labelled, Example])[]): HeldOut {
  const verdicts = crossValidate(
    pages.map(([, example]) => example),
    CAUTION,
  );
  const all = pages.map(([page], index) => ({ page, isTaken: verdicts[index] === true }));
  const articles = all.filter(({ page }) => page.isArticle);
  const found = articles.filter(({ isTaken }) => isTaken).length;
  const news = articles.filter(({ page }) => page.set !== "wcxb");
  const others = new Map<string, { wrong: number; pages: number }>();
  for (const { page, isTaken } of all) {
    if (page.isArticle) continue;
    const { wrong, pages: count } = others.get(page.kind) ?? { wrong: 0, pages: 0 };
    others.set(page.kind, { wrong: wrong + Number(isTaken), pages: count + 1 });
  }
  return {
    precision: found / all.filter(({ isTaken }) => isTaken).length,
    recall: found / articles.length,
    news: { found: news.filter(({ isTaken }) => isTaken).length, pages: news.length },
    others,
  };
}

/** One line a figure, as trainer and evaluation print them. */
export function heldOutLines({ precision, recall, news, others }: HeldOut): readonly string[] {
  return [
    `on publishers not trained on: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, news found ${news.found}/${news.pages}`,
    ...[...others].map(([kind, { wrong, pages }]) => `  taken for articles, ${kind}: ${wrong}/${pages}`),
  ];
}
