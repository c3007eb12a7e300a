import { sourceOf, type Candidate, type SourceRange } from "./candidate.ts";
import { adjunctEnd, complementAfter, hearerEnd, type Complement } from "./complement.ts";
import { contentEnd } from "./content-end.ts";
import { cueVerb, isCueVerb, MESSAGE_NOUNS, type CueVerb } from "./lexicon.ts";
import { appositionEnd, isBoundary, isName, isTimeWord, phraseEnd, type Range } from "./noun-phrase.ts";
import { clauseSubject, subjectBefore, verbGroup, type Subject, type VerbGroup } from "./subject.ts";
import type { Unit, Word } from "./unit.ts";

interface Cue {
  readonly unit: Unit;
  readonly words: readonly Word[];
  readonly at: number;
  readonly verb: CueVerb;
  readonly group: VerbGroup;
}

type Found = Omit<Candidate, "unit" | "nested" | "bare"> & Partial<Pick<Candidate, "bare">>;

/** Every attribution by a verb in a unit, in the order of the verbs. */
export function verbCues(unit: Unit): Candidate[] {
  const { words } = unit;
  const found: Candidate[] = [];
  words.forEach((word, at) => {
    if (word.quoted !== null) return;
    const verb = cueVerb(word.lower);
    if (verb === null || !isVerbHere(words, at)) return;
    const cue: Cue = { unit, words, at, verb, group: verbGroup(words, at) };
    const candidate =
      word.tag === "gerund" ? participle(cue, found) : cue.group.infinitive ? infinitive(cue) : finiteCue(cue, found);
    if (candidate !== null && candidate.content.length > 0)
      found.push({ bare: false, ...candidate, unit, nested: false });
  });
  return found;
}

function isVerbHere(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || (word.capital && words[at - 1]?.quoted === null)) return false;
  if (word.capital && at === 0) return false;
  if (!/^(?:past|present|base|gerund)$/.test(word.tag)) return false;
  if (words[at + 1]?.text === "-" || words[at - 1]?.text === "-") return false;
  const before = words[at - 1];
  if (
    before?.tag === "determiner" &&
    !/^(?:that|this|these|those|some|many|most|both|all|more|several|few|another|half|each|either|neither)$/.test(
      before.lower,
    )
  )
    return false;
  return before?.tag !== "possessive" || word.tag === "gerund";
}

function participle(cue: Cue, earlier: readonly Candidate[]): Found | null {
  const { words, at, verb, group } = cue;
  const complement = complementAfter(words, at, verb);
  if (complement === null) return null;
  const before = words[at - 1];
  let source: SourceRange | null = null;
  let shared = false;
  if (group.progressive) {
    const subject = subjectBefore(words, group.from - 1);
    if (subject === null) return null;
    source = sourceOf(words, subject);
    shared = subject.kind === "shared";
  } else {
    const previous = earlier.at(-1);
    const noun =
      before !== undefined &&
      before.quoted === null &&
      before.spoken &&
      !/^(?:conjunction|preposition|adverb|subordinator|to)$/.test(before.tag);
    const subject = noun && !MESSAGE_NOUNS.has(before.lower) ? subjectBefore(words, at - 1) : null;
    const own = noun ? afterWith(words, at) : null;
    if (own !== null) source = { core: own, whole: own };
    else if (noun && previous === undefined && subject !== null) source = sourceOf(words, subject);
    else if (previous !== undefined && previous.source !== null) {
      source = previous.source;
      shared = true;
    } else {
      const main = clauseSubject(words, at) ?? (noun ? subjectBefore(words, at - 1) : null);
      source = main === null ? null : sourceOf(words, main);
    }
  }
  if (source === null && !shared) return null;
  return {
    shape: "participle",
    cue: { from: at, to: at + 1 },
    source,
    shared,
    content: [contentRange(words, complement)],
  };
}

/** "with 22 per cent saying": the phrase between. */
function afterWith(words: readonly Word[], participleAt: number): Range | null {
  const preposition = words.findLastIndex(
    (word, at) => at < participleAt && at >= participleAt - 8 && word.lower === "with",
  );
  if (preposition < 0 || words.slice(preposition, participleAt).some((word) => isBoundary(word) || word.finite))
    return null;
  return phraseEnd(words, preposition + 1) === participleAt ? { from: preposition + 1, to: participleAt } : null;
}

/** Verbs that a saying hangs on: "went on to say", "wants to tell". */
const RAISING = new Set(
  "went goes gone continued continues began begins refused refuses declined declines wants wanted tried tries sought seeks seemed seems appeared appears took takes used uses proceeded rushed hastened meant failed fails".split(
    " ",
  ),
);

function infinitive(cue: Cue): Found | null {
  const { words, at, verb, group } = cue;
  const complement = complementAfter(words, at, verb);
  if (complement === null || complement.kind === "object") return null;
  for (let i = group.from - 1; i >= Math.max(0, group.from - 6); i -= 1) {
    const word = words[i];
    if (word === undefined || word.quoted !== null || isBoundary(word)) return null;
    if (!RAISING.has(word.lower)) continue;
    const subject = subjectBefore(words, verbGroup(words, i).from - 1);
    if (subject === null) return null;
    return {
      shape: "before",
      cue: { from: i, to: at + 1 },
      source: sourceOf(words, subject),
      shared: subject.kind === "shared",
      content: [contentRange(words, complement)],
    };
  }
  return null;
}

function finiteCue(cue: Cue, earlier: readonly Candidate[]): Found | null {
  const { words, at, verb, group } = cue;
  if (group.passive) return null;
  const word = words[at];
  if (word === undefined) return null;
  const inverted = invertedCue(cue);
  if (inverted !== null) return inverted;
  const subject = subjectBefore(words, group.from - 1);
  if (subject === null) return null;
  const complement = complementAfter(words, at, verb);
  if (subject.kind === "phrase") {
    const postponed = afterItsContent(cue, subject.core, complement);
    if (postponed !== null) return { ...postponed, source: { core: subject.core, whole: subject.whole } };
  }
  if (
    subject.kind === "phrase" &&
    words[subject.core.from - 1]?.lower === "as" &&
    complement?.kind !== "quote" &&
    complement?.kind !== "that"
  ) {
    const content = earlier.length > 0 ? null : besideAsClause(cue, subject.core.from - 1);
    if (content !== null) {
      return {
        shape: "according",
        cue: { from: at, to: at + 1 },
        source: { core: subject.core, whole: subject.whole },
        shared: false,
        content: [content],
      };
    }
  }
  if (complement === null) return null;
  if (!finiteFrameHolds(cue, subject, complement)) return null;
  const previous = earlier.at(-1)?.source ?? null;
  const main = subject.kind === "shared" && previous === null ? clauseSubject(words, subject.at) : null;
  return {
    shape: "before",
    cue: { from: at, to: at + 1 },
    source: sourceOf(words, subject) ?? previous ?? (main === null ? null : sourceOf(words, main)),
    shared: subject.kind === "shared",
    bare: complement.kind === "object",
    content: [
      subordinate(words, subject)
        ? endAtComma(words, contentRange(words, complement))
        : contentRange(words, complement),
    ],
  };
}

/** "As Smith told the paper, the plan is dead" and "The plan is dead, as Smith said": what the clause with "as" goes with. */
function besideAsClause({ words, at, verb }: Cue, as: number): Range | null {
  if (!verb.inverts && !verb.frames.has("hearer")) return null;
  const before = words[as - 1];
  if (as <= 1 || before === undefined) {
    const comma = words.findIndex((word, index) => index > at && word.text === "," && word.quoted === null);
    if (comma < 0 || words.slice(at + 1, comma).some((word) => word.finite)) return null;
    const from = comma + 1;
    const kind = words[from]?.quoted ? "quote" : "clause";
    return holdsClause(words, from, words.length) ? { from, to: contentEnd(words, { from, kind, after: "" }) } : null;
  }
  if (before.text !== "," || before.quoted !== null) return null;
  const end = adjunctEnd(words, at + 1);
  const last = words[end];
  if (last !== undefined && !/^[.!?]$/.test(last.text)) return null;
  const from = contentStart(words, as);
  return holdsClause(words, from, as) ? { from, to: as } : null;
}

/** "While he said he would come, it is unlikely": the statement ends with the clause that it stands in. */
function subordinate(words: readonly Word[], subject: Subject): boolean {
  if (subject.kind !== "phrase") return false;
  for (let at = subject.core.from - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null || isBoundary(word) || word.finite) return false;
    if (/^(?:while|although|though|if|when|as|because|after|since|unless|before|once)$/.test(word.lower)) return true;
  }
  return false;
}

function endAtComma(words: readonly Word[], range: Range): Range {
  const comma = words.findIndex(
    (word, at) => at > range.from && at < range.to && word.text === "," && word.quoted === null,
  );
  return comma < 0 ? range : { from: range.from, to: comma };
}

function finiteFrameHolds(cue: Cue, subject: Subject, complement: Complement): boolean {
  const { words, at, group } = cue;
  const word = words[at];
  if (word?.tag === "base" && !word.finite && !group.modal && words[group.from]?.tag !== "do") return false;
  if (complement.kind === "object" && (group.modal || group.negated) && subject.kind !== "phrase") return false;
  if (
    cue.verb.frames.has("thought") &&
    subject.kind === "phrase" &&
    /^(?:i|we|you)$/.test(words[subject.core.from]?.lower ?? "")
  ) {
    return false;
  }
  if (subject.kind === "relative" && words[subject.at]?.lower !== "who") {
    return complement.kind === "that" || complement.kind === "quote" || complement.kind === "clause";
  }
  return true;
}

const contentRange = (words: readonly Word[], complement: Complement): Range => ({
  from: complement.from,
  to: contentEnd(words, complement),
});

/** What belongs to a speaker's name after it; "in" and "at" tell where something was said. */
const AFFILIATIONS = new Set(["of", "for", "from", "with"]);

/** “…,” said Smith: the verb stands right after what was said. */
function invertedCue(cue: Cue): Found | null {
  const { words, at, verb, group } = cue;
  const before = words[group.from - 1];
  if (before === undefined || !verb.inverts || group.from !== at) return null;
  if (before.quoted === null && before.text !== ",") return null;
  let end = phraseEnd(words, at + 1, AFFILIATIONS);
  // "said retired surgeon Anna Holm": no clause can begin here.
  while (end > at + 1 && isName(words[end])) end = phraseEnd(words, end, AFFILIATIONS);
  const first = words[at + 1];
  if (end === at + 1 || first === undefined || isTimeWord(first)) return null;
  if (!(first.capital || /^(?:determiner|pronoun|noun|number|adjective)$/.test(first.tag))) return null;
  if (OBJECT_FORMS.test(first.lower)) return null;
  if (words[end - 1]?.tag === "determiner") return null;
  if (before.quoted === null && !invertsAfterComma(cue, end)) return null;
  const whole = appositionEnd(words, end);
  return {
    shape: "after",
    cue: { from: at, to: at + 1 },
    shared: false,
    source: { core: { from: at + 1, to: end }, whole: { from: at + 1, to: whole } },
    content: withContinuation(words, { from: contentStart(words, at - 1), to: at }, whole),
  };
}

/** "The plan is dead, said Smith." is inverted; "Green, a professor, said places …" is not. */
function invertsAfterComma({ words, at }: Cue, sourceEnd: number): boolean {
  const start = contentStart(words, at - 1);
  const resumes =
    words[appositionEnd(words, sourceEnd)]?.text === "," && words[appositionEnd(words, sourceEnd) + 1]?.finite === true;
  if (!holdsClause(words, start, at) && !resumes) return false;
  const after = words[sourceEnd];
  if (
    after !== undefined &&
    !isBoundary(after) &&
    !/^(?:preposition|subordinator|adverb|wh)$/.test(after.tag) &&
    !isTimeWord(after)
  )
    return false;
  const subject = subjectBefore(words, at - 1);
  return subject?.kind !== "phrase" || subject.core.from > start;
}

const OBJECT_FORMS = /^(?:him|her|them|me|us|himself|herself|themselves|little|nothing|so|much)$/;

/** “…,” she said. / The plan was dead, she said. / The plan, she said, was dead. */
function afterItsContent(cue: Cue, core: Range, complement: Complement | null): Omit<Found, "source"> | null {
  const { words, at, verb } = cue;
  const before = words[core.from - 1];
  if (before === undefined || !(verb.frames.has("clause") || verb.frames.has("hearer") || verb.frames.has("thought")))
    return null;
  const afterQuote = before.quoted !== null;
  if (!afterQuote && before.text !== ",") return null;
  if (complement?.kind === "that" && !(afterQuote && /^[,?!]$/.test(lastMark(words, core.from - 1)))) return null;
  const start = contentStart(words, core.from - 1);
  const content: Range = { from: start, to: core.from };
  const cueRange = { from: at, to: at + 1 };
  const rest = adjunctEnd(words, hearerEnd(words, at + 1, verb));
  if (!afterQuote) {
    const around = aroundRest(words, content, rest, complement);
    if (around !== null) return { shape: "around", cue: cueRange, shared: false, content: [content, around] };
    if (complement !== null) return null;
    if (isIntroduction(words, start, core.from - 1)) return null;
    if (!holdsClause(words, start, core.from) || cue.verb.frames.has("thought")) return null;
    return { shape: "after", cue: cueRange, shared: false, content: withContinuation(words, content, rest) };
  }
  const shortQuote = quoteLength(words, core.from - 1) <= 4;
  if (
    complement !== null &&
    complement.kind !== "quote" &&
    complement.kind !== "object" &&
    shortQuote &&
    words[start]?.quoted === null
  )
    return null;
  if (complement !== null && complement.kind === "clause" && !/^[,?!]$/.test(lastMark(words, core.from - 1)))
    return null;
  return { shape: "after", cue: cueRange, shared: false, content: withContinuation(words, content, rest) };
}

/** Whether a finite verb stands in a stretch, or a quote. */
function holdsClause(words: readonly Word[], from: number, to: number): boolean {
  const stretch = words.slice(from, to);
  return (
    stretch.some((word) => word.finite || word.quoted !== null) || stretch.filter((word) => word.spoken).length > 6
  );
}

/** The mark before a closing quotation mark, or nothing. */
function lastMark(words: readonly Word[], at: number): string {
  let i = at;
  while (i > 0 && /^["”’'»]+$/.test(words[i]?.text ?? "")) i -= 1;
  const last = words[i];
  return last === undefined || last.spoken ? "" : last.text;
}

function quoteLength(words: readonly Word[], at: number): number {
  const quote = words[at]?.quoted ?? null;
  return words.filter((word) => word.quoted === quote && word.spoken).length;
}

const INTRODUCTORY =
  /^(?:after|before|when|as|while|in|on|at|during|if|since|asked|for|with|by|to|from|speaking|although|though|despite|instead|following|because|once|until|like|unlike|among)$/;

/** "After the vote, she said …" opens a sentence; it is not what she said. */
function isIntroduction(words: readonly Word[], from: number, to: number): boolean {
  const first = words[from];
  if (
    first === undefined ||
    !(INTRODUCTORY.test(first.lower) || first.tag === "gerund" || (first.tag === "past" && !first.finite))
  )
    return false;
  const comma = words.findIndex((word, at) => at > from && at < to && word.text === "," && word.quoted === null);
  return comma < 0 || !words.slice(comma + 1, to).some((word) => word.finite && word.quoted === null);
}

/** "The plan, she said, was dead": the rest of the statement. */
function aroundRest(
  words: readonly Word[],
  content: Range,
  comma: number,
  complement: Complement | null,
): Range | null {
  const mark = words[comma];
  const first = words[comma + 1];
  if (mark?.text !== "," || mark.quoted !== null || first === undefined || first.quoted !== null) return null;
  if (complement !== null && complement.from < comma && complement.kind !== "object") return null;
  if (/^(?:who|which|but|and|while|adding|when|where|as|citing)$/.test(first.lower) || first.tag === "gerund")
    return null;
  const opened = words.slice(content.from, content.to).some((word) => word.finite && word.quoted === null);
  const introduction = isIntroduction(words, content.from, content.to - 1);
  const goesOn =
    first.finite ||
    first.lower === "that" ||
    (first.tag === "preposition" && opened && !introduction) ||
    ((!opened || introduction) && words.slice(comma + 1).some((word) => word.finite && word.quoted === null));
  if (!goesOn) return null;
  return { from: comma + 1, to: contentEnd(words, { from: comma + 1, kind: "clause", after: "" }) };
}

/** The content and, after its attribution, the quote that goes on with it: “…,” she said, “…”. */
function withContinuation(words: readonly Word[], content: Range, from: number): Range[] {
  const end = adjunctEnd(words, from);
  const mark = words[end];
  if (mark === undefined) return [content];
  let next = end;
  if (mark.quoted === null && /^(?:[,:;.—–]|-{2,})$/.test(mark.text)) next += 1;
  const quote = words[next]?.quoted ?? null;
  if (quote === null) {
    // “Only you,” she said, would try it.
    const first = words[next];
    const goesOn =
      mark.text === "," &&
      first !== undefined &&
      (first.finite || first.lower === "that" || (first.lower === "to" && words[next + 1]?.tag === "base"));
    if (!goesOn && mark.text === ",") {
      // “These guys,” said Sherman, speaking of politicians, “and …”
      const comma = words.findIndex(
        (word, at) => at >= next && at < next + 14 && word.text === "," && word.quoted === null,
      );
      const after = words[comma + 1];
      const aside =
        comma > 0 &&
        first?.tag === "gerund" &&
        !isCueVerb(first.lower) &&
        !words.slice(next, comma).some((word) => word.finite);
      if (aside && after !== undefined && after.quoted !== null) {
        return [content, { from: comma + 1, to: contentEnd(words, { from: comma + 1, kind: "quote", after: "" }) }];
      }
    }
    return goesOn
      ? [content, { from: next, to: contentEnd(words, { from: next, kind: "clause", after: "" }) }]
      : [content];
  }
  if (mark.quoted !== null && end > from + 1 && !/^(?:[,.])$/.test(words[end - 1]?.text ?? "") && end - from > 6)
    return [content];
  let to = next;
  while (to < words.length && words[to]?.quoted !== null) to += 1;
  return [content, { from: next, to: contentEnd(words, { from: next, kind: "quote", after: "" }) }];
}

const DATELINE_END = /^(?:[—–]|-{1,2})$/;

/** Where the statement that ends before `end` begins: at the sentence, past a dateline, a semicolon, a conjunction. */
export function contentStart(words: readonly Word[], end: number): number {
  let from = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null) continue;
    if (word.text === ")") {
      while (at > 0 && words[at]?.text !== "(") at -= 1;
    } else if (word.text === ";" || word.text === "(" || (word.text === ":" && words[at + 1]?.quoted)) {
      from = at + 1;
      break;
    }
  }
  const first = words[from];
  if (from === 0 && first !== undefined && /^\p{Lu}{3,}$/u.test(first.text)) {
    for (let at = 1; at < Math.min(14, end); at += 1) {
      const word = words[at];
      if (word !== undefined && word.quoted === null && DATELINE_END.test(word.text)) {
        from = at + 1;
        break;
      }
    }
  }
  while (from < end - 1 && words[from]?.quoted === null && words[from]?.spoken === false) from += 1;
  return from;
}
