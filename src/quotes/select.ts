import { matches } from "../syntax/pattern.ts";
import { is, some, type Word, type WordRange } from "../syntax/word.ts";
import type { Candidate } from "./candidate.ts";
import { candidatesIn } from "./frames/index.ts";

/**
 * Settles what the attributions of one unit have to do with each other.
 *
 * - "A said X, and B said Y": X ends where B's attribution begins.
 * - "A said B said X": one statement, A's; what is reported inside a statement stays part of it.
 * - "A told B X, C said, according to D": three statements, each with its own extent; the outer ones are `nested`.
 */
export function settle(words: readonly Word[], candidates: readonly Candidate[]): Candidate[] {
  let kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => a.cue.from - b.cue.from)) {
    const settled = besideEarlier(words, kept, candidate);
    kept = settled.earlier;
    if (settled.later !== null && settled.later.content.length > 0) kept.push(settled.later);
  }
  return kept.filter(({ content }) => content.length > 0);
}

/** The statements of a unit, chosen among its candidates. */
export const chosenIn = (words: readonly Word[]): Candidate[] =>
  settle(words, candidatesIn(words)).filter(({ content }) => !pointsOnly(words, content));

/** "Smith denied this": a word that only points at what was said elsewhere says nothing. */
function pointsOnly(words: readonly Word[], content: readonly WordRange[]): boolean {
  const spoken = content.flatMap(({ from, to }) => words.slice(from, to)).filter((word) => word.spoken);
  const points = "#pronoun/be|this|that|these|those|so|such|both|all|much|what|which";
  return (
    spoken.length <= 2 &&
    spoken.every((word) => is(word, points) || (word.quoted === null && /^[@#]|^https?:/.test(word.text)))
  );
}

function besideEarlier(
  words: readonly Word[],
  kept: readonly Candidate[],
  candidate: Candidate,
): { readonly earlier: Candidate[]; readonly later: Candidate | null } {
  let later = candidate;
  let inside = false;
  const limited = (one: Candidate, limit: number): Candidate => withContent(one, cutAt(words, one.content, limit));
  const earlier = kept.flatMap((one): Candidate[] => {
    // "tells those who ask why he left that he is ill": what is told of the hearers
    if (one.shape === "before" && liesBetween(one.cue, later.cue, one.content[0])) {
      inside = true;
      return [one];
    }
    if (isOuter(words, later, one)) {
      // "Holm said it was no loss — no worse, she said, than the flood": the same speaker named once more.
      if (repeatsSpeaker(words, later, one)) {
        inside = true;
        return [one];
      }
      // What is only mentioned in passing inside a statement is part of it.
      if (!isMainClause(words, one, later)) return [];
      const limit = later.content[0]?.to ?? Infinity;
      later = asOuter(later);
      return [limited(one, limit)];
    }
    const start = attributionStart(later);
    if (later.shape === "before" && later.source !== null && covers(later.source.whole, one.cue) && !later.shared) {
      // "The judges who ruled that …, said the law …": the first stands inside the second's source.
      return [limited(one, later.cue.from)];
    }
    if (later.shape === "before" || later.shape === "participle") {
      if (!one.content.some(({ from, to }) => from < start && start < to) && !coversCue(one, later)) return [one];
      // "According to the paper, Smith said …"
      if (one.shape === "according" && !later.bare && isMainClause(words, later, one)) return [asOuter(one)];
      const cut = opensWithin(words, one, later, start) ? null : coordinationStart(words, later, start);
      inside ||= cut === null;
      return [cut === null ? one : limited(one, cut)];
    }
    if (one.shape === "before" || one.shape === "participle") return [limited(one, start)];
    later = startAfter(words, later, one);
    return [one];
  });
  return { earlier, later: inside ? null : later };
}

/** "said that the plan, which some say is dead, lives": what is said of a thing before its verb is told with it. */
const opensWithin = (words: readonly Word[], earlier: Candidate, later: Candidate, start: number): boolean =>
  later.shape === "before" &&
  !later.shared &&
  earlier.content.some(({ from }) => words[from]?.tag === "that" && !some(words, from, start, "@finite|“"));

const withContent = (candidate: Candidate, content: readonly WordRange[]): Candidate => ({ ...candidate, content });
const asOuter = (candidate: Candidate): Candidate => ({ ...candidate, nested: true });

const covers = (range: WordRange, inner: WordRange): boolean => range.from <= inner.from && inner.to <= range.to;

const coversCue = (earlier: Candidate, later: Candidate): boolean =>
  earlier.content.some((range) => range.from <= later.cue.from && later.cue.to <= range.to);

const liesBetween = (cue: WordRange, inner: WordRange, content: WordRange | undefined): boolean =>
  content !== undefined && cue.to <= inner.from && inner.to <= content.from;

/** Whether `later` reports the whole attribution `earlier`: its content covers that one's cue. */
function isOuter(words: readonly Word[], later: Candidate, earlier: Candidate): boolean {
  if (later.shape === "before" || later.shape === "participle" || later.shape === "colon") return false;
  const cue = earlier.cue;
  return (
    later.content.some((range) => range.from <= cue.from && cue.to <= range.to) &&
    (earlier.shape === "before" ||
      earlier.shape === "participle" ||
      (later.content[0]?.from ?? 0) <= (earlier.content[0]?.from ?? 0)) &&
    !independent(words, later, earlier)
  );
}

/** Whether a pronoun only names the speaker again whose attribution opens the sentence. */
function repeatsSpeaker(words: readonly Word[], later: Candidate, earlier: Candidate): boolean {
  const again = later.source?.core;
  return (
    again !== undefined &&
    again.to - again.from === 1 &&
    matches(words, again.from - 1, ", he|she|they|it") &&
    earlier.shape === "before" &&
    !earlier.bare &&
    earlier.source !== null &&
    is(words[earlier.cue.from], "@speech-verb") &&
    later.content.some(({ from }) => from <= (earlier.source?.whole.from ?? -1))
  );
}

/** Whether the outer statement begins with the inner one's attribution: "Smith told Jones …, the office said". */
function isMainClause(words: readonly Word[], inner: Candidate, outer: Candidate): boolean {
  const first = outer.content[0];
  if (first === undefined) return false;
  if (inner.shape === "participle" || (inner.bare && !inner.shared)) return false;
  const start = Math.min(inner.source?.whole.from ?? inner.cue.from, inner.content[0]?.from ?? inner.cue.from);
  return inner.shared || words.slice(first.from, start).filter((word) => word.spoken).length <= 4;
}

/** “…,” A said, and “…,” B said: two statements side by side. */
function independent(words: readonly Word[], later: Candidate, earlier: Candidate): boolean {
  if (earlier.shape === "before" || earlier.shape === "participle") return false;
  const end = earlier.source === null ? earlier.cue.to : Math.max(earlier.cue.to, earlier.source.whole.to);
  const between = words.slice(end, attributionStart(later));
  return between.some((word) => word.quoted !== null) || between.filter((word) => word.spoken).length > 6;
}

/** Where the words begin that attribute: the source or the verb, whichever comes first. */
function attributionStart({ shape, cue, source, shared }: Candidate): number {
  // "…, with Smith calling it": its own source stands right before the participle.
  if (shape === "participle" && source !== null && source.whole.to === cue.from && !shared) return source.whole.from;
  return source === null || shared || shape === "participle" ? cue.from : Math.min(cue.from, source.whole.from);
}

const JOINERS = "#adverb|also|then|later|further|has|have|had|with";

/** Where a statement ends before a coordinated attribution (its comma and conjunction left out), or `null`. */
function coordinationStart(words: readonly Word[], candidate: Candidate, start: number): number | null {
  // After "if …, he would advise" a comma alone joins nothing.
  const { shape, shared, source } = candidate;
  const commaJoins = shape === "participle" || shared || is(words[source?.core.from ?? -1], "others|another");
  let at = start;
  let joined = false;
  let relative = false;
  for (; at > 0; at -= 1) {
    const before = words[at - 1];
    if (before?.quoted !== null) joined = true;
    if (is(before, ";|@dash|and|but|while|or|yet|though|although")) joined = true;
    else if (is(before, ",")) joined ||= commaJoins || relative;
    else if (is(before, "which|who|whom")) relative = true;
    else if (!is(before, JOINERS)) break;
  }
  return joined ? at : null;
}

function cutAt(words: readonly Word[], content: readonly WordRange[], limit: number): WordRange[] {
  return content.flatMap((range) => {
    if (range.from >= limit) return [];
    let to = Math.min(range.to, limit);
    while (to > range.from && isJoint(words[to - 1])) to -= 1;
    return to > range.from ? [{ from: range.from, to }] : [];
  });
}

const isJoint = (word: Word | undefined): boolean => is(word, ",|;|:|.|@dash|and|but");

/** A statement cannot begin before the attribution that stands to its left ends. */
function startAfter(words: readonly Word[], later: Candidate, earlier: Candidate): Candidate {
  const end = Math.max(
    earlier.cue.to,
    earlier.source?.whole.to ?? 0,
    ...earlier.content.slice(1).map((range) => range.to),
  );
  const content = later.content.flatMap((range) => {
    let from = Math.max(range.from, end);
    while (from < range.to && isJoint(words[from])) from += 1;
    return from < range.to ? [{ from, to: range.to }] : [];
  });
  return { ...later, content };
}
