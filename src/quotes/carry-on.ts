import type { Steps } from "../slices.ts";
import type { Span } from "../text/span.ts";
import { speechVerb } from "../english/verbs.ts";
import { clauseSubject } from "../syntax/clause.ts";
import { subjectBefore } from "../syntax/subject.ts";
import type { Unit } from "../syntax/unit.ts";
import { verbGroup } from "../syntax/verb-group.ts";
import { is, some, type Word, type WordRange } from "../syntax/word.ts";
import { named, sourceOf, type SourceRange } from "./candidate.ts";
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
}

interface Introduction {
  readonly unit: number;
  readonly cue: Span;
  readonly source: NonNullable<Statement["source"]>;
}

/** A statement that later quotes may still carry on. */
type Growing = Statement & { readonly content: Span[] };

/** Fewer letters in quotation marks are not taken for what the subject of the sentence before said. */
const SHORTEST_QUOTE = 20;

/** Every statement of a document, in the order of the units that attribute them. A step for each unit. */
export function* statementsOf(text: string, units: readonly Unit[]): Steps<Statement[]> {
  const statements: Growing[] = [];
  let last: Growing | undefined;
  let lastUnit = -2;
  let introduction: Introduction | null = null;
  const turns = turnsIn(units);
  let spokenTo = -1;
  for (const [index, unit] of units.entries()) {
    yield;
    const { words } = unit;
    const turn = turns.get(index);
    if (turn !== undefined) {
      statements.push(turnStatement(text, units, index, turn));
      spokenTo = turn.last;
    }
    if (index <= spokenTo) continue;
    const signed = creditBehind(text, units, index);
    if (signed !== null) {
      statements.push(signed);
      continue;
    }
    const candidates = chosenIn(words).filter((one) => !namesThing(words, one));
    const add = (content: Span[], told: Pick<Statement, "cue" | "source"> & Partial<Statement>): Growing => {
      const statement = { nested: false, ...told, unit: index, content };
      statements.push(statement);
      return statement;
    };
    for (const { content, cue, source, nested } of candidates) {
      const spans = contentSpans(text, words, content);
      if (spans.length === 0) continue;
      const sourced = source === null ? null : sourceSpans(words, source);
      const statement = add(spans, { cue: spanOf(words, cue), source: sourced, nested });
      // A quote that follows carries on what was quoted, not what was reported beside it.
      if (lastUnit !== index || content.some(({ from, to }) => some(words, from, to, "“"))) last = statement;
      lastUnit = index;
    }
    const before = units[index - 1];
    const sameParagraph = before?.paragraph === unit.paragraph;
    const goesOn =
      sameParagraph && lastUnit === index - 1 && (opensWithQuote(unit) || (endsQuoted(text, last) && carriesOn(unit)));
    const own = candidates.length === 0 && (isQuoteAlone(unit) || goesOn) ? trim(text, unit) : null;
    if (own !== null) {
      const opening = sameParagraph ? openingSubject(before) : null;
      if (introduction?.unit === index - 1) last = add([own], introduction);
      else if (last !== undefined && index - lastUnit <= 1) {
        // After a report in other words the quote is a statement of its own.
        if (holdsQuote(text, last)) last.content.push(own);
        else last = add([own], { cue: null, source: last.source });
      } else if (opening !== null && own.end - own.start > SHORTEST_QUOTE) {
        last = add([own], { cue: null, source: sourceSpans(before?.words ?? [], opening) });
      }
      if (last !== undefined && last.content.at(-1) === own) lastUnit = index;
    }
    introduction = candidates.length === 0 || words.at(-1)?.text === ":" ? introductionOf(unit, index) : null;
  }
  return statements;
}

/** Whether the last words of a statement hold a quotation mark. */
function holdsQuote(text: string, { content }: Statement): boolean {
  const last = content.at(-1);
  return last !== undefined && /["“”]|''/.test(text.slice(last.start, last.end));
}

/** A turn of a conversation: all of its paragraph behind the speaker. */
function turnStatement(text: string, units: readonly Unit[], unit: number, { source, cue, last }: Turn): Growing {
  const words = units[unit]?.words ?? [];
  const core = spanOf(words, source);
  const said = { start: words[cue.to]?.start ?? core.end, end: units[last]?.end ?? core.end };
  return {
    unit,
    content: [trim(text, said) ?? said],
    cue: spanOf(words, cue),
    source: { core, whole: core },
    nested: false,
  };
}

/** A quote that fills its paragraph, and in the next one a dash and who is quoted: "— Ingrid Solberg, former mayor". */
function creditBehind(text: string, units: readonly Unit[], unit: number): Growing | null {
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
  return { unit, content: [content], cue: spanOf(words, { from: 0, to: 1 }), source, nested: false };
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
function endsQuoted(text: string, statement: Statement | undefined): boolean {
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

const contentSpans = (text: string, words: readonly Word[], content: readonly WordRange[]): Span[] =>
  content
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
    .flatMap((range) => trim(text, spanOf(words, range)) ?? []);

const EDGE = /[\s,;:|—–-]/;

/** Leaves out the marks around a statement; `null` where no word remains. */
function trim(text: string, { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && EDGE.test(text.charAt(from))) from += 1;
  while (to > from && EDGE.test(text.charAt(to - 1))) to -= 1;
  return /[\p{L}\p{N}]/u.test(text.slice(from, to)) ? { start: from, end: to } : null;
}

function spanOf(words: readonly Word[], { from, to }: WordRange): Span {
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined || from >= to) throw new RangeError(`no words from ${from} to ${to}`);
  return { start: first.start, end: last.end };
}

const sourceSpans = (words: readonly Word[], { core, whole }: SourceRange): { core: Span; whole: Span } => ({
  core: spanOf(words, core),
  whole: spanOf(words, whole),
});
