/**
 * Which changes of a record somebody knows: for each writer, up to which of its changes. A writer is one run of one
 * browser, and names itself by random letters, so that a copied profile never writes under the name of its original.
 */
export type Clock = Readonly<Record<string, number>>;

/** One change: whose, and its number among theirs. */
export interface Dot {
  readonly by: string;
  readonly at: number;
}

/** Whether a change is known to whoever has this clock. */
export const covers = (clock: Clock, { by, at }: Dot): boolean => (clock[by] ?? 0) >= at;

/** What two know together. */
export function joinClocks(a: Clock, b: Clock): Clock {
  const joined: Record<string, number> = { ...a };
  for (const [by, at] of Object.entries(b)) joined[by] = Math.max(joined[by] ?? 0, at);
  return joined;
}

/** How many changes are known: it grows with every change, and is the same wherever the same ones are known. */
export const countOf = (clock: Clock): number => Object.values(clock).reduce((sum, at) => sum + at, 0);

/** The order of two changes where one must be chosen: the same everywhere, and no instant has a say in it. */
export const inOrder = (a: Dot, b: Dot): number => a.at - b.at || (a.by < b.by ? -1 : Number(a.by > b.by));
