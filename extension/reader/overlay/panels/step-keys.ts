const ARROWS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Where a key goes to: some names or highlights on or back, of the kind that one is at or of the highlights. */
export interface KeyStep {
  readonly to: "same" | "highlights";
  readonly by: 1 | -1;
}

/** What a key means where one goes from name to name or from highlight to highlight; `null` for nothing. */
export function stepOfKey({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): KeyStep | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (key.toLowerCase() === "n") return { to: "highlights", by: shiftKey ? -1 : 1 };
  const by = ARROWS[key];
  return by === undefined ? null : { to: "same", by };
}
