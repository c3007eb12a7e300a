import type { Token } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";
import { classBit } from "../tagging/gazetteer.ts";
import type { NameMention } from "../rules/name-mention.ts";
import type { TaggableSentence } from "../tagging/taggable.ts";
import { isCourtesyTitle, isTitle } from "../rules/people/titles.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const ROLE = classBit("role");
const DEMONYM = classBit("demonym");

/** Nouns for offices and relations that the gazetteer's roles leave out. */
export const OFFICES = words(
  "counterpart head chief leader founder co-founder member spokesman spokeswoman spokesperson premier chair chairman " +
    "chairwoman boss executive official envoy aide adviser advisor minister president deputy mayor governor senator " +
    "lawmaker commander analyst economist professor researcher author coach captain striker midfielder defender goalkeeper " +
    "wife husband son daughter mother father brother sister widow lawyer attorney prosecutor judge actor actress singer " +
    "engineer doctor surgeon nurse teacher farmer fisherman pilot banker student resident witness survivor activist " +
    "campaigner organiser organizer critic historian scientist biologist physicist writer novelist poet journalist reporter " +
    "editor columnist presenter host musician director producer owner manager secretary treasurer clerk rector dean priest " +
    "pastor candidate ambassador diplomat strategist consultant psychologist architect driver firefighter detective",
);

/** Words that may stand inside a role. */
const INNER = words("of for and the 's ’s - at in");
const MODIFIERS = words(
  "former ex then acting deputy vice senior prime foreign first late retired veteran interim outgoing incoming current " +
    "assistant associate general national federal state local regional top lead principal managing executive",
);

const LONGEST_BEFORE = 12;
const LONGEST_AFTER = 14;
/** An apposition names the role among its first words ("the 47-year-old mayor of …"). */
const ROLE_WITHIN = 5;
/** A phrase that stands in front of a name, with a comma between, names the role among its first words. */
const ROLE_IN_FRONT = 3;
const ARTICLE = /^(?:the|its|their|his|her|our)$/i;
/** Lower-case words that may stand right before a role noun ("opposition leader"). */
const ADJECTIVES = 2;

function isRoleWord(token: Token | undefined, sentence: TaggableSentence, at: number): boolean {
  if (token === undefined) return false;
  const word = token.text.toLowerCase();
  const classes = sentence.lexemes[at]?.classes ?? 0;
  return OFFICES.has(word) || (classes & ROLE) !== 0 || (isTitle(word) && word.length > 3);
}

/**
 * What a sentence calls a person besides the name: the noun phrase right before it ("Kazakh counterpart", "former head
 * of the Harbour Board"), the apposition after it (", the mayor of Harbourton,"), or the phrase that it is the apposition
 * of ("The mayor of Harbourton, …,"). `null` where it says nothing.
 *
 * @param others the names in the sentence; an apposition that names another person is a list.
 */
export function roleOf(
  name: NameMention,
  tokens: readonly Token[],
  sentence: TaggableSentence,
  others: readonly NameMention[],
): Span | null {
  return (
    roleBefore(name, tokens, sentence, others) ??
    roleAfter(name, tokens, sentence, others) ??
    roleInFront(name, tokens, sentence, others)
  );
}

function roleBefore(
  name: NameMention,
  tokens: readonly Token[],
  sentence: TaggableSentence,
  others: readonly NameMention[],
): Span | null {
  let first = name.first;
  let adjectives = 0;
  let hasRole = false;
  while (first > 0 && name.first - first < LONGEST_BEFORE) {
    const at = first - 1;
    const token = tokens[at];
    if (token === undefined || others.some((other) => other.kind === "person" && other.first <= at && at <= other.last))
      break;
    const word = token.text.toLowerCase();
    if (isRoleWord(token, sentence, at)) {
      hasRole = true;
      adjectives = 0;
    } else if (!INNER.has(word) && !MODIFIERS.has(word) && sentence.lexemes[at]?.isCapitalised !== true) {
      const next = tokens[first];
      // "a close aide", but not "whether Secretary", "brought Sen.".
      const isBeforeNoun = sentence.lexemes[first]?.isLower === true && isRoleWord(next, sentence, first);
      const isAdjective = sentence.lexemes[at]?.isLower === true && isBeforeNoun && !/(ed|ing|s)$/.test(word);
      if (!isAdjective || adjectives >= ADJECTIVES || STOPS.has(word)) break;
      adjectives += 1;
    }
    first = at;
  }
  if (!hasRole) return null;
  while (first < name.first && INNER.has(tokens[first]?.text.toLowerCase() ?? "")) first += 1;
  // A sentence's first word is capitalised whatever it is.
  if (first === sentence.firstWord && !startsRole(tokens, sentence, first)) first += 1;
  const start = tokens[first]?.start;
  const end = tokens[name.first - 1]?.end;
  if (start === undefined || end === undefined || start >= end) return null;
  // What remains must still be a role and run up to the name: "the visit of President" does, "President of" does not.
  if (INNER.has(tokens[name.first - 1]?.text.toLowerCase() ?? "")) return null;
  for (let at = first; at < name.first; at += 1) {
    if (isRoleWord(tokens[at], sentence, at) && !isCourtesyTitle(tokens[at]?.text ?? "")) return { start, end };
  }
  return null;
}

/** Words that are neither part of a role nor adjectives before one. */
const STOPS = words(
  "his her its their our my your a an that which who with by to as is was from on but or told when said not no under " +
    "over against after before during since like about into between through without despite than",
);

/** Capitalised at the head of a sentence before a title, and no part of it ("Well, Senator"). */
const INTERJECTIONS = words("well so yes now and oh thanks dear hello hi sorry okay look");

function startsRole(tokens: readonly Token[], sentence: TaggableSentence, at: number): boolean {
  const word = tokens[at]?.text.toLowerCase() ?? "";
  if (STOPS.has(word) || INTERJECTIONS.has(word)) return false;
  const isNamed =
    ((sentence.lexemes[at]?.classes ?? 0) & DEMONYM) !== 0 || tokens[at + 1]?.text.match(/^['’]s$/) !== null;
  return (
    isNamed ||
    MODIFIERS.has(word) ||
    isRoleWord(tokens[at], sentence, at) ||
    isRoleWord(tokens[at + 1], sentence, at + 1)
  );
}

function roleAfter(
  name: NameMention,
  tokens: readonly Token[],
  sentence: TaggableSentence,
  others: readonly NameMention[],
): Span | null {
  if (tokens[name.last + 1]?.text !== ",") return null;
  let first = name.last + 2;
  if (/^(the|a|an|his|her|its|their)$/i.test(tokens[first]?.text ?? "")) first += 1;
  else if (opensClause(tokens[first]?.text ?? "")) return null;
  let last = first - 1;
  let hasRole = false;
  while (last + 1 < tokens.length && last - first < LONGEST_AFTER) {
    const at = last + 1;
    const token = tokens[at];
    if (token === undefined || /^[,.;:!?()"“”—–]$|^--$/.test(token.text) || CLAUSE.has(token.text.toLowerCase())) break;
    if (others.some((other) => other.kind === "person" && other.first <= at && at <= other.last)) return null;
    if (at - first < ROLE_WITHIN && isRoleWord(token, sentence, at)) hasRole = true;
    last = at;
  }
  const closes =
    last + 1 >= tokens.length ||
    /^[,.;)—–]$|^--$/.test(tokens[last + 1]?.text ?? "") ||
    CLAUSE.has(tokens[last + 1]?.text ?? "");
  const start = tokens[first]?.start;
  const end = tokens[last]?.end;
  return hasRole && closes && last - first < LONGEST_AFTER && start !== undefined && end !== undefined
    ? { start, end }
    : null;
}

/** Words that open a clause and so end an apposition. */
const CLAUSE = words(
  "who whose which that where when while because if said says told has have had was were is are will would and but",
);

/** Whether what follows the comma is no noun phrase ("casting herself as …", "also a …"). */
function opensClause(word: string): boolean {
  return /^(?:let|also|once|now|still)$|^\p{Ll}+(?:ing|ed)$/u.test(word) && !MODIFIERS.has(word);
}

/** "The mayor of the town, Helen Marsh, …": a phrase with an article, before a name between commas. */
function roleInFront(
  name: NameMention,
  tokens: readonly Token[],
  sentence: TaggableSentence,
  others: readonly NameMention[],
): Span | null {
  const comma = name.first - 1;
  const end = tokens[comma - 1]?.end;
  if (tokens[comma]?.text !== "," || tokens[name.last + 1]?.text !== "," || end === undefined) return null;
  for (let at = comma - 1; at >= 0 && comma - at <= LONGEST_BEFORE; at -= 1) {
    const text = tokens[at]?.text ?? "";
    if (/^[^\p{L}\p{N}'’-]/u.test(text) || CLAUSE.has(text.toLowerCase())) return null;
    if (others.some((other) => other.kind === "person" && other.first <= at && at <= other.last)) return null;
    if (!ARTICLE.test(text)) continue;
    const opening = tokens.slice(at + 1, Math.min(comma, at + 1 + ROLE_IN_FRONT));
    const start = tokens[at + 1]?.start;
    if (start === undefined) return null;
    if (opening.some((token, index) => isRoleWord(token, sentence, at + 1 + index))) return { start, end };
  }
  return null;
}
