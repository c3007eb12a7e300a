import { createTextQuoteSelectorMatcher, describeTextQuote } from "@apache-annotator/dom";
import { rangesOf, spanOf } from "../../extension/dom/text/text-map.ts";
import { readPageText } from "../../extension/dom/text/page-text.ts";
import { anchor } from "../../src/annotation/anchoring/anchor.ts";
import { describe } from "../../src/annotation/anchoring/describe.ts";
import { createTextIndex } from "../../src/annotation/anchoring/text-index.ts";
import { finish } from "../../src/slices.ts";

/** A way to describe ranges of a page and to find them again in what the page has become. */
export interface Finder {
  /** Describes ranges of the page as it is. The answer finds them in a later state; empty where one is lost. */
  describe(ranges: readonly Range[]): Promise<() => Promise<(readonly Range[])[]>>;
}

const sourceline: Finder = {
  async describe(ranges) {
    const before = finish(readPageText(document));
    const passages = ranges.map((range) => {
      const span = spanOf(before, range);
      return span === null ? null : describe(before.text, span);
    });
    return async () => {
      const map = finish(readPageText(document));
      const index = createTextIndex(map.text);
      return passages.map((selectors) => {
        if (selectors === null) return [];
        const anchoring = finish(anchor(index, selectors));
        return anchoring.state === "lost" ? [] : rangesOf(map, anchoring.span);
      });
    };
  },
};

const apacheAnnotator: Finder = {
  async describe(ranges) {
    const selectors: Awaited<ReturnType<typeof describeTextQuote>>[] = [];
    for (const range of ranges) selectors.push(await describeTextQuote(range.cloneRange(), document.body));
    return async () => {
      const found = [];
      for (const selector of selectors) {
        const first = await createTextQuoteSelectorMatcher(selector)(document.body).next();
        found.push(first.done === true ? [] : [first.value]);
      }
      return found;
    };
  },
};

/** How much context a plain search compares, in code units. */
const PLAIN_CONTEXT = 32;

/** The whole text of the body, and the way back. */
function plainText(): { text: string; rangeOf(start: number, end: number): Range } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = "";
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length });
    text += (node as Text).data;
  }
  return {
    text,
    rangeOf(start, end) {
      const range = document.createRange();
      const first = nodes.findLast((entry) => entry.start <= start);
      const last = nodes.findLast((entry) => entry.start < end);
      if (first !== undefined) range.setStart(first.node, start - first.start);
      if (last !== undefined) range.setEnd(last.node, end - last.start);
      return range;
    },
  };
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/** `indexOf` for the very letters, and of several places the one whose neighbourhood is most alike. */
const indexOfWithContext: Finder = {
  async describe(ranges) {
    const { text } = plainText();
    const passages = ranges.map((range) => {
      const before = document.createRange();
      before.setStart(document.body, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const start = before.toString().length;
      const exact = range.toString();
      const end = start + exact.length;
      return {
        exact,
        prefix: text.slice(Math.max(0, start - PLAIN_CONTEXT), start),
        suffix: text.slice(end, end + PLAIN_CONTEXT),
      };
    });
    return async () => {
      const now = plainText();
      return passages.map(({ exact, prefix, suffix }) => {
        let best = -1;
        let bestShared = -1;
        for (let at = now.text.indexOf(exact); at >= 0; at = now.text.indexOf(exact, at + 1)) {
          const shared =
            sharedEnd(prefix, now.text.slice(Math.max(0, at - PLAIN_CONTEXT), at)) +
            sharedStart(suffix, now.text.slice(at + exact.length, at + exact.length + PLAIN_CONTEXT));
          if (shared > bestShared) {
            best = at;
            bestShared = shared;
          }
        }
        return best < 0 ? [] : [now.rangeOf(best, best + exact.length)];
      });
    };
  },
};

export const FINDERS: ReadonlyMap<string, Finder> = new Map([
  ["Sourceline", sourceline],
  ["Apache Annotator", apacheAnnotator],
  ["indexOf with context", indexOfWithContext],
]);
