import { isSpeechVerb } from "../../english/verbs.ts";
import { matches, pattern } from "../../syntax/pattern.ts";
import { closingMark, is, isBoundary, some, type Word } from "../../syntax/word.ts";

/** In what form a statement stands. */
export type ContentKind = "quote" | "that" | "question" | "clause" | "infinitive" | "object";

/** A way in which the narrator takes up again; the pattern begins at the mark or word where the statement ends. */
interface Ending {
  readonly pattern: string;
  /** Only for statements in these forms. */
  readonly kinds?: readonly ContentKind[];
  /** True where it ends even what takes a whole sentence: "according to Smith, …". */
  readonly always?: boolean;
  /** What the pattern can't tell. */
  readonly holds?: (words: readonly Word[], from: number, at: number) => boolean;
}

/** With these the narrator looks back on what was said: ", a reference to …", ", something he denied". */
const COMMENT =
  "( something | a|an #adjective/adverb* #noun* #noun&@comment #preposition/to/that/wh/pronoun/past/gerund )";
/** What courts do of their own: the speaker is the subject, whatever stands before. */
const COURTS =
  "adjourned|directed|dismissed|fined|granted|issued|listed|ordered|posted|quashed|remanded|reserved|sentenced|upheld";
/** What statements are made in, and what may stand before and behind. */
const PLACES = "interview|tweet|post|statement|broadcast|podcast|episode|edition";
const DESCRIBES = "#noun/adjective/number|@capital|@hyphen";
const REST = "( !@finite&!,&!#wh/that | “ )*";
const REFUSES = "( didn't #base | did not #base )";
const UNSEEN = "!wanted&!needed&!hoped&!wished&!thought&!believed&!felt&!feared&!knew&!liked";

const ENDINGS: readonly Ending[] = [
  // "— though it is old", "— noting that it is old", "— but noted that …", "— a claim that …"
  { pattern: "@dash though|although|while|despite|something|#gerund&@speech-verb", always: true },
  { pattern: "@dash and|but @finite|#gerund&@speech-verb", always: true },
  { pattern: `@dash ${COMMENT}`, always: true },
  { pattern: "@dash a|an|one|all", always: true, holds: isLastOfItsKind },
  // "asked her to go and left", "says he is done and flew home": the speaker is the subject of the verb after "and".
  { pattern: "and|but #adverb? #past&@finite", always: true, holds: sharesSubject },
  // "…, which he said was unsafe but did not worry him": both verbs have what was spoken of for their subject.
  { pattern: `but ${REFUSES}`, holds: (words, from) => words[from]?.finite !== true },
  // "…, but she sounded sad": the plain past of a speaker's deed. What was said is told in the present, or is put back by
  // "had", "would", "was"; what nobody sees another do was told: "…, but she wanted to be sure".
  { pattern: `, and|but he|she|they #past&@finite&${UNSEEN}` },
  { pattern: `, but he|she|they ( has|have|hasn't|haven't | ${REFUSES} )` },
  // "it would close, but others have opened since": what was put back in time stays so, and the narrator tells of today.
  { pattern: ", and|but !that", kinds: ["that", "clause"], holds: tellsOfToday },
  // "the court found that it was late and fined the firm": a court's own deed.
  {
    pattern: `and #adverb? ${COURTS}`,
    holds: (words, from) => some(words, 0, from, "court|bench|judge|justice|magistrate|tribunal|coroner"),
  },
  // "it is old; others are older": the last semicolon parts what was said from what the narrator sets beside it.
  { pattern: "; !and&!that", holds: isLastOfItsKind },
  { pattern: `, ${COMMENT}` },
  // ", in which it lay", and at a sentence's end ", which is old", ", a plan that is old": the narrator explains.
  { pattern: ", however|someone" },
  { pattern: ", even though|as" },
  { pattern: ", #preposition #wh", holds: (words, _, at) => clauseUntil(words, at + 1) !== null },
  {
    pattern: ", which|who|whom|whose|a|an",
    holds: (words, _, at) => !isBackshifted(words, at + 1) && (clauseUntil(words, at + 1) ?? 0) >= words.length - 1,
  },
  // "…, up 31 percent from a year before", "…, as did Smith", "…, for one": set beside what was said.
  { pattern: ", up|down|well|far|short #number/adverb/preposition/determiner" },
  { pattern: ", as has|have|had|do|does|did|was|were" },
  { pattern: ", for one|instance|example !@spoken* $" },
  // ", adding that …", ", despite …"
  { pattern: ", adding|citing|referring|alluding|according|noting|conceding|invoking|despite", always: true },
  // “peanuts,” compared with …: a comma within the marks may well be said.
  { pattern: ", compared", always: true, holds: (words, _, at) => words[at]?.quoted === null },
  { pattern: ", prompting|drawing|echoing|reflecting|highlighting|underscoring|underlining|mirroring", always: true },
  { pattern: ", signaling|signalling|sparking|triggering|fueling|fuelling", always: true },
  // ", while others …", ", though he …", ", but did not say"; "…, though it is old" may well be said.
  { pattern: ", while", always: true, holds: whileNarrates },
  { pattern: ", though|although", always: true, holds: thoughNarrates },
  // "… in an interview with Radio Oslo.", "… on Friday's broadcast of “Morning Talk.”": where and when it was said.
  { pattern: `in a|an|his|her|their ${DESCRIBES}* ${PLACES} ${REST} $`, holds: hasVerb },
  { pattern: `on @time 's ${DESCRIBES}* ${PLACES} ${REST} $`, holds: hasVerb },
  // "announced his candidacy on Monday", "… in June 2015"
  { pattern: "on @time @time* .? $", kinds: ["object"], holds: isFree },
  { pattern: "in @time #number? .? $", kinds: ["object"], holds: isFree },
  { pattern: ", but|and #adverb? @finite", kinds: ["object", "quote"], always: true },
];

const endings = ENDINGS.map((ending) => ({
  ...ending,
  match: pattern(ending.pattern),
  // “…,” referring to …: the comma stands within the marks.
  matchBehindQuote: ending.always && ending.pattern.startsWith(", ") ? pattern(ending.pattern.slice(2)) : null,
}));

/**
 * Whether the narrator takes up again at `at`, after a statement that begins at `from`.
 *
 * @param whole true where nothing of the sentence is the narrator's own.
 */
export function narratorAt(
  words: readonly Word[],
  from: number,
  at: number,
  kind: ContentKind,
  whole: boolean,
): boolean {
  const behindQuote = closingMark(words, at) === ",";
  if (!behindQuote && !is(words[at], ",|;|and|but|@dash|in|on")) return false;
  return endings.some(
    ({ match, matchBehindQuote, kinds, always, holds }) =>
      (always === true || !whole) &&
      kinds?.includes(kind) !== false &&
      (behindQuote ? matchBehindQuote?.(words, at + 1) : match(words, at)) != null &&
      holds?.(words, from, at) !== false,
  );
}

/** A statement that has its verb, or whatever is no clause. */
function hasVerb(words: readonly Word[], from: number, at: number): boolean {
  return some(words, from, at, "@finite|“");
}

/** No phrase whose last words these are. */
function isFree(words: readonly Word[], from: number, at: number): boolean {
  return at > from + 1 && is(words[at - 1], "!#preposition/possessive") && !some(words, from, at, "#gerund|@finite");
}

/** "…, which it would spend on ovens": put back from "will", and so said. */
const isBackshifted = (words: readonly Word[], relative: number): boolean =>
  matches(words, relative, "which|who|whom #pronoun would|could|might");

/** No mark of its kind behind it. */
function isLastOfItsKind(words: readonly Word[], _: number, at: number): boolean {
  return !words.slice(at + 1).some((word) => word.quoted === null && word.text === words[at]?.text);
}

function sharesSubject(words: readonly Word[], from: number, at: number): boolean {
  const last = words.slice(from, at).findLast((word) => is(word, "@finite"));
  if (last === undefined) return !some(words, from, at, "“");
  return last.tag === "present" || (is(words[at], "but") && is(last, "is|are|'s|'re|has|have|will|can|may"));
}

/** Whether the clause behind a conjunction stands in the present where what was said is put back in time. */
function tellsOfToday(words: readonly Word[], from: number, at: number): boolean {
  const verb = verbWithin(words, at + 2);
  const said = words.slice(from, at).find((word) => word.finite);
  return (
    is(words[verb], "is|are|has|have|'s|'re|#present") &&
    is(said, "was|were|had|would|could|might|#past") &&
    !words.slice(from, at).some((word) => is(word, "is|are|has|have|'s|'re|will|can|may|#present&@finite"))
  );
}

/** Where the clause ends that begins at `from`: at a mark, or with the words; `null` where no verb stands in it. */
function clauseUntil(words: readonly Word[], from: number): number | null {
  const end = words.findIndex((word, at) => at > from && is(word, ",|;|:|@dash"));
  const to = end < 0 ? words.length : end;
  return some(words, from, to, "@finite") ? to : null;
}

/** "while small, …" is no clause. */
function whileNarrates(words: readonly Word[], _: number, at: number): boolean {
  const verb = verbWithin(words, at + 2);
  // "…, while one guard was shot at the gate": put back in time, and so said.
  if (matches(words, verb, "was|were|had|would #past/base") && !is(words[at + 2], "he|she|they")) return false;
  return !words.slice(at + 2, at + 5).some(isBoundary) || verb >= 0;
}

function thoughNarrates(words: readonly Word[], _: number, at: number): boolean {
  const verb = verbWithin(words, at + 2);
  if (verb < 0) return false;
  const who = words[verb - 1]?.tag === "adverb" ? words[verb - 2] : words[verb - 1];
  const own = /^(?:he|she|they)$/.test(who?.lower ?? "") && !/^(?:be|modal)$/.test(words[verb]?.tag ?? "");
  return own || isSpeechVerb(words[verb]?.lower ?? "");
}

/** The first finite verb before the next mark, or -1: "though small, …" holds none. */
function verbWithin(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length && (words[at]?.quoted !== null || !isBoundary(words[at])); at += 1)
    if (words[at]?.finite) return at;
  return -1;
}
