import type { Calling, Presence, Referent } from "./referent.ts";
import { BodyNames } from "./bodies.ts";

/** How far back a pronoun or a general word reaches: in units, and in places where somebody is named. */
export const REACH = { units: 7, presences: 60 } as const;
/** How many who are called alike are compared with a description, and how many callings of one are kept. */
const COMPARED = 20;

/** What is known of somebody new; what is left out is not known. */
type Met = Pick<Referent, "kind" | "name" | "firstStart"> & Partial<Referent>;

/** Who is on stage while a text is read from its beginning to its end, and what the whole text says of them. */
export class Stage {
  readonly bodies = new BodyNames();
  readonly #presences: Presence[] = [];
  readonly #byNoun = new Map<string, Referent[]>();
  /** Whoever said the last statement, and in which unit. */
  last: { readonly referent: Referent; readonly unit: number } | null = null;

  /** Somebody new. */
  meet(met: Met, callings: readonly Calling[] = []): Referent {
    const unknown = { entity: null, isSure: true, isPlace: false, gender: null, hasSpoken: false, lastUnit: -1 };
    const referent: Referent = { ...unknown, ...met, callings: [] };
    for (const calling of callings) this.call(referent, calling);
    return referent;
  }

  /** Notes one more way in which the text calls somebody. */
  call(referent: Referent, calling: Calling): void {
    if (referent.callings.length >= COMPARED) return;
    referent.callings.push(calling);
    for (const noun of calling.nouns) {
      const others = this.#byNoun.get(noun);
      if (others === undefined) this.#byNoun.set(noun, [referent]);
      else if (others.at(-1) !== referent) others.push(referent);
    }
  }

  enter(presence: Presence): void {
    this.#presences.push(presence);
    presence.referent.lastUnit = presence.unit;
  }

  /** Those on stage within reach, the latest first. */
  recent(unit: number): Presence[] {
    const near = this.#presences.slice(-REACH.presences);
    return near.filter((presence) => unit - presence.unit <= REACH.units).toReversed();
  }

  /** Those whom the text calls by a noun anywhere: the first few and the last. */
  called(noun: string): readonly Referent[] {
    const all = this.#byNoun.get(noun) ?? [];
    return all.length <= COMPARED ? all : [...all.slice(0, COMPARED / 2), ...all.slice(-COMPARED / 2)];
  }
}
