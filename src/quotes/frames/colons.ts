import { clauseSubject } from "../../syntax/clause.ts";
import { subjectOf } from "../../syntax/subject.ts";
import { is, isName, some, type Word } from "../../syntax/word.ts";
import { sourceOf, type SourceRange } from "../candidate.ts";
import { contentFrom } from "../extent/content-end.ts";
import { listedKind, singular, spelledOut } from "../../english/holders.ts";
import type { Found, Parts } from "./frame.ts";

/** Words that open a heading, a caption, a question: nobody of that name speaks. */
const NO_SPEAKER =
  /^(?:categories|remember|related|read|see|watch|photo|photos|video|image|note|editor|update|source|sources|credit|full|correction|also|here|question|q|a|plus|and|but|by|caption|photograph|picture|pictured|breaking|exclusive|analysis|opinion|the|it|this|that|more|disclaimer|look|contributing|correspondents|tags|topics|published|report|poll|fact|first|live|listen|review|revealed|why|how|what|when|who)$/;

/** Whether nobody speaks behind a heading that opens with a word, in lower case. */
export const isNoSpeaker = (word: string): boolean => NO_SPEAKER.test(word);

/** Whether a noun, in lower case, stands for somebody that can speak. */
export function isSpeaker(noun: string): boolean {
  const office = spelledOut(noun).at(-1) ?? noun;
  const kind = listedKind(office) ?? listedKind(singular(office));
  return kind !== null && kind !== "document";
}

/** How many words a speaker before a colon has at most. */
const LONGEST_SPEAKER = 7;

/** "Smith: plan is dead", in a headline or an interview; no list, caption or charge sheet ("possession of a gun, held"). */
export function afterName(words: readonly Word[], { source, content }: Found): Parts | null {
  if (source.to > LONGEST_SPEAKER || isNoSpeaker(words[0]?.lower ?? "")) return null;
  const rest = words.slice(content.from);
  const spoken = rest.filter((word) => word.spoken).length;
  const says = rest.some(
    (word, at) => (word.finite && rest[at - 1]?.text !== ",") || word.quoted !== null || word.tag === "to",
  );
  const commas = rest.filter((word) => word.text === ",").length;
  const capitals = rest.filter((word) => word.capital).length;
  if (
    spoken < 4 ||
    !(says || (source.to === 1 && isSpeaker(words[0]?.lower ?? ""))) ||
    commas > rest.length / 6 ||
    capitals > 0.7 * spoken
  )
    return null;
  return { content: [contentFrom(words, content.from, "clause")] };
}

/** How many words a speaker at a headline's end has at most, and what is said before at least. */
const LONGEST_LAST = 5;
const SHORTEST_SAID = 3;

/** "Pier is not safe: police", in a headline: a name, or a noun for whoever can say something. */
export function beforeName(words: readonly Word[], { cue, source }: Found): Parts | null {
  if (source.to - source.from > LONGEST_LAST || some(words, source.from, source.to, "@finite")) return null;
  const last = words[source.to - 1];
  const noun = last?.lower ?? "";
  const speaks = listedKind(noun) !== null || listedKind(singular(noun)) !== null;
  const said = words.slice(0, cue.from).filter((word) => word.spoken);
  if (!(speaks || isName(last)) || isNoSpeaker(words[0]?.lower ?? "") || said.length < SHORTEST_SAID) return null;
  const isClause = said.some((word) => word.quoted !== null || is(word, "#past/present/modal/be/have/do"));
  // "Schools to stay shut: ministry", but "Things to know: Holm"
  return isClause || (speaks && (said.length > SHORTEST_SAID || said.some(({ tag }) => tag === "to")))
    ? { content: [{ from: 0, to: cue.from }] }
    : null;
}

/** "Smith went even further: “…”": the subject of the clause before the colon speaks. */
export function clauseBefore(words: readonly Word[], colon: number): Parts | null {
  const before = words.slice(0, colon);
  const verb = before.findLastIndex((word) => is(word, "@finite"));
  const cued = before.findLastIndex((word) => is(word, "@speech-verb") && (word.finite || word.tag === "gerund"));
  // "Asked about the pier, he went on: “…”": the verb of speech has no subject.
  const spoken = speakerOf(words, cued);
  const source = spoken ?? speakerOf(words, verb);
  const cue = spoken === null ? verb : cued;
  return source === null ? null : { cue: { from: cue, to: cue + 1 }, source };
}

/** The subject of a verb, or else that of the clause that it is part of; `null` where there is no verb (-1). */
export function speakerOf(words: readonly Word[], verb: number): SourceRange | null {
  if (verb < 0) return null;
  const direct = subjectOf(words, verb);
  const subject = direct?.kind === "phrase" || direct?.kind === "relative" ? direct : clauseSubject(words, verb);
  return subject === null ? null : sourceOf(words, subject);
}

/** How many words a name behind a dash and what is said of it may take; fewer quoted words than four are a caption. */
export const LONGEST_CREDIT = 14;
const SHORTEST_QUOTE = 4;

/** “The pier has had its day.” — Ingrid Solberg, former mayor */
export function credit(words: readonly Word[], { source, content }: Found): Parts | null {
  const isShort = words.length - source.from <= LONGEST_CREDIT;
  const quoted = words.slice(content.from, content.to).filter((word) => word.spoken).length;
  if (!isShort || quoted < SHORTEST_QUOTE || !words.slice(source.from, source.to).some((word) => word.spoken))
    return null;
  const to = words.at(-1)?.text === "." ? words.length - 1 : words.length;
  return { source: { core: source, whole: { from: source.from, to: Math.max(to, source.to) } } };
}

/** Where the words end that may name who is quoted before a dash, or -1. */
export function creditEnd(words: readonly Word[], from: number): number {
  let end = from;
  while (is(words[end], "@capital|@upper|the|of|and|for|de|la|al|bin|von|van|'s|.|-") && !words[end]?.finite) end += 1;
  return end > from && /^(?:[,(;]|)$/.test(words[end]?.text ?? "") ? end : -1;
}

/** Where the words end that may name the speaker of a heading, or -1. */
export function headingEnd(words: readonly Word[], from: number): number {
  let end = from;
  while (is(words[end], "@upper|of|the|and|for|de|al|bin|at|.|'s&!@finite")) end += 1;
  return end > from ? end : -1;
}
