import type { Models } from "../../src/analyse.ts";
import { anchor } from "../../src/annotation/anchoring/anchor.ts";
import { LIMITS } from "../../src/annotation/records/annotation.ts";
import { compareWords } from "../../src/annotation/anchoring/compare.ts";
import { describe } from "../../src/annotation/anchoring/describe.ts";
import { createTextIndex } from "../../src/annotation/anchoring/text-index.ts";
import { readBylines } from "../../src/article/facts/bylines.ts";
import { parseDates } from "../../src/article/facts/dates.ts";
import { chooseHeadline } from "../../src/article/facts/headline.ts";
import { parseJsonLd } from "../../src/article/facts/json-ld.ts";
import { datesInLine } from "../../src/article/facts/published.ts";
import * as wording from "../../src/article/stories/wording.ts";
import { hasSentence } from "../../src/article/stories/prose.ts";
import { articleOfPlainText } from "../../src/article/plain-text.ts";
import { recogniseEntities } from "../../src/entities/recognise.ts";
import { readBackup } from "../../tools/whole-backup.ts";
import { parseMarkdown } from "../../src/markup/markdown.ts";
import { plainText } from "../../src/markup/plain-text.ts";
import { identityOf } from "../../src/page/page-key.ts";
import { attribute } from "../../src/quotes/attribute.ts";
import { finish } from "../../src/slices.ts";
import type { TextDocument } from "../../src/text/document.ts";
import { comparable } from "../../src/text/fold.ts";
import { isEnglish } from "../../src/text/language.ts";
import { normalise } from "../../src/text/normalise.ts";
import { segment } from "../../src/text/segment.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { tokenise } from "../../src/text/tokenise.ts";

/** A way into the pure code by which text of others comes in. */
export interface Entry {
  readonly name: string;
  /** The longest text that the caller ever hands over, in UTF-16 code units; `null` where nothing limits it. */
  readonly limit: number | null;
  /** From which length on doubling is measured, likewise: what is shorter may be spared a part of the work. */
  readonly from: number;
  /** Makes ready what comes from other entries, and gives the work that is measured. */
  prepare(text: string): () => unknown;
}

const SHORTEST = 1_000;

const entry = (name: string, work: (text: string) => unknown, limit: number | null = null): Entry => ({
  name,
  limit,
  from: SHORTEST,
  prepare: (text) => () => work(text),
});

const { note: NOTE, quote: PASSAGE } = LIMITS;

export function entriesFor(models: Models): readonly Entry[] {
  const documentOf = (text: string): TextDocument => segment(articleOfPlainText(text));
  return [
    entry("tokenise", (text) => tokenise(text)),
    {
      name: "sentences",
      limit: null,
      from: SHORTEST,
      prepare(text) {
        const tokens = tokenise(text);
        return () => splitSentences(text, tokens);
      },
    },
    entry("segment", documentOf),
    {
      name: "language",
      limit: null,
      from: SHORTEST,
      prepare(text) {
        const document = documentOf(text);
        return () => isEnglish(document, null);
      },
    },
    {
      name: "entities",
      limit: null,
      from: SHORTEST,
      prepare(text) {
        const document = documentOf(text);
        return () => recogniseEntities(document, models.entities);
      },
    },
    {
      name: "quotes",
      limit: null,
      from: SHORTEST,
      prepare(text) {
        const document = documentOf(text);
        const entities = recogniseEntities(document, models.entities);
        return () => attribute(document, entities, models.words);
      },
    },
    entry("dates", (text) => [parseDates(text, null), parseDates(text, "day-first")]),
    entry("date line", (text) => datesInLine(text, null)),
    entry("bylines", (text) => readBylines([text], ["The Daily Example"])),
    entry("headline", (text) => [
      chooseHeadline([text, `Live: ${text}`], text),
      chooseHeadline([`${text} | The Daily Example`], `Kicker ${text}`),
      chooseHeadline([`${text}: a`, text], null),
    ]),
    entry("JSON-LD", (text) => parseJsonLd(text)),
    entry("JSON-LD string", (text) => parseJsonLd(`{"headline": "${text}`)),
    entry("wording", (text) => [
      comparable(text),
      hasSentence(text),
      ...[
        wording.isBoilerplate,
        wording.isBylineLine,
        wording.isCredit,
        wording.isDateLine,
        wording.isDisclaimer,
        wording.leadsAway,
      ].map((is) => is(text)),
    ]),
    entry("page key", (text) =>
      identityOf({ url: `https://example.com/${text}`, canonical: `https://example.com/story?${text}` }, () => 2),
    ),
    entry("normalise", (text) => normalise(text)),
    entry("describe", (text) => describe(text, { start: text.length >> 2, end: text.length >> 1 })),
    {
      name: "anchor",
      limit: null,
      from: SHORTEST,
      prepare(text) {
        const middle = text.length >> 1;
        const selectors = describe(text, { start: middle, end: Math.min(text.length, middle + 200) });
        const changed = `${text.slice(0, middle)} Changed words. ${text.slice(middle + 20)}`;
        return () => finish(anchor(createTextIndex(changed), selectors));
      },
    },
    {
      name: "anchor long",
      limit: 2 * PASSAGE,
      from: 8_000,
      prepare(text) {
        const quarter = text.length >> 2;
        const selectors = describe(text, { start: quarter, end: 3 * quarter });
        const changed = `${text.slice(0, 2 * quarter)} Changed words. ${text.slice(2 * quarter + 20)}`;
        return () => finish(anchor(createTextIndex(changed), selectors));
      },
    },
    entry(
      "compare",
      (text) => compareWords(text, `${text.slice(0, text.length >> 1)}x${text.slice(text.length >> 1)}`),
      NOTE,
    ),
    entry("compare other", (text) => compareWords(text, `Other words: ${[...text].reverse().join("")}`), PASSAGE),
    entry("Markdown", (text) => plainText(parseMarkdown(text)), NOTE),
    entry("backup", (text) => [
      readBackup(text),
      readBackup(
        JSON.stringify({
          format: "sourceline-backup",
          version: 2,
          annotations: [{ body: { note: text } }],
          corrections: [{ name: text }],
          sites: [{ site: text }],
        }),
      ),
    ]),
  ];
}
