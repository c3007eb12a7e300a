import { fold } from "../text/fold.ts";
import type { Choice } from "./choices.ts";

/**
 * The choices that a typed text may mean, those that begin with it before those that have it elsewhere; all of them where
 * nothing is typed. Letters are compared without case and accents.
 */
export function completeName(typed: string, choices: readonly Choice[]): Choice[] {
  const wanted = fold(typed).trim().replace(/\s+/g, " ");
  const places = choices.map((choice) => ({ choice, at: ` ${fold(choice.name)}`.indexOf(wanted) }));
  return places
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => Number(a.at > 1) - Number(b.at > 1))
    .map(({ choice }) => choice);
}

/** The choice whose name was typed, however it is written, or `null`. */
export function namedExactly(typed: string, choices: readonly Choice[]): Choice | null {
  const wanted = fold(typed).trim().replace(/\s+/g, " ");
  return choices.find(({ name }) => fold(name) === wanted) ?? null;
}
