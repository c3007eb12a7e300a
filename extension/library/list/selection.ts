/** Which notes of a list are selected, by their ids. */
export type Selection = ReadonlySet<string>;

/** With one more or, where it is in it, without it. */
export function toggled(selection: Selection, id: string): Selection {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}
