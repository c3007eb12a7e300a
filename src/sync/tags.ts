import { LIMITS } from "../annotation/records/annotation.ts";
import { canonical } from "./canonical.ts";
import type { Envelope } from "./envelope.ts";

/** Each tag is a field of its own, so that two machines can each add one. */
const TAG = "tag:";

interface Placed {
  /** As it is written. */
  readonly tag: string;
  /** Before the tags with higher places; where two have the same, the letters decide. */
  readonly place: number;
}

export const isTagField = (name: string): boolean => name.startsWith(TAG);
const fieldOf = (tag: string): string => `${TAG}${tag.toLowerCase()}`;

/** The tags that stand, in their order. One that a machine added while another took it away stands. */
function placed({ fields }: Envelope): readonly Placed[] {
  const standing = Object.entries(fields).flatMap(([name, entries]) => {
    if (!isTagField(name)) return [];
    const added = entries.flatMap(({ value }) => (value === null ? [] : [value as Placed]));
    return added.toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1)).slice(-1);
  });
  const key = ({ tag }: Placed): string => tag.toLowerCase();
  return standing.toSorted((a, b) => a.place - b.place || (key(a) < key(b) ? -1 : 1)).slice(0, LIMITS.tags);
}

export const tagsOf = (envelope: Envelope): string[] => placed(envelope).map(({ tag }) => tag);

/** The fields to set so that the tags become these; those that stay as they are aside. */
export function tagChanges(envelope: Envelope, wanted: readonly string[]): ReadonlyMap<string, Placed | null> {
  const standing = placed(envelope);
  const known = new Map(standing.map((one) => [fieldOf(one.tag), one]));
  let last = standing.reduce((highest, { place }) => Math.max(highest, place), -1);
  const next = wanted.map((tag): Placed => ({ tag, place: known.get(fieldOf(tag))?.place ?? (last += 1) }));
  const isRising = next.every(({ place }, index) => index === 0 || (next[index - 1]?.place ?? 0) < place);
  const changes = new Map<string, Placed | null>();
  // Two that were added at once share a place; where the letters do not give the order that is wanted, all get new ones.
  const inOrder = isRising || isInOrder(next) ? next : next.map(({ tag }, place) => ({ tag, place }));
  for (const one of inOrder) {
    const before = known.get(fieldOf(one.tag));
    if (before === undefined || before.tag !== one.tag || before.place !== one.place)
      changes.set(fieldOf(one.tag), one);
  }
  const kept = new Set(wanted.map(fieldOf));
  for (const name of known.keys()) if (!kept.has(name)) changes.set(name, null);
  return changes;
}

const isInOrder = (tags: readonly Placed[]): boolean =>
  tags.every((one, index) => {
    const before = tags[index - 1];
    if (before === undefined || before.place < one.place) return true;
    return before.place === one.place && before.tag.toLowerCase() < one.tag.toLowerCase();
  });
