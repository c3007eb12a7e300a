import type { TextDocument } from "./document.ts";

/**
 * The commonest English words, but for those that are as common in another language ("in", "a", "so", "at" …): no other
 * language that is written in Latin letters uses many of these.
 */
const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  (
    "the of and to that is was for on with by from it be are were has had have his their he she they we you " +
    "this which who not but or an its been will would after said about into than more when there what if out up over " +
    "my your him them our us these those where how why can could should may might did does because before while during " +
    "between through under against since until each every other some any many most such only then now just like being " +
    "both own same few very too off down again here whose whom says told get got one two first new year years people"
  ).split(" "),
);

/** Fewer words than this do not tell a language. */
const ENOUGH_WORDS = 20;
/**
 * In prose at least half of the words stand in small letters, in German too, where nouns do not. Tables of results and
 * lists of names are made of capitals and numbers, and have few of the commonest words in any language.
 */
const PROSE_SHARE = 0.4;
/** Of the words in small letters, English prose has 15 to 55 percent of these; other languages stay below 8. */
const ENGLISH_SHARE = 0.12;
const WORDS_READ = 400;

/**
 * Whether a document is in English. Prose is judged by its commonest words, for pages declare the language of their frame
 * as often as that of their text; what is too short, or made of names and numbers, by what the page declares (a BCP 47
 * tag), if anything. Only words in small letters count: names are the same in every language.
 */
export function isEnglish(document: TextDocument, declared: string | null): boolean {
  let words = 0;
  let small = 0;
  let english = 0;
  for (const { sentences } of document.paragraphs) {
    for (const { tokens } of sentences) {
      for (const { text } of tokens) {
        if (text.toLowerCase() === text.toUpperCase()) continue;
        words += 1;
        if (text !== text.toLowerCase()) continue;
        small += 1;
        if (ENGLISH_WORDS.has(text)) english += 1;
      }
    }
    if (words >= WORDS_READ) break;
  }
  if (small >= ENOUGH_WORDS && small >= words * PROSE_SHARE) return english >= small * ENGLISH_SHARE;
  return declared === null || /^en\b/i.test(declared);
}
