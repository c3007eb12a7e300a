import type { TextDocument } from "./document.ts";

/** The commonest English words; no other language that is written in Latin letters uses many of them. */
const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  (
    "the of and to a that is was for on with as by at from it be are were has had have his her their he she they we you " +
    "this which who not but or an its been will would after said about into than more when there what if out up over"
  ).split(" "),
);

/** From this many words on, the text itself decides. */
const ENOUGH_WORDS = 40;
/** English prose has 30 to 50 percent of these words; other languages stay below 10. */
const ENGLISH_SHARE = 0.18;
const WORDS_READ = 400;

/**
 * Whether a document is in English. A long text is judged by its commonest words, for pages declare the language of
 * their frame as often as that of their text; a short one by what the page declares (a BCP 47 tag), if anything.
 */
export function isEnglish(document: TextDocument, declared: string | null): boolean {
  let words = 0;
  let english = 0;
  for (const { sentences } of document.paragraphs) {
    for (const { tokens } of sentences) {
      for (const { text } of tokens) {
        if (text.toLowerCase() === text.toUpperCase()) continue;
        words += 1;
        if (ENGLISH_WORDS.has(text.toLowerCase())) english += 1;
      }
    }
    if (words >= WORDS_READ) break;
  }
  if (words >= ENOUGH_WORDS) return english / words >= ENGLISH_SHARE;
  return declared === null || /^en\b/i.test(declared);
}
