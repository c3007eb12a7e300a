import type { Span } from "../text/span.ts";
import { speechVerb } from "../english/verbs.ts";
import { clauseSubject } from "../syntax/clause.ts";
import { subjectBefore } from "../syntax/subject.ts";
import type { Unit } from "../syntax/unit.ts";
import { verbGroup } from "../syntax/verb-group.ts";
import { is, some, type Word, type WordRange } from "../syntax/word.ts";
import { type Candidate, named, sourceOf, type SourceRange } from "./candidate.ts";
import { creditEnd, LONGEST_CREDIT } from "./frames/colons.ts";
import { namesThing } from "./frames/no-statement.ts";
import { chosenIn } from "./select.ts";
import { type Turn, turnsIn } from "./turns.ts";

/** An attribution in the text, with the quotes of later units that carry it on. */
export interface Statement {
  /** Index of the unit that attributes it. */
  readonly unit: number;
  readonly content: readonly Span[];
  readonly cue: Span | null;
  /** `core`: without what is set off by commas. */
  readonly source: { readonly core: Span; readonly whole: Span } | null;
  readonly nested: boolean;
  readonly bare: boolean;
}

interface Introduction {
  readonly unit: number;
  readonly cue: Span;
  readonly source: { readonly core: Span; readonly whole: Span };
}

/** Every statement of a document, in the order of the units that attribute them. */
export function statementsOf(text: string, units: readonly Unit[]): Statement[] {
  const statements: Statement[] = [];
  let last = -1;
  let lastUnit = -2;
  let introduction: Introduction | null = null;
  const turns = turnsIn(units);
  let spokenTo = -1;
  units.forEach((unit, index) => {
    const turn = turns.get(index);
    if (turn !== undefined) {
      statements.push(turnStatement(text, units, index, turn));
      spokenTo = turn.last;
    }
    if (index <= spokenTo) return;
    const signed = creditBehind(text, units, index);
    if (signed !== null) {
      statements.push(signed);
      return;
    }
    const candidates = chosenIn(unit.words).filter((one) => !namesThing(unit.words, one));
    const before = units[index - 1];
    if (candidates.length > 0) {
      for (const candidate of candidates) {
        const content = contentSpans(text, unit.words, candidate);
        if (content.length === 0) continue;
        statements.push({
          unit: index,
          content,
          cue: spanOf(unit.words, candidate.cue),
          source: candidate.source === null ? null : sourceSpans(unit.words, candidate.source),
          nested: candidate.nested,
          bare: candidate.bare,
        });
        // A quote that follows carries on what was quoted, not what was reported beside it.
        if (
          lastUnit !== index ||
          candidate.content.some(({ from, to }) => unit.words.slice(from, to).some((word) => word.quoted))
        ) {
          last = statements.length - 1;
        }
        lastUnit = index;
      }
    } else if (
      isQuoteAlone(unit) ||
      (before?.paragraph === unit.paragraph &&
        lastUnit === index - 1 &&
        (opensWithQuote(unit) || (isQuotation(text, statements[last]) && carriesOn(unit))))
    ) {
      const own = trim(text, { start: unit.start, end: unit.end });
      if (own !== null) {
        const previous = statements[last];
        if (introduction !== null && introduction.unit === index - 1) {
          statements.push({
            unit: index,
            content: [own],
            cue: introduction.cue,
            source: introduction.source,
            nested: false,
            bare: false,
          });
          last = statements.length - 1;
          lastUnit = index;
        } else if (previous !== undefined && index - lastUnit <= 1) {
          if (/["“”]|''/.test(text.slice(previous.content.at(-1)?.start, previous.content.at(-1)?.end))) {
            statements[last] = { ...previous, content: [...previous.content, own] };
          } else {
            // After a report in other words the quote is a statement of its own.
            statements.push({ ...previous, unit: index, content: [own], cue: null, nested: false, bare: false });
            last = statements.length - 1;
          }
          lastUnit = index;
        } else {
          const source = before?.paragraph === unit.paragraph ? openingSubject(before) : null;
          if (source !== null && before !== undefined && own.end - own.start > 20) {
            statements.push({
              unit: index,
              content: [own],
              cue: null,
              source: sourceSpans(before.words, source),
              nested: false,
              bare: false,
            });
            last = statements.length - 1;
            lastUnit = index;
          }
        }
      }
    }
    introduction =
      (candidates.length === 0 || unit.words.at(-1)?.text === ":" ? introductionOf(unit, index) : null) ??
      (introduction?.unit === index ? introduction : null);
  });
  return statements;
}

/** A turn of a conversation: all of its paragraph behind the speaker. */
function turnStatement(text: string, units: readonly Unit[], unit: number, { source, cue, last }: Turn): Statement {
  const words = units[unit]?.words ?? [];
  const core = spanOf(words, source);
  const said = { start: words[cue.to]?.start ?? core.end, end: units[last]?.end ?? core.end };
  return {
    unit,
    content: [trim(text, said) ?? said],
    cue: spanOf(words, cue),
    source: { core, whole: core },
    nested: false,
    bare: false,
  };
}

/** A quote that fills its paragraph, and in the next one a dash and who is quoted: "— Ingrid Solberg, former mayor". */
function creditBehind(text: string, units: readonly Unit[], unit: number): Statement | null {
  const quote = units[unit];
  const signature = units[unit + 1];
  const after = units[unit + 2];
  if (quote === undefined || signature === undefined || after?.paragraph === signature.paragraph) return null;
  if (quote.paragraph === signature.paragraph || !isQuoteAlone(quote) || !is(signature.words[0], "@dash|-"))
    return null;
  const { words } = signature;
  const to = creditEnd(words, 1);
  const content = trim(text, { start: quote.start, end: quote.end });
  if (content === null || to < 0 || words.length > LONGEST_CREDIT || some(words, 1, words.length, "@finite"))
    return null;
  const source = sourceSpans(words, named(1, to, words.length));
  return { unit, content: [content], cue: spanOf(words, { from: 0, to: 1 }), source, nested: false, bare: false };
}

/** Nothing, or next to nothing, stands outside the quotation marks. */
function isQuoteAlone({ words }: Unit): boolean {
  return (
    words[0]?.quoted !== null &&
    words[0] !== undefined &&
    words.filter((word) => word.quoted === null && word.spoken).length <= 2
  );
}

/** Mostly a quote, with some words of the narrator's behind it. */
function opensWithQuote({ words }: Unit): boolean {
  const quoted = words.filter((word) => word.quoted !== null && word.spoken).length;
  return (
    words[0]?.quoted !== null &&
    words[0] !== undefined &&
    quoted > 4 &&
    quoted > words.filter((word) => word.quoted === null && word.spoken).length
  );
}

/** Whether a statement ends in the speaker's own words; after "that …" the narrator goes on. */
function isQuotation(text: string, statement: Statement | undefined): boolean {
  const span = statement?.content.at(-1);
  return span !== undefined && /^(?!that\b).*["“']/s.test(text.slice(span.start, span.end));
}

/** "Instead, “he just acts like a defeated man.”": the speaker's words again, led in by the narrator. */
function carriesOn({ words }: Unit): boolean {
  return words.some((word, at) => {
    const quote = word.quoted;
    if (quote === null || words[at - 1]?.quoted === quote) return false;
    const inner = words.filter((other) => other.quoted === quote && other.spoken);
    return inner.length >= 4 && /^\p{Ll}/u.test(inner[0]?.text ?? "");
  });
}

/** A sentence that ends in a colon introduces the quote that follows. */
function introductionOf(unit: Unit, index: number): Introduction | null {
  const { words } = unit;
  const colon = words.at(-1);
  if (colon === undefined || colon.quoted !== null || !(colon.text === ":" || leavesOpen(unit))) return null;
  const verb = words.findLastIndex(
    (word) => word.quoted === null && speechVerb(word.lower) !== null && (word.finite || word.tag === "gerund"),
  );
  if (verb >= 0) {
    const group = verbGroup(words, verb);
    const subject = subjectBefore(words, group.from - 1);
    const found = subject?.kind === "phrase" || subject?.kind === "relative" ? subject : clauseSubject(words, verb);
    const source = found === null ? null : sourceOf(words, found);
    if (source !== null)
      return { unit: index, cue: spanOf(words, { from: verb, to: verb + 1 }), source: sourceSpans(words, source) };
  }
  const source = openingSubject(unit);
  return source === null
    ? null
    : { unit: index, cue: { start: colon.start, end: colon.end }, source: sourceSpans(words, source) };
}

/** "Smith said in a statement." with nothing said: the quote must follow. */
function leavesOpen({ words }: Unit): boolean {
  const verb = words.findLastIndex((word) => word.finite && word.quoted === null);
  return (
    /^(?:said|says|added|wrote|continued|replied|explained)$/.test(words[verb]?.lower ?? "") && words.length - verb < 8
  );
}

/** The subject of a unit's first finite verb, where it is a name or a pronoun. */
function openingSubject({ words }: Unit): SourceRange | null {
  const verb = words.findIndex((word) => word.finite && word.quoted === null);
  if (verb < 1 || verb > 25) return null;
  const subject = subjectBefore(words, verb - 1);
  if (subject?.kind !== "phrase") return null;
  const first = words[subject.core.from];
  return first !== undefined && (first.capital || first.tag === "pronoun") ? sourceOf(words, subject) : null;
}

function contentSpans(text: string, words: readonly Word[], { content }: Candidate): Span[] {
  return content
    .toSorted((a, b) => a.from - b.from)
    .map((range) => trim(text, spanOf(words, range)))
    .filter((span) => span !== null);
}

const EDGE = /[\s,;:|—–-]/;

/** Leaves out the marks around a statement; `null` where no word remains. */
function trim(text: string, { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && EDGE.test(text.charAt(from))) from += 1;
  while (to > from && EDGE.test(text.charAt(to - 1))) to -= 1;
  return /[\p{L}\p{N}]/u.test(text.slice(from, to)) ? { start: from, end: to } : null;
}

const spanOf = (words: readonly Word[], { from, to }: WordRange): Span => ({
  start: words[from]?.start ?? 0,
  end: words[to - 1]?.end ?? 0,
});

const sourceSpans = (words: readonly Word[], { core, whole }: SourceRange): { core: Span; whole: Span } => ({
  core: spanOf(words, core),
  whole: spanOf(words, whole),
});
