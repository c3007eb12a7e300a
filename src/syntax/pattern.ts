import { type Word, type WordRange, wordTest } from "./word.ts";

/** Where a piece of a sentence that begins at a word ends; -1 where none begins there. */
export type Piece = (words: readonly Word[], at: number) => number;

/** The stretches that a pattern captures; those of an alternative that was not taken are missing. */
export interface Captures {
  readonly cue?: WordRange;
  readonly source?: WordRange;
  readonly content?: WordRange;
}

/** Matches from one word on. */
export type Pattern = (words: readonly Word[], at: number) => Captures | null;

type Next = (at: number, captures: Captures) => Captures | null;
type Step = (words: readonly Word[], at: number, captures: Captures, next: Next) => Captures | null;

/** How many words a star takes at most: a pattern's work for one word has a limit. */
const MOST = 40;

const TOKEN = /[a-z]*:?\(|\)[?*]?|[^\s()]+/g;

/**
 * Compiles a pattern over words.
 *
 * - `that|#noun`: a word, by a test as `is` has it; `“`: a quoted word.
 * - `NP`: a piece by its name.
 * - `x?`, `x*`: perhaps, any number (at most 40); the longest first.
 * - `( a b | c )`: alternatives, the first that leads on.
 * - `cue:( … )`: captures what it matches.
 * - `^`, `$`: the first word, the end.
 *
 * @throws where the pattern is none.
 */
export function pattern(source: string, pieces: Readonly<Record<string, Piece>> = {}): Pattern {
  const tokens = source.match(TOKEN) ?? [];
  let position = 0;
  const alternatives = (): Step => {
    const choices: Step[] = [];
    let steps: Step[] = [];
    for (; position < tokens.length && !/^\)[?*]?$/.test(tokens[position] ?? ""); position += 1) {
      const token = tokens[position] ?? "";
      if (token === "|") {
        choices.push(sequence(steps));
        steps = [];
      } else if (token.endsWith("(")) {
        position += 1;
        const inner = alternatives();
        const close = tokens[position];
        if (close === undefined) throw new Error(`a bracket that nothing closes: ${source}`);
        const name = token.slice(0, -2);
        steps.push(quantified(name === "" ? inner : capture(name, inner), close.slice(1)));
      } else {
        const [, test = token, quantifier = ""] = /^(.+)([?*])$/.exec(token) ?? [];
        steps.push(quantified(single(test, pieces), quantifier));
      }
    }
    choices.push(sequence(steps));
    return choices.length === 1 ? sequence(steps) : firstOf(choices);
  };
  const whole = alternatives();
  if (position < tokens.length) throw new Error(`a bracket that nothing opens: ${source}`);
  return (words, at) => whole(words, at, {}, (_, captures) => captures);
}

/**
 * The test that the first word of a match must pass, as far as the pattern tells it at once; `null` where the pattern
 * begins with a choice, a piece or the start of the sentence.
 */
export function firstTest(source: string, pieces: Readonly<Record<string, Piece>> = {}): string | null {
  const first = source.match(TOKEN)?.find((token) => !/^[a-z]+:\($/.test(token)) ?? "(";
  return /^[(^]$|.[?*]$/.test(first) || pieces[first] !== undefined ? null : first;
}

function single(test: string, pieces: Readonly<Record<string, Piece>>): Step {
  if (test === "^") return (_, at, captures, next) => (at === 0 ? next(at, captures) : null);
  if (test === "$") return (words, at, captures, next) => (at === words.length ? next(at, captures) : null);
  const piece = pieces[test];
  if (piece !== undefined)
    return (words, at, captures, next) => {
      const end = piece(words, at);
      return end < 0 ? null : next(end, captures);
    };
  if (/^[A-Z-]+$/.test(test)) throw new Error(`unknown piece: ${test}`);
  const isWord = wordTest(test);
  return (words, at, captures, next) => {
    const word = words[at];
    return word !== undefined && isWord(word) ? next(at + 1, captures) : null;
  };
}

const sequence = (steps: readonly Step[]): Step =>
  steps.reduceRight<Step>(
    (rest, step) => (words, at, captures, next) =>
      step(words, at, captures, (to, taken) => rest(words, to, taken, next)),
    (_, at, captures, next) => next(at, captures),
  );

const firstOf =
  (choices: readonly Step[]): Step =>
  (words, at, captures, next) => {
    for (const choice of choices) {
      const found = choice(words, at, captures, next);
      if (found !== null) return found;
    }
    return null;
  };

const capture =
  (name: string, step: Step): Step =>
  (words, from, captures, next) =>
    step(words, from, captures, (to, taken) => next(to, { ...taken, [name]: { from, to } }));

function quantified(step: Step, quantifier: string): Step {
  if (quantifier === "") return step;
  const most = quantifier === "?" ? 1 : MOST;
  return (words, from, captures, next) => {
    const more = (at: number, taken: Captures, count: number): Captures | null =>
      (count < most ? step(words, at, taken, (to, inner) => (to > at ? more(to, inner, count + 1) : null)) : null) ??
      next(at, taken);
    return more(from, captures, 0);
  };
}

const known = new Map<string, Pattern>();

/** Whether a pattern without pieces of its own matches from a word on. */
export function matches(words: readonly Word[], at: number, source: string): boolean {
  let compiled = known.get(source);
  if (compiled === undefined) {
    compiled = pattern(source);
    known.set(source, compiled);
  }
  return compiled(words, at) !== null;
}
