import { createByteSink, readPostings, writePostings } from "./postings.ts";

/** Packed: the words in order, one to a line, and behind each other the numbers of the documents that have them. */
export interface PackedTerms {
  readonly words: string;
  /** Where each word's numbers begin, and where the last one's end. */
  readonly offsets: Uint32Array;
  readonly postings: Uint8Array;
}

/** Which documents have which words. Most of it is packed; what came since is not. */
export interface Terms {
  /** Notes that a document has these words. Documents come in ascending order of their numbers. */
  add(document: number, words: Iterable<string>): void;
  /** Calls `use` with the documents that have a word, or one that begins with it; one may come more than once. */
  find(word: string, isExact: boolean, use: (document: number) => void): void;
  /** The words there are that a mistyped word may stand for: a letter wrong, missing, doubled or swapped; two in a long one. */
  near(word: string): string[];
  /** All of it packed. `renumber` gives a document's new number, or `null` where it is gone. */
  pack(renumber: (document: number) => number | null): PackedTerms;
}

export const NO_TERMS: PackedTerms = { words: "", offsets: new Uint32Array(1), postings: new Uint8Array(0) };

export function createTerms({ words: text, offsets, postings }: PackedTerms): Terms {
  const words = text === "" ? [] : text.split("\n");
  const recent = new Map<string, number[]>();
  /** The recent words in order; made anew when it is asked for after something was added. */
  let recentWords: string[] | null = null;

  const read = (at: number, use: (document: number) => void): void =>
    readPostings(postings, offsets[at] ?? 0, offsets[at + 1] ?? 0, use);
  const sortedRecent = (): string[] => (recentWords ??= [...recent.keys()].toSorted(compare));

  const terms: Terms = {
    add(document, added) {
      for (const word of new Set(added)) {
        const known = recent.get(word);
        if (known !== undefined) known.push(document);
        else {
          recent.set(word, [document]);
          recentWords = null;
        }
      }
    },
    find(word, isExact, use) {
      for (let at = lowerBound(words, word); at < words.length; at += 1) {
        const found = words[at] ?? "";
        if (isExact ? found !== word : !found.startsWith(word)) break;
        read(at, use);
      }
      const added = isExact ? [word] : beginningWith(sortedRecent(), word);
      for (const found of added) for (const document of recent.get(found) ?? []) use(document);
    },
    near(word) {
      const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
      if (most === 0) return [];
      const isNear = (other: string): boolean => isWithin(word, other, most);
      return [...new Set([...words.filter(isNear), ...[...recent.keys()].filter(isNear)])];
    },
    pack(renumber) {
      const sink = createByteSink(postings.length + (1 << 16));
      const kept: string[] = [];
      const starts: number[] = [];
      const all = mergeSorted(words, sortedRecent());
      let packedAt = 0;
      for (const word of all) {
        const numbers: number[] = [];
        const take = (document: number): void => {
          const number = renumber(document);
          if (number !== null) numbers.push(number);
        };
        if (words[packedAt] === word) {
          read(packedAt, take);
          packedAt += 1;
        }
        for (const document of recent.get(word) ?? []) take(document);
        if (numbers.length === 0) continue;
        kept.push(word);
        starts.push(sink.length);
        // Packing puts documents in another order.
        writePostings(sink, Uint32Array.from(numbers).toSorted());
      }
      return { words: kept.join("\n"), offsets: new Uint32Array([...starts, sink.length]), postings: sink.bytes() };
    },
  };
  return terms;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first place in sorted words at which `word` could stand. */
function lowerBound(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function beginningWith(words: readonly string[], word: string): string[] {
  const start = lowerBound(words, word);
  const length = words.slice(start).findIndex((other) => !other.startsWith(word));
  return length < 0 ? words.slice(start) : words.slice(start, start + length);
}

function mergeSorted(a: readonly string[], b: readonly string[]): string[] {
  const merged: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (right === undefined || (left !== undefined && left <= right)) {
      merged.push(left ?? "");
      i += 1;
      if (left === right) j += 1;
    } else {
      merged.push(right);
      j += 1;
    }
  }
  return merged;
}

/**
 * Whether one word becomes the other by at most `most` steps, a letter put in, left out, replaced or swapped with the next.
 * The first letter must be right: people rarely mistype it, and it spares most of the comparing.
 */
function isWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most || a[0] !== b[0] || a === b) return a === b;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    before = row;
    row = next;
  }
  return (row[b.length] ?? 0) <= most;
}
