import { agencyNamed } from "./agencies.ts";
import { saysWhen } from "../stories/wording.ts";
import { monthOf } from "./months.ts";

/** Who a story is by. */
export interface Bylines {
  /** People, in the order given, each once. */
  readonly people: readonly string[];
  /** The first news agency named, or `null`. */
  readonly agency: string | null;
  /** All of them as the page writes them: people, agencies, desks, the outlet itself. */
  readonly authors: readonly string[];
}

const OPENING =
  /^(?:(?:written|reported|posted|published|compiled|story|article|text|words|report|analysis|review|opinion|exclusive|reporting|photos?|pictures?)\s+)?(?:by|von|par|por|di|door|av|af|przez|oleh|from|author|autore?|autorin|auteur)\s*[:\-–]?\s+|^(?:posted by|text|words)\s*:\s*/iu;
/** What says whose a story is wherever it stands on a page: "Author: …", "Autorin/Autor …", "Penulis: …". */
export const LABEL =
  /^(?:(?:written by|writer|author|autore?|autorin|auteur|penulis|tác giả|автор)\s*:|autor(?:in)?[/*(_-]{1,2}(?:autor)?(?:in)?\)?[\s:])\s*/iu;
/** What follows a name on its line and is none. */
const CLOSING = /\s*(?:[|•·»›]|\s[—–-]\s|\b(?:published|updated|posted|last modified|follow|via|share)\b).*$/isu;
const JOINT =
  /\s*(?:;|\||\n|\/|\s&\s|\s+(?:and|und|et|og|och|y|e|i|en|with|mit|AND|UND|ET|OCH|WITH|MIT)\s+(?=["“'\p{Lu}]))\s*/u;
const WHO_AT_LAST = /.*?\s(?:by|von|par|por|di|door|av|af|przez)\s+(?=\p{Lu})/su;
/** Small words within names: "Maria de la Cruz", "Ludwig van Hove". */
export const PARTICLE =
  /^(?:aan|abu|af|al|ap|av|az|bin|bint|da|das|de|del|della|delle|den|der|des|di|do|dos|du|e|el|ibn|la|las|le|lo|los|of|st|ten|ter|til|tot|und|van|vom|von|vor|y|zu|zum|zur|['’]t|[dl]['’]\p{L}.*)$/u;
const MAX_SMALL_WORD = 2;
/** A line in capitals shows no small words: these end a name there. */
const AFTER_NAME = /^(?:AM|AS|AT|AUS|FOR|FROM|FÜR|IN|ON|OP|PARA|POUR|UM)$/;
/** Job titles, desks and places that stand after a comma, and degrees. */
const ROLE =
  /\b(?:editor|reporter|correspondent|writer|producer|journalist|columnist|contributor|chief|staff|bureau|desk|senior|news|press|digital|sports?|political|business|analyst|professor|lecturer|director|manager|redakteur|korrespondent|agency|team|photographer|critic|fellow|host|anchor|ph\.?d|m\.?d|esq|associate|assistant|executive|officer|university|blogger|author|founder|ceo|special to|for the|of the|in \p{Lu})\b/iu;
/** A whole entry that names no person. */
const NOBODY =
  /^(?:admin(?:istrator)?|editors?|staff|guest|newsroom|editorial|webmaster|redaktion|redaction|la rédaction|redacción|redazione|redactie|press release|sponsored|unknown|anonymous|none|null|undefined|www\..*|[^\p{L}]*)$|https?:|@|\b(?:staff|desk|team|newsroom|editorial board|news service|web ?desk|online|reporters?|bureau|correspondents?|agencies|agency|redaktion|editors|network|news|nachrichten|online|digital|web|inc|ltd|llc|gmbh)\b\.?$|\.(?:com|org|net|de|at|ch|uk|fr|it|es|tv|info)(?:\/|$)|(?:新聞|新闻|通信|オンライン|デジタル|뉴스|일보)/iu;
/** No name at all: an address or a handle. */
const ADDRESS = /^(?:https?:|www\.|@)|^[^\s@]+@\S+$|^[^\p{L}]*$/iu;
const NAME_ENDING = /^(?:jr|sr|ii|iii|iv|m\.?d|ph\.?d|esq)\.?$/i;
const MAX_NAME_LENGTH = 50;
const MAX_NAME_WORDS = 6;
/** Names stand at the beginning of a line; in UTF-16 code units. */
const MAX_LINE = 1_000;
/** No story has more. */
const MAX_AUTHORS = 100;
/** How many openings stand one behind the other: "Written by: Text: …". */
const MAX_OPENINGS = 4;
const MAIL = /(?<!\S)\S[^\s@]*@\S[^\s.]*\.\S+/g;
const IN_BRACKETS = /(?<!\s)\s*\([^()]*\)\s*/g;

/**
 * Reads author lines ("By Ada Quill and Ben Marsh, Staff Writers | ANI") into people and an agency: without "By", job
 * titles, dates, share counts and addresses. `outlets` are names of publications: given as authors, they are neither.
 */
export function readBylines(lines: readonly string[], outlets: readonly string[]): Bylines {
  const people: string[] = [];
  const authors = new Map<string, string>();
  let agency: string | null = null;
  const read = lines.slice(0, MAX_AUTHORS).map((line) => line.slice(0, MAX_LINE));
  for (const entry of read.filter((line) => !ADDRESS.test(line.trim())).flatMap(entriesOf)) {
    if (authors.size >= MAX_AUTHORS) break;
    if (authors.has(entry.toLowerCase()) || ADDRESS.test(entry)) continue;
    authors.set(entry.toLowerCase(), entry);
    const named = agencyNamed(entry);
    agency ??= named;
    if (named === null && !NOBODY.test(entry) && !outlets.some((outlet) => isOutlet(entry, outlet))) people.push(entry);
  }
  return { people, agency, authors: [...authors.values()] };
}

/** Whether a name is the outlet's: "The Daily Courier", "Courier Online" for "Courier", "Tern River Press" for "TRP". */
function isOutlet(name: string, outlet: string): boolean {
  if (outlet.length > MAX_LINE) return false;
  const [a, b] = [lettersOf(name), lettersOf(outlet)];
  return a === b || initialsOf(name) === b || (Math.min(a.length, b.length) > 3 && (a.includes(b) || b.includes(a)));
}

/** Of several words, in small letters; "" of one. */
function initialsOf(name: string): string {
  const words = name.split(" ");
  return words.length < 2 ? "" : words.map((word) => word.charAt(0).toLowerCase()).join("");
}

function lettersOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/\.\p{L}{2,4}$/u, "")
    .replace(/[^\p{L}\d]+/gu, "");
}

/** The names on one line, each cleaned. */
function entriesOf(line: string): readonly string[] {
  const cleaned = clean(
    line
      .replace(MAIL, " ")
      .replace(IN_BRACKETS, (inside) => (agencyNamed(inside) === null ? " " : ` ; ${inside.replace(/[()]/g, "")} ; `)),
  );
  return cleaned
    .split(JOINT)
    .flatMap(splitAtCommas)
    .map((name) => withoutTail(clean(name)))
    .filter((name) => name.length > 1 && name.length <= MAX_NAME_LENGTH && name.split(" ").length <= MAX_NAME_WORDS);
}

/** Commas part names from names, and names from job titles; what follows a job title belongs to it. */
function splitAtCommas(text: string): readonly string[] {
  const names: string[] = [];
  for (const [index, piece] of text.split(/\s*,\s*/).entries()) {
    if (index > 0 && NAME_ENDING.test(piece)) names.push(`${names.pop() ?? ""}, ${piece}`);
    else if (index === 0 || !ROLE.test(piece)) names.push(piece);
  }
  return names;
}

/**
 * A name without what is said after it: names have no numbers, are written with capitals, and what joins them to a time, a
 * place or an employer is not ("Ada Quill in Osterby", "… for the Courier", "… am"). A description ("Courier staff
 * reporter") stays.
 */
function withoutTail(entry: string): string {
  const words = entry.split(" ");
  const number = words.findIndex((word, index) => index > 0 && /^\d/.test(word));
  const [first = ""] = words;
  if ((words.length > 1 && /^\d/.test(first)) || (number === 1 && monthOf(first.replace(/\.$/, "")) !== null))
    return "";
  const unnumbered = number < 0 ? words : words.slice(0, number);
  if (!/^\p{Lu}/u.test(first)) return unnumbered.join(" ");
  const isCapitals = entry === entry.toUpperCase();
  const leadsOn = (word: string, rest: readonly string[]): boolean => {
    if (isCapitals) return AFTER_NAME.test(word);
    if (!/^\p{Ll}/u.test(word) || PARTICLE.test(word)) return false;
    const isLast = rest.length === 0 && number < 0;
    return isLast ? word.length <= MAX_SMALL_WORD : rest.length === 0 || rest.some((next) => /^\p{Lu}/u.test(next));
  };
  const end = unnumbered.findIndex((word, index) => index > 0 && leadsOn(word, unnumbered.slice(index + 1)));
  const name = end < 0 ? unnumbered : unnumbered.slice(0, end);
  while (name.length > 1 && /^\p{Ll}+$/u.test(name.at(-1) ?? "") && PARTICLE.test(name.at(-1) ?? "")) name.pop();
  return saysWhen(first) && name.length === 1 ? "" : name.join(" ");
}

function clean(text: string): string {
  let cleaned = text.replace(/\s+/g, " ").trim();
  if (saysWhen(cleaned)) cleaned = cleaned.replace(WHO_AT_LAST, "");
  for (let opening = 0; opening < MAX_OPENINGS; opening += 1) {
    const before = cleaned;
    cleaned = cleaned.replace(OPENING, "").replace(LABEL, "").replace(CLOSING, "").trim();
    if (cleaned === before) break;
  }
  return cleaned.replace(/^[\s,;:.–—-]+|(?<![\s,;:–—-])[\s,;:–—-]+$/g, "");
}
