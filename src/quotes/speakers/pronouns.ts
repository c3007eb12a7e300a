import type { Gender } from "./gender.ts";
import type { Referent } from "./referent.ts";
import { REACH, type Stage } from "./stage.ts";
import { PRONOUN } from "./weights.ts";

/** How well somebody fits a pronoun, as a score; `null` for not at all. */
type Fits = (referent: Referent, isSubject: boolean) => number | null;

const singlePerson =
  (gender: Gender): Fits =>
  ({ kind, gender: known, isSure, hasSpoken }) => {
    const isPerson = kind === "person" ? isSure || hasSpoken : kind === "open";
    if (!isPerson || (known !== null && known !== gender)) return null;
    return known === gender ? PRONOUN.gender : 0;
  };

/** A country does what "it" then speaks of; where something only happens in it, it is hardly meant. */
const body: Fits = ({ kind, isPlace, isSure }, isSubject) => {
  if (kind === "body") return isPlace && !isSubject ? 2 * PRONOUN.unlikely : 0;
  return kind === "person" && !isSure ? PRONOUN.unlikely : null;
};

const several: Fits = ({ kind, isSure, hasSpoken }) => {
  if (kind === "group") return isSure || hasSpoken ? 0 : 2 * PRONOUN.unlikely;
  return kind === "body" && hasSpoken ? PRONOUN.unlikely : null;
};

interface Pronoun {
  readonly fits: Fits;
  readonly gender: Gender | null;
}

const forms = (words: string, fits: Fits, gender: Gender | null): (readonly [string, Pronoun])[] =>
  words.split(" ").map((word) => [word, { fits, gender }]);

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ...forms("he him his himself", singlePerson("masculine"), "masculine"),
  ...forms("she her hers herself", singlePerson("feminine"), "feminine"),
  ...forms("it its itself", body, null),
  ...forms("they them their themselves", several, null),
]);

/** Whether a word is a pronoun that means somebody of whom the text has spoken before. */
export const isAnaphor = (word: string): boolean => PRONOUNS.has(word);

/** The gender that a pronoun tells, or `null`. */
export const genderOfPronoun = (word: string): Gender | null => PRONOUNS.get(word)?.gender ?? null;

/** The only person on stage by a name, or `null` where there are several or none. */
export function onlyPerson(unit: number, offset: number, stage: Stage): Referent | null {
  const people = new Set<Referent>();
  for (const { referent, start, told } of stage.recent(unit)) {
    if (referent.kind === "person" && referent.entity !== null && start < offset && !told) people.add(referent);
  }
  const [only] = people;
  return people.size === 1 && only !== undefined ? only : null;
}

/**
 * Whoever a pronoun means: of those on stage, the one for whom the most speaks; `null` where too little does.
 *
 * @param word "he", "she", "it", "they" or another form of them.
 */
export function antecedent(word: string, unit: number, offset: number, stage: Stage): Referent | null {
  const fits = PRONOUNS.get(word)?.fits ?? (() => 0);
  const scores = new Map<Referent, number>();
  const consider = (referent: Referent, score: number): void => {
    if (score > (scores.get(referent) ?? -Infinity)) scores.set(referent, score);
  };
  for (const { referent, unit: at, start, subject, told } of stage.recent(unit)) {
    const base = fits(referent, subject);
    if (base === null || start >= offset) continue;
    const place = told ? PRONOUN.told : subject ? PRONOUN.subject : 0;
    consider(referent, base + place + PRONOUN.distance * (unit - at));
  }
  const { last } = stage;
  if (last !== null && unit - last.unit <= REACH.units) {
    const base = fits(last.referent, true);
    if (base !== null) {
      const known = scores.get(last.referent) ?? -Infinity;
      const alone = base + PRONOUN.subject + PRONOUN.distance * (unit - last.unit);
      consider(last.referent, Math.max(known, alone) + PRONOUN.spoke);
    }
  }
  let best: Referent | null = null;
  for (const [referent, score] of scores) {
    if (score >= PRONOUN.threshold && (best === null || score > (scores.get(best) ?? -Infinity))) best = referent;
  }
  return best;
}
