import type { EntityKind } from "../../src/entities/entity.ts";

/**
 * How cases are written, in every table.
 *
 * Names are marked in the text: `[p:Helen Marsh] of the [o:Harbour Board] flew to [l:Oslo].` A person is `p`, a place `l`,
 * an organisation `o`. What is not marked is no name.
 *
 * Statements stand behind the text, in its order. Each is `source | cue | content`, in the text's own words:
 *
 *     Solberg | said | “The ferry,” // “will sail at dawn.”
 *     she | said | “It must go,” = Ingrid Solberg
 *
 * Content that is interrupted has ` // ` between its pieces. A source or cue that the text lacks is `–`. Behind ` = ` stands
 * under which name the statement is listed; a case that leaves this out leaves it open.
 */

const KINDS: Readonly<Record<string, EntityKind>> = { p: "person", l: "place", o: "organisation" };
const LETTERS: Readonly<Record<EntityKind, string>> = { person: "p", place: "l", organisation: "o" };

/** A marked name, in UTF-16 code units of the text without its marks. */
export interface NameCase {
  readonly kind: EntityKind;
  readonly start: number;
  readonly end: number;
}

/** Takes the marks out of a text, and gives the names that they mark. Throws on a bracket that is no mark. */
export function readNames(marked: string): { text: string; names: NameCase[] } {
  const names: NameCase[] = [];
  let text = "";
  for (const piece of marked.split(/(\[[plo]:[^[\]]+\])/)) {
    const kind = KINDS[/^\[([plo]):.+\]$/.exec(piece)?.[1] ?? ""];
    if (kind === undefined) {
      if (/[[\]]/.test(piece)) throw new Error(`“${marked}”: a name is [p:…], [l:…] or [o:…]`);
      text += piece;
    } else {
      const name = piece.slice(3, -1);
      names.push({ kind, start: text.length, end: text.length + name.length });
      text += name;
    }
  }
  return { text, names };
}

/** Marks names in a text: what `readNames` takes apart again. */
export const markNames = (text: string, names: readonly NameCase[]): string =>
  names
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (marked, { kind, start, end }) =>
        `${marked.slice(0, start)}[${LETTERS[kind]}:${marked.slice(start, end)}]${marked.slice(end)}`,
      text,
    );

/** A construction, the text that has it, and the statements that the text holds, each as it is written above. */
export type StatementRow = readonly [construction: string, text: string, ...statements: string[]];

export interface StatementCase {
  readonly source: string;
  readonly cue: string;
  readonly content: readonly string[];
  /** `null` where the case leaves open under which name it is listed. */
  readonly speaker: string | null;
}

/** What stands for a source or a cue that the text lacks. */
export const NOBODY = "–";

/** Reads a statement of a text. Throws where it is not of the form above, or has words that the text has not. */
export function readStatement(written: string, text: string): StatementCase {
  const [, said = "", speaker = null] = /^(.*?)(?: = (.+))?$/s.exec(written) ?? [];
  const parts = said.split(" | ");
  const [source = "", cue = "", words = ""] = parts;
  const content = words.split(" // ");
  if (parts.length !== 3 || [source, cue, ...content].includes(""))
    throw new Error(`“${written}”: a statement is “source | cue | content // content = speaker”`);
  const strange = [source, cue, ...content].find((part) => part !== NOBODY && !text.includes(part));
  if (strange !== undefined) throw new Error(`“${written}”: the text has no “${strange}”`);
  return { source, cue, content, speaker };
}
