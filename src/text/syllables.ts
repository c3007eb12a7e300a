/**
 * Syllables of Korean and Chinese names as they are written in Latin letters (Revised Romanisation, McCune–Reischauer,
 * Wade–Giles, Pinyin, Cantonese): what may open one, and what it may be made of from its vowel on.
 */
const SYLLABLE = new RegExp(
  "^(?:b|by|c|ch|d|f|g|gw|gy|h|hs|hw|hy|j|k|kw|ky|l|m|my|n|ng|ny|p|py|q|r|ry|s|sh|sz|t|ts|tz|w|wh|x|y|z|zh)?" +
    "(?:a|ae|ah|ai|ak|am|an|ang|ao|ap|at|au|e|ee|ei|ek|en|eng|eo|eob|eog|eok|eol|eom|eon|eong|eop|erh|et|eu|eui|euk|eul|eum|" +
    "eun|eung|eup|ew|i|ia|ian|iang|iao|ick|ie|ieh|ien|ih|ik|il|im|in|ing|io|ip|it|iu|iung|o|oe|oh|oi|ok|ol|on|ong|oo|ook|oon|" +
    "oong|op|ou|oul|oung|oun|ow|u|ua|uai|uan|uang|uck|ue|ueh|uen|uet|ui|uh|uk|ul|um|un|ung|uo|up|ut|eou|gor|ngor|wa|wan)$",
);

/** English words of that form that follow a name and a hyphen: "Lee-run". */
const ENGLISH: ReadonlySet<string> = new Set(
  "up am run win man men ray hit set ten king wing ping pin tie not top".split(" "),
);

/**
 * Whether two words that a hyphen joins are a given name of two syllables ("Sung-han", "Ing-wen"): the second half is
 * written in small letters, like the second half of "Paris-based", which is none.
 *
 * @param first begins with a capital, @param second with a small letter.
 */
export function isNameOfSyllables(first: string, second: string): boolean {
  return first.length > 1 && SYLLABLE.test(first.toLowerCase()) && SYLLABLE.test(second) && !ENGLISH.has(second);
}
