import { type RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { hitsIn } from "../../../src/library/words.ts";

/** The name of the layer in the registry of this document and in its style sheet. */
const HITS = "search-hit";

/** Marks the words that were searched for in everything that a part of the document shows, notes as they read included. */
export function useMarkedHits(part: RefObject<HTMLElement | null>, words: readonly string[]): void {
  useEffect(() => {
    const { current } = part;
    if (current === null || words.length === 0) return undefined;
    const mark = (): void => {
      const ranges: Range[] = [];
      const walker = document.createTreeWalker(current, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (const { start, end } of hitsIn(node.nodeValue ?? "", words)) {
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, end);
          ranges.push(range);
        }
      }
      CSS.highlights.set(HITS, new Highlight(...ranges));
    };
    mark();
    const changes = new MutationObserver(mark);
    changes.observe(current, { childList: true, characterData: true, subtree: true });
    return () => {
      changes.disconnect();
      CSS.highlights.delete(HITS);
    };
  }, [words.join("\n")]);
}
