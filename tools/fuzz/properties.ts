import * as fc from "fast-check";
import type { Models } from "../../src/analyse.ts";
import { anchor } from "../../src/annotation/anchoring/anchor.ts";
import { compareWords } from "../../src/annotation/anchoring/compare.ts";
import { describe } from "../../src/annotation/anchoring/describe.ts";
import { createTextIndex } from "../../src/annotation/anchoring/text-index.ts";
import { readBylines } from "../../src/article/facts/bylines.ts";
import { inUtc, parseDates } from "../../src/article/facts/dates.ts";
import { chooseHeadline } from "../../src/article/facts/headline.ts";
import { parseJsonLd } from "../../src/article/facts/json-ld.ts";
import { readGraph, textOf as textOfValue } from "../../src/article/facts/structured-data.ts";
import { articleOfPlainText } from "../../src/article/plain-text.ts";
import { recogniseEntities } from "../../src/entities/recognise.ts";
import { parseMarkdown } from "../../src/markup/markdown.ts";
import { plainText } from "../../src/markup/plain-text.ts";
import { ownerLabels } from "../../extension/store/owners.ts";
import { identityOf } from "../../src/page/page-key.ts";
import { attribute } from "../../src/quotes/attribute.ts";
import { finish } from "../../src/slices.ts";
import { normalise, toOriginal } from "../../src/text/normalise.ts";
import { segment } from "../../src/text/segment.ts";
import type { Span } from "../../src/text/span.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { tokenise } from "../../src/text/tokenise.ts";
import { backupFiles, keepsWhatItTakes } from "./backups.ts";
import { IMPORTS, readsThemInPieces } from "./imports.ts";
import { damaged, editedTexts, texts } from "./texts.ts";

/** What became of a property that was tried on random cases. */
interface Outcome {
  readonly cases: number;
  /** What broke it, with the smallest case that does, or `null`. */
  readonly complaint: string | null;
}

/** Tries a property; as often, and from the seed, that `fc.configureGlobal` has, where it is not told otherwise. */
type Trial = (parameters: { readonly numRuns?: number; readonly seed?: number }) => Outcome;

/** What must hold for any input, by the way into the pure code. */
export function propertiesOf(models: Models): ReadonlyMap<string, Trial> {
  const documentOf = (text: string) => segment(articleOfPlainText(text));
  return new Map<string, Trial>([
    [
      "tokeniser",
      holds(texts, (text) => {
        const tokens = tokenise(text);
        isOrdered(tokens, text.length);
        let end = 0;
        for (const token of [...tokens, { start: text.length, end: text.length, text: "" }]) {
          check(token.text === text.slice(token.start, token.end), "a token is not what stands at its place");
          check(!/[\p{L}\p{N}]/u.test(text.slice(end, token.start)), "a letter is in no token");
          end = token.end;
        }
      }),
    ],
    [
      "sentences",
      holds(texts, (text) => {
        const tokens = tokenise(text);
        const sentences = splitSentences(text, tokens);
        isOrdered(sentences, text.length);
        const all = sentences.flatMap((sentence) => sentence.tokens);
        check(all.length === tokens.length && all.every((token, i) => token === tokens[i]), "a token is lost");
        for (const paragraph of documentOf(text).paragraphs) {
          isOrdered(paragraph.sentences, text.length);
          check(
            paragraph.sentences.every((sentence) => isIn(sentence, paragraph)),
            "a sentence leaves its paragraph",
          );
        }
      }),
    ],
    [
      "entities",
      holds(texts, (text) => {
        const entities = recogniseEntities(documentOf(text), models.entities);
        for (const { mentions } of entities) isOrdered(mentions, text.length);
        const first = entities.map(({ mentions }) => mentions[0]?.start ?? -1);
        check(
          first.every((start, i) => start >= (first[i - 1] ?? 0)),
          "entities are not in the order of the text",
        );
      }),
    ],
    [
      "quotes",
      holds(texts, (text) => {
        const document = documentOf(text);
        const entities = recogniseEntities(document, models.entities);
        const { sources, quotations } = attribute(document, entities, models.words);
        for (const { content, cue, source, speaker } of quotations) {
          check(content.length > 0, "a statement has no words");
          isOrdered(content, text.length);
          for (const span of [cue, source]) if (span !== null) isOrdered([span], text.length);
          check(speaker === null || sources[speaker] !== undefined, "a speaker is no source");
        }
        for (const { entity, mentions, quotations: own } of sources) {
          check(entity === null || entities[entity] !== undefined, "a source is no entity");
          check(
            own.every((index) => quotations[index] !== undefined),
            "a source has said nothing",
          );
          // One source may stand in another: "claims by Ann that Bob …".
          for (const mention of mentions) isOrdered([mention], text.length);
        }
      }),
    ],
    [
      "dates",
      holds(texts, (text) => {
        for (const order of [null, "day-first", "month-first", "year-first"] as const) {
          for (const date of parseDates(text, order)) {
            check(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?$/.test(date), `no date: ${date}`);
            check(Number.isFinite(Date.parse(inUtc(date))), `no day: ${date}`);
          }
        }
      }),
    ],
    [
      "bylines",
      holds(fc.tuple(fc.array(texts, { maxLength: 4 }), fc.option(texts)), ([lines, outlet]) => {
        const { people, authors } = readBylines(lines, outlet === null ? [] : [outlet]);
        check(
          people.every((name) => authors.includes(name)),
          "a person is no author",
        );
        const folded = authors.map((name) => name.toLowerCase());
        check(new Set(folded).size === authors.length, "an author is named twice");
      }),
    ],
    [
      "headline",
      holds(fc.tuple(fc.array(texts, { maxLength: 4 }), fc.option(texts)), ([stated, shown]) => {
        const headline = chooseHeadline(stated, shown);
        check((headline === null) === (stated.length === 0 && shown === null), "a headline comes from nowhere");
      }),
    ],
    [
      "JSON-LD",
      holds(
        fc.oneof(texts, damaged(fc.json()), damaged(texts.map((text) => `{"@type":"NewsArticle","name":"${text}"}`))),
        (source) => {
          check(
            parseJsonLd(source).every((value) => isPlain(value)),
            "a value is no JSON",
          );
          for (const { node } of readGraph([source]).nodes) for (const value of Object.values(node)) textOfValue(value);
        },
      ),
    ],
    [
      "whole JSON-LD",
      holds(fc.json(), (source) => {
        check(JSON.stringify(parseJsonLd(source)) === JSON.stringify([JSON.parse(source)]), "a value has changed");
      }),
    ],
    [
      "normalise",
      holds(texts, (text) => {
        const normalised = normalise(text);
        const { text: folded, starts, ends } = normalised;
        check(starts.length === folded.length && ends.length === folded.length, "a letter has no place");
        for (let i = 0; i < folded.length; i += 1) {
          const { start, end } = toOriginal(normalised, { start: i, end: i + 1 });
          check(start < end && end <= text.length && start >= (starts[i - 1] ?? 0), "a place is out of order");
        }
      }),
    ],
    [
      "anchoring",
      holds(fc.tuple(editedTexts, fc.nat(), fc.nat(300)), ([{ before, after }, at, length]) => {
        const start = at % (before.length + 1);
        const span = { start, end: Math.min(before.length, start + length) };
        // Who selects begins and ends with whole letters.
        fc.pre(!startsInLetter(before, span.start) && !startsInLetter(before, span.end));
        const selectors = describe(before, span);
        const same = finish(anchor(createTextIndex(before), selectors));
        const stands = same.state === "same" && same.span.start === span.start && same.span.end === span.end;
        check(stands || selectors.quote.exact === "", "a passage is not where it was described");
        const then = finish(anchor(createTextIndex(after), selectors));
        if (then.state === "lost") return;
        isOrdered([then.span], after.length);
        if (then.state === "edited") return;
        const [found, was] = [after.slice(then.span.start, then.span.end), selectors.quote.exact];
        check(normalise(found).text === normalise(was).text, "other words stand for the same");
      }),
    ],
    [
      "compare",
      holds(editedTexts, ({ before, after }) => {
        const changes = compareWords(before, after);
        const without = (kind: string) => changes.map((change) => (change.kind === kind ? "" : change.text)).join("");
        check(without("added") === before && without("removed") === after, "a letter is lost");
      }),
    ],
    [
      "Markdown",
      holds(texts, (note) => {
        const blocks = parseMarkdown(note);
        plainText(blocks);
        const links = [...JSON.stringify(blocks).matchAll(/"kind":"link","href":"([^"]*)/g)].map(([, href]) => href);
        check(
          links.every((href) => /^(?:https?:|mailto:)/i.test(href ?? "")),
          "a link leads off the web",
        );
      }),
    ],
    [
      "page key",
      holds(
        fc.tuple(fc.oneof(texts, fc.webUrl({ withQueryParameters: true, withFragments: true })), fc.option(texts)),
        ([url, canonical]) => {
          check(
            identityOf({ url, canonical }, ownerLabels) === identityOf({ url, canonical }, ownerLabels),
            "a page has two keys",
          );
        },
      ),
    ],
    ["backup", holds(backupFiles, keepsWhatItTakes)],
    ...Object.entries(IMPORTS).map(([name, files]): [string, Trial] => [
      `import ${name}`,
      holds(fc.tuple(files, fc.constantFrom(1, 7, 64, 4_096)), readsThemInPieces),
    ]),
  ]);
}

function holds<T>(cases: fc.Arbitrary<T>, property: (value: T) => void): Trial {
  return (parameters) => {
    const result = fc.check(fc.property(cases, property), { includeErrorInReport: true, ...parameters });
    return { cases: result.numRuns, complaint: result.failed ? (fc.defaultReportMessage(result) ?? "") : null };
  };
}

function check(condition: boolean, complaint: string): void {
  if (!condition) throw new Error(complaint);
}

/** Throws unless the spans are in a text of `length`, not empty, in order, and apart. */
function isOrdered(spans: readonly Span[], length: number): void {
  let end = 0;
  for (const span of spans) {
    check(
      span.start >= end && span.end > span.start && span.end <= length,
      `a span is out of place: ${JSON.stringify(span)}`,
    );
    end = span.end;
  }
}

/** Whether an accent stands at a place, which belongs to the letter before it. */
function startsInLetter(text: string, at: number): boolean {
  return /^\p{M}/u.test(text.slice(at));
}

function isIn(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null)
    return ["string", "number", "boolean"].includes(typeof value) || value === null;
  return Object.values(value).every(isPlain);
}
