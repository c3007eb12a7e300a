/**
 * What speaks for and against a candidate. All weights stand here, set by hand on one half of the development documents;
 * one unit is about what it costs to look one sentence further back.
 */

/** For "he", "it", "they". */
export const PRONOUN = {
  /** Each sentence between. */
  distance: -2.5,
  /** It stood before a verb. */
  subject: 2,
  /** A first name, title or noun says that it is a man, a woman. */
  gender: 1,
  /** It spoke last. */
  spoke: 2,
  /** Only what somebody else said speaks of it. */
  told: -2.5,
  /** What it is fits, but seldom: "they" for a body, "it" for a country. */
  unlikely: -1,
  /** Below this, who is meant stays open. */
  threshold: -9,
} as const;

/** For "the minister", "the company", "Iran's president". */
export const DESCRIBED = {
  /** The text calls it by the same noun. */
  noun: 3,
  /** By a noun that the given one is a wider word for. */
  wider: 1.5,
  /** Each word before the noun that the text gives it too. */
  agrees: 1,
  /** Each that it does not. */
  lacks: -1,
  /** Each word that the noun is of or at, and that the text does not give it. */
  lacksOf: -1,
  /** Each, where it has other words in that place: "health" against "transport". */
  differs: -2,
  /** It has another country's or town's name. */
  otherName: -4,
  /** "vice", "deputy", "former", and nobody asked for one. */
  rank: -1.5,
  /** Each sentence since it was named, up to ten. */
  distance: -0.1,
  /** It is named only later. */
  later: -0.5,
  /** It spoke last. */
  spoke: 2,
  threshold: 1,
} as const;
