/** A stretch of a passage that stayed, or that one of the two versions has and the other hasn't. */
export interface Change {
  readonly kind: "kept" | "removed" | "added";
  readonly text: string;
}

/**
 * What became of a passage, word by word, in reading order: what was removed stands before what came in its place.
 * Kept and removed texts together are `before`, kept and added ones `after`, to the letter.
 */
export function compareWords(before: string, after: string): Change[] {
  const a = pieces(before);
  const b = pieces(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const changes = [
    ...a.slice(0, head).map(kept),
    ...compareMiddles(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(kept),
  ];
  return join(changes);
}

function kept(text: string): Change {
  return { kind: "kept", text };
}

function removed(text: string): Change {
  return { kind: "removed", text };
}

function added(text: string): Change {
  return { kind: "added", text };
}

/** What would take more cells to compare than this, in time and memory, and has no landmarks, counts as wholly replaced. */
const MOST_CELLS = 20_000;

function pieces(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
}

/** Compares two lists of pieces, between their landmarks where they are long. */
function compareMiddles(a: readonly string[], b: readonly string[]): Change[] {
  if (a.length * b.length <= MOST_CELLS) return compareShort(a, b);
  const changes: Change[] = [];
  let [fromA, fromB] = [0, 0];
  for (const [i, j] of [...landmarks(a, b), [a.length, b.length] as const]) {
    const [gapA, gapB] = [a.slice(fromA, i), b.slice(fromB, j)];
    const isShort = gapA.length * gapB.length <= MOST_CELLS;
    for (const change of isShort ? compareShort(gapA, gapB) : [...gapA.map(removed), ...gapB.map(added)]) {
      changes.push(change);
    }
    const landmark = a[i];
    if (landmark !== undefined) changes.push(kept(landmark));
    [fromA, fromB] = [i + 1, j + 1];
  }
  return changes;
}

/**
 * The places of pieces that stand once in each list, as many as are in the same order in both (the longest increasing
 * subsequence, as in B. Cohen's patience diff).
 */
function landmarks(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const placesInB = placesOfUnique(b);
  /** For each length, the chain of that length that ends earliest in `b`, by its last pair. */
  const ends: Landmark[] = [];
  for (const [piece, i] of placesOfUnique(a)) {
    const j = placesInB.get(piece);
    if (j === undefined) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.j ?? Infinity) < j) low = middle + 1;
      else high = middle;
    }
    ends[low] = { i, j, before: ends[low - 1] ?? null };
  }
  const chain: (readonly [number, number])[] = [];
  for (let last = ends.at(-1) ?? null; last !== null; last = last.before) chain.push([last.i, last.j]);
  return chain.toReversed();
}

interface Landmark {
  readonly i: number;
  readonly j: number;
  readonly before: Landmark | null;
}

/** Each piece that stands once in a list, with its place; in the list's order. */
function placesOfUnique(list: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [place, piece] of list.entries()) {
    if (places.has(piece)) repeated.add(piece);
    else places.set(piece, place);
  }
  for (const piece of repeated) places.delete(piece);
  return places;
}

/** The longest common subsequence of two lists of pieces, told as changes. */
function compareShort(a: readonly string[], b: readonly string[]): Change[] {
  const width = b.length + 1;
  // Cell (i, j): how many pieces a[i…] and b[j…] have in common.
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const below = common[(i + 1) * width + j] ?? 0;
      const beside = common[i * width + j + 1] ?? 0;
      common[i * width + j] = a[i] === b[j] ? (common[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(below, beside);
    }
  }
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      changes.push(kept(left));
      i += 1;
      j += 1;
    } else if (
      left !== undefined &&
      (right === undefined || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      changes.push(removed(left));
      i += 1;
    } else if (right !== undefined) {
      changes.push(added(right));
      j += 1;
    }
  }
  return changes;
}

/** Joins neighbours of one kind; a kept space between two changes belongs to both, so that phrases stay whole. */
function join(changes: readonly Change[]): Change[] {
  const joined: Change[] = [];
  let keptText = "";
  let gone = "";
  let come = "";
  const closeKept = () => {
    if (keptText !== "") joined.push(kept(keptText));
    keptText = "";
  };
  const closeChange = () => {
    if (gone !== "") joined.push(removed(gone));
    if (come !== "") joined.push(added(come));
    gone = "";
    come = "";
  };
  for (const [i, change] of changes.entries()) {
    if (change.kind === "kept") {
      const next = changes[i + 1];
      if (change.text.trim() === "" && (gone !== "" || come !== "") && next !== undefined && next.kind !== "kept") {
        gone += change.text;
        come += change.text;
      } else {
        closeChange();
        keptText += change.text;
      }
    } else {
      closeKept();
      if (change.kind === "removed") gone += change.text;
      else come += change.text;
    }
  }
  closeKept();
  closeChange();
  return joined;
}
