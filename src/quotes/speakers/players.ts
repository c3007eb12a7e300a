import type { Entity, EntityKind } from "../../entities/entity.ts";
import type { Steps } from "../../slices.ts";
import type { Unit } from "../../syntax/unit.ts";
import { callingOfName } from "./bodies.ts";
import { callingBefore, callingsAround } from "./callings.ts";
import type { Appearance, Cast } from "./cast.ts";
import { bodyClasses, isPlural, nounKind, singular, spelledOut } from "../../english/holders.ts";
import type { Calling, Referent } from "./referent.ts";
import type { Stage } from "./stage.ts";

/**
 * Everybody whom the document names, with everything that it calls them, before the first word is read.
 *
 * @returns one for each entity, `undefined` where its words are no name. Several may be one body. A step for each.
 */
export function* playersOf(
  text: string,
  cast: Cast,
  units: readonly Unit[],
  stage: Stage,
): Steps<(Referent | undefined)[]> {
  const callings = callingsByEntity(cast, units);
  const players: (Referent | undefined)[] = cast.entities.map(() => undefined);
  // The fullest names first, so that short forms find them.
  const order = cast.entities.map((_, index) => index).toSorted((a, b) => nameLength(cast, b) - nameLength(cast, a));
  for (const index of order) {
    yield;
    const entity = cast.entities[index];
    if (entity === undefined || isCommon(entity)) continue;
    const own = callings[index] ?? [];
    const kind = kindOfEntity(entity, own, cast.genders[index] !== null);
    const name = kind === "organisation" ? withoutNoun(entity.name) : withoutOffice(entity.name);
    const isPlace = kind === "place";
    const known = isPlace || (kind === "person" && name.includes(" ")) ? null : stage.bodies.find(name);
    const isShort = known !== null && (kind === "organisation" || cast.genders[index] === null);
    const referent = isShort
      ? known
      : stage.meet({
          kind: kind === "person" ? kind : "body",
          entity: index,
          name,
          isPlace,
          gender: cast.genders[index] ?? null,
          firstStart: entity.mentions[0]?.start ?? 0,
        });
    players[index] = referent;
    for (const calling of own) stage.call(referent, calling);
    if (kind === "organisation") takeBody(text, entity, referent, stage);
  }
  return players;
}

function takeBody(text: string, { name, mentions }: Entity, referent: Referent, stage: Stage): void {
  const calling = callingOfName(name);
  if (calling !== null) stage.call(referent, calling);
  stage.bodies.add(referent, referent.name);
  for (const { end } of mentions) {
    const acronym = /^ ?\((?:the )?((?:\p{Lu}\.?){2,})\)/u.exec(text.slice(end, end + 20))?.[1];
    if (acronym !== undefined) stage.bodies.addAcronym(referent, acronym);
  }
}

/** What the text calls each entity. Of a place, only what stands right before it: "In Burma, police say …". */
function callingsByEntity({ appearances, entities }: Cast, units: readonly Unit[]): Calling[][] {
  const callings: Calling[][] = entities.map(() => []);
  for (const { entity, unit, from, to } of appearances) {
    const words = units[unit]?.words ?? [];
    const own = entities[entity]?.kind === "place" ? [callingBefore(words, from)] : callingsAround(words, from, to);
    callings[entity]?.push(...own.filter((calling) => calling !== null));
  }
  return callings;
}

/** "U.S. Ambassador", "CM", "The Force": taken for a body, but no name. */
function isCommon({ kind, name }: Entity): boolean {
  if (kind !== "organisation" || name.includes(" of ")) return false;
  const words = name.toLowerCase().replace(/^the /, "").split(" ");
  if (isPlural(words.at(-1) ?? "")) return false;
  const last = singular(spelledOut(words.at(-1) ?? "").at(-1) ?? "");
  if (nounKind(last) === "person") return true;
  return words.length === 1 && last.length > 4 && nounKind(last) === "body" && !bodyClasses(last).has("masthead");
}

/** What the last word of a company's name is, and hardly a surname. */
const TRADE_WORD =
  /^(?:foods|motors|airways|airlines|industries|technologies|pharmaceuticals|holdings|systems|energy|corp|inc|ltd|plc|co|bank|university|ministry|agency|union|association|federation|council|party|news|club)\.?$/;

/**
 * What an entity is, as its name and the nouns that it is called by tell: "the airline X" is a body, whatever it was taken
 * for, and "the lawyer, X Y," is a person.
 */
function kindOfEntity({ kind, name }: Entity, callings: readonly Calling[], hasGender: boolean): EntityKind {
  const words = name.toLowerCase().split(" ");
  const heads = callings.flatMap(({ head }) => (head === null ? [] : [head]));
  const isCalledPerson = heads.some((head) => nounKind(head) === "person");
  if (kind === "organisation") {
    return isCalledPerson && words.length > 1 && callingOfName(name) === null ? "person" : kind;
  }
  if (hasGender) return kind;
  const isNamedBody = words.length > 1 && (TRADE_WORD.test(words.at(-1) ?? "") || isSort(words[0] ?? ""));
  return isNamedBody || (!isCalledPerson && heads.some(isSort)) ? "organisation" : kind;
}

/** Whether a noun is a body that bears a name of its own behind it. */
const isSort = (noun: string): boolean => {
  const classes = bodyClasses(noun);
  return classes.has("trade") || classes.has("media") || classes.has("association");
};

/** What a company is, and never a part of its name ("Drugmaker X", but "Radio X"). */
const TRADE =
  /^(?:\p{L}*maker|giant|firm|retailer|insurer|lender|brewer|carrier|airline|operator|miner|refiner|developer)$/iu;

/** "Drugmaker X" and "New York-based X" are X. */
function withoutNoun(full: string): string {
  const name = full.replace(/^.*-based\s+(?=\p{Lu})/u, "");
  const [first = "", ...rest] = name.split(" ");
  return TRADE.test(first) && /^\p{Lu}/u.test(rest[0] ?? "") ? rest.join(" ") : name;
}

/** "House Leader Tom Lane" is Tom Lane. */
function withoutOffice(name: string): string {
  const words = name.split(" ");
  const office = words.slice(0, -2).findLastIndex((word) => nounKind(word.toLowerCase()) === "person");
  return office < 0 ? name : words.slice(office + 1).join(" ");
}

const nameLength = ({ entities }: Cast, index: number): number => entities[index]?.name.length ?? 0;

/** Appearances by unit. */
export function byUnit(appearances: readonly Appearance[]): Map<number, Appearance[]> {
  const units = new Map<number, Appearance[]>();
  for (const appearance of appearances) {
    const own = units.get(appearance.unit);
    if (own === undefined) units.set(appearance.unit, [appearance]);
    else own.push(appearance);
  }
  return units;
}
