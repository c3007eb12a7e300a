import { type Description, headNoun, isDefinite, isIndefinite } from "./description.ts";
import { genderOfNoun } from "./gender.ts";
import { fit, isGeneralBody, kindOf, mayMean } from "./matching.ts";
import { HYPERNYMS, nounKind } from "../../english/holders.ts";
import type { Phrase, Reading } from "./phrase.ts";
import { onlyPerson } from "./pronouns.ts";
import type { Calling, Referent } from "./referent.ts";
import { REACH, type Stage } from "./stage.ts";
import { DESCRIBED } from "./weights.ts";

/** How many sentences into a story somebody may be described before being named. */
const LEAD = 2;
/** How many sentences later the name follows at the latest. */
const FOLLOWS = 3;

/** Whoever a description means: somebody whom the text names or describes elsewhere, or somebody new. */
export function described(reading: Reading, phrase: Phrase): Referent | null {
  const { description, unit, core, wording } = phrase;
  if (description === null) return null;
  const { stage } = reading;
  const known =
    (isNamedOtherwise(reading, phrase) ? null : bearer(description, unit, core.start, stage)) ??
    aged(description, unit, core.start, stage) ??
    namedNext(reading, description, unit);
  if (known !== null) return known;
  const noun = headNoun(description);
  const kind = kindOf(description);
  return stage.meet(
    {
      kind,
      name: wording,
      isSure: nounKind(noun) !== null || (kind === "group" && /(?:er|or|ist|ian|ant|ee)$/.test(noun)),
      gender: kind === "person" ? genderOfNoun(noun) : null,
      firstStart: core.start,
    },
    [callingOf(description)],
  );
}

/** "The council president, Ambassador X": a name that nobody knew for one is set beside the description. */
const isNamedOtherwise = ({ text }: Reading, { core, whole }: Phrase): boolean =>
  /^,\s*(?:\p{Lu}[\p{L}.'’-]*(?:\s+|$)){2,}/u.test(text.slice(core.end, whole.end));

const callingOf = (description: Description): Calling => ({
  nouns: new Set([headNoun(description)]),
  head: headNoun(description),
  words: new Set([...description.modifiers, ...description.of]),
  names: new Set(description.names),
});

/** The one whom the text calls so, for whom the most speaks; `null` where too little does. */
function bearer(wanted: Description, unit: number, offset: number, stage: Stage): Referent | null {
  if (isIndefinite(wanted)) return null;
  const noun = headNoun(wanted);
  const candidates = new Set<Referent>(stage.called(noun));
  if (HYPERNYMS.has(noun) || isGeneralBody(noun)) {
    for (const { referent } of stage.recent(unit)) candidates.add(referent);
  }
  let best: Referent | null = null;
  let bestScore: number = DESCRIBED.threshold;
  for (const referent of candidates) {
    const score = rate(wanted, noun, referent, unit, offset, stage);
    if (score === null || score < bestScore) continue;
    if (score === bestScore && best !== null && referent.lastUnit <= best.lastUnit) continue;
    best = referent;
    bestScore = score;
  }
  return best;
}

function rate(
  wanted: Description,
  noun: string,
  referent: Referent,
  unit: number,
  offset: number,
  stage: Stage,
): number | null {
  if (!mayMean(wanted, referent)) return null;
  const distance = Math.max(0, unit - referent.lastUnit);
  if (isBare(wanted) && referent.entity === null && distance > REACH.units) return null;
  const names = new Set(referent.callings.flatMap((calling) => [...calling.names]));
  let score: number | null = null;
  for (const calling of referent.callings) {
    const one = fit(wanted, calling, names);
    if (one !== null && (score === null || one > score)) score = one;
  }
  if (score === null && distance <= UNKNOWN_REACH && isGeneralBody(noun) && isUnknownBody(referent)) {
    score = unknownBody(wanted, referent);
  }
  if (score === null) return null;
  if (referent.firstStart > offset) score += DESCRIBED.later;
  else score += DESCRIBED.distance * Math.min(10, distance);
  if (stage.last?.referent === referent) score += DESCRIBED.spoke;
  return score;
}

/** "Officials": far away, others may be meant. */
const isBare = ({ determiner, modifiers }: Description): boolean => determiner === null && modifiers.length === 0;

/** How many sentences back a body is "the group" of which nothing says that it is one. */
const UNKNOWN_REACH = 3;

/** A body of which nothing says what it is: it may be "the company" as well as "the group". */
const isUnknownBody = ({ kind, isPlace, callings }: Referent): boolean =>
  kind === "body" && !isPlace && !callings.some(({ nouns }) => [...nouns].some((noun) => nounKind(noun) !== null));

function unknownBody({ modifiers, names }: Description, { name }: Referent): number {
  const words = name.toLowerCase().split(/\s+/);
  const own = modifiers.filter((word) => words.includes(word)).length;
  const others = names.filter((word) => !words.includes(word)).length;
  return DESCRIBED.wider + DESCRIBED.agrees * own + DESCRIBED.otherName * others;
}

/** How many sentences back whoever spoke last is called by an age. */
const AGED_REACH = 2;

/** "the 63-year-old guitarist": someone's age is a way to name again whoever the text is about. */
function aged(wanted: Description, unit: number, offset: number, stage: Stage): Referent | null {
  if (!isDefinite(wanted)) return null;
  const isAge = [wanted.head, ...wanted.modifiers].some((word) => /^\d+-year-old$/.test(word));
  if (!isAge) return null;
  const { last } = stage;
  const isSpeaker = last !== null && last.referent.kind === "person" && last.referent.entity !== null;
  return isSpeaker && unit - last.unit <= AGED_REACH ? last.referent : onlyPerson(unit, offset, stage);
}

/**
 * "The foreign minister says …. Dana Orlov told …": a story may open with what somebody is and give the name in the next
 * sentence. A full name of which nothing says whose it is has been introduced before.
 */
function namedNext(
  { appearances, referents, isTold, stage }: Reading,
  wanted: Description,
  unit: number,
): Referent | null {
  if (unit >= LEAD || !isDefinite(wanted) || kindOf(wanted) !== "person") return null;
  if (nounKind(headNoun(wanted)) !== "person") return null;
  const bare = new Set<Referent>();
  for (let at = unit + 1; at <= unit + FOLLOWS; at += 1) {
    for (const { entity, quoted, start } of appearances.get(at) ?? []) {
      const referent = referents[entity];
      if (referent?.kind !== "person" || quoted || isTold(start) || referent.firstStart !== start) continue;
      if (referent.callings.length === 0 && referent.name.includes(" ")) bare.add(referent);
    }
    if (bare.size > 0) break;
  }
  const [only] = bare;
  if (bare.size !== 1 || only === undefined) return null;
  stage.call(only, callingOf(wanted));
  return only;
}
