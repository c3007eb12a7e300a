import type { Candidate } from "./candidate.ts";
import { clauseFollows } from "./complement.ts";
import { contentEnd } from "./content-end.ts";
import { isCueVerb, STATEMENT_NOUNS } from "./lexicon.ts";
import { appositionEnd, isBoundary, isName, phraseEnd, type Range } from "./noun-phrase.ts";
import type { Unit, Word } from "./unit.ts";
import { contentStart } from "./content-span.ts";

/** "According to CNN, …", "…, according to CNN": every one in a unit. */
export function accordingTo(unit: Unit): Candidate[] {
  const { words } = unit;
  const found: Candidate[] = [];
  words.forEach((word, at) => {
    if (word.lower !== "according" || words[at + 1]?.lower !== "to" || word.quoted !== null) return;
    const end = namedUntil(words, at + 2);
    if (end === at + 2) return;
    const whole = appositionEnd(words, end);
    const content = opensClause(words, at) ? contentAfter(words, whole) : contentBefore(words, at, whole);
    if (content.length === 0) return;
    found.push({
      unit,
      shape: "according",
      cue: { from: at, to: at + 2 },
      shared: false,
      nested: false,
      bare: false,
      content,
      source: { core: { from: at + 2, to: end }, whole: { from: at + 2, to: whole } },
    });
  });
  return found;
}

/** Where the words end that name a source after "to": with a title in quotation marks, "who …", "obtained by …". */
function namedUntil(words: readonly Word[], from: number): number {
  let start = from;
  while (words[start]?.tag === "adverb") start += 1;
  let end = phraseEnd(words, start);
  if (end === start && start > from) end = from;
  if (end === from || words[end - 1]?.tag === "possessive") {
    const quote = words[end]?.quoted ?? null;
    if (quote === null) return end;
    while (end < words.length && words[end]?.quoted === quote) end += 1;
    return /^(?:by|and)$/.test(words[end]?.lower ?? "") ? phraseEnd(words, end + 1) : end;
  }
  const next = words[end];
  if (next === undefined || next.quoted !== null) return end;
  const described =
    /^(?:who|that|which)$/.test(next.lower) ||
    (next.tag === "past" && !next.finite) ||
    (next.tag === "past" && /^(?:preposition|adverb|to)$/.test(words[end + 1]?.tag ?? ""));
  if (described) while (end < words.length && !isBoundary(words[end])) end += 1;
  return end;
}

/** Whether nothing that could be the statement stands before. */
function opensClause(words: readonly Word[], at: number): boolean {
  if (at === 0) return true;
  const before = words.slice(0, at).filter((word) => word.spoken);
  return before.length <= 2 && !before.some((word) => word.finite) && words.length - at > 8;
}

function contentAfter(words: readonly Word[], sourceEnd: number): Range[] {
  let from = sourceEnd;
  // "according to Smith on Monday, …"
  const comma = words.findIndex(
    (word, at) => at >= sourceEnd && at < sourceEnd + 8 && word.text === "," && word.quoted === null,
  );
  if (comma >= 0 && !words.slice(sourceEnd, comma).some((word) => word.finite)) from = comma + 1;
  if (words[from]?.text === ",") from += 1;
  return from < words.length ? [{ from, to: contentEnd(words, { from, kind: "clause", after: "" }) }] : [];
}

function contentBefore(words: readonly Word[], at: number, sourceEnd: number): Range[] {
  const from = contentStart(words, at);
  const content: Range = { from, to: at };
  const next = words[sourceEnd + 1];
  const between = words[at - 1]?.text === "," && words[sourceEnd]?.text === ",";
  const opened = words.slice(from, at).some((word) => word.finite || word.quoted !== null);
  if (!between || next === undefined || opened) return [content];
  return [content, { from: sourceEnd + 1, to: contentEnd(words, { from: sourceEnd + 1, kind: "clause", after: "" }) }];
}

const NO_SPEAKER =
  /^(?:related|read|see|watch|photo|photos|video|image|note|editor|update|source|sources|credit|full|correction|also|here|question|q|a|plus|and|but|breaking|exclusive|analysis|opinion|the|it|this|that|more|disclaimer|look|contributing|correspondents|tags|topics|published|report|poll|fact|first|live|listen|review|why|how|what|when|who)$/;

/** "Smith: plan is dead", in a headline or an interview. */
export function colonForm(unit: Unit): Candidate[] {
  const { words } = unit;
  const colon = words.findIndex((word) => word.text === ":" && word.quoted === null);
  if (colon < 1 || colon > 7 || NO_SPEAKER.test(words[0]?.lower ?? "")) return [];
  const named = words
    .slice(0, colon)
    .every(
      (word) =>
        word.quoted === null &&
        (/^\p{Lu}/u.test(word.text) || /^(?:of|the|and|for|de|al|bin|at|'s|\.)$/.test(word.lower)),
    );
  if (!named || words.slice(0, colon).some((word) => word.finite && !/^\p{Lu}/u.test(word.text))) return [];
  const rest = words.slice(colon + 1);
  if (rest.filter((word) => word.spoken).length < 4) return [];
  // A list or a caption is no statement.
  if (!rest.some((word) => word.finite || word.quoted !== null || word.tag === "to" || word.tag === "base")) return [];
  const source = { from: 0, to: colon };
  return [
    {
      unit,
      shape: "colon",
      cue: { from: colon, to: colon + 1 },
      source: { core: source, whole: source },
      shared: false,
      nested: false,
      bare: false,
      content: [{ from: colon + 1, to: contentEnd(words, { from: colon + 1, kind: "clause", after: ":" }) }],
    },
  ];
}

/** "Smith's claim that …", "her warning that …". */
export function nominalCues(unit: Unit): Candidate[] {
  const { words } = unit;
  const found: Candidate[] = [];
  words.forEach((word, at) => {
    if (
      word.quoted !== null ||
      !/^(?:noun|gerund)$/.test(word.tag) ||
      !STATEMENT_NOUNS.has(word.lower) ||
      words[at + 1]?.lower !== "that"
    )
      return;
    if (!clauseFollows(words, at + 1) && words[at + 2]?.quoted === null) return;
    const source = possessor(words, at);
    if (source === null) return;
    found.push({
      unit,
      shape: "before",
      cue: { from: at, to: at + 1 },
      source: { core: source, whole: source },
      shared: false,
      nested: false,
      bare: false,
      content: [{ from: at + 1, to: contentEnd(words, { from: at + 1, kind: "that", after: "" }) }],
    });
  });
  return found;
}

/** "his", or the name before "'s". */
function possessor(words: readonly Word[], noun: number): Range | null {
  let at = noun - 1;
  while (at > 0 && (words[at]?.tag === "adjective" || words[at]?.tag === "adverb")) at -= 1;
  const word = words[at];
  if (word === undefined) return null;
  if (/^(?:his|her|their)$/.test(word.lower)) return { from: at, to: at + 1 };
  if (word.tag !== "possessive") return null;
  let from = at;
  while (from > 0 && (isName(words[from - 1]) || words[from - 1]?.tag === "noun")) from -= 1;
  return from < at ? { from, to: at } : null;
}

/** "As reported by the paper, …". */
export function reportedBy(unit: Unit): Candidate[] {
  const { words } = unit;
  const [as, verb, by] = words;
  if (as?.lower !== "as" || verb === undefined || by?.lower !== "by" || !isCueVerb(verb.lower)) return [];
  const end = phraseEnd(words, 3);
  const content = end > 3 ? contentAfter(words, end) : [];
  const source = { from: 3, to: end };
  return content.length === 0
    ? []
    : [
        {
          unit,
          shape: "according",
          cue: { from: 0, to: 3 },
          source: { core: source, whole: source },
          shared: false,
          nested: false,
          bare: false,
          content,
        },
      ];
}
