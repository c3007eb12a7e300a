import { type Profiler, Session } from "node:inspector";

/**
 * Counts the steps of a piece of work: how much of the project's code was run, as the engine's own coverage has it, and
 * how many letters or items the engine's own functions were given to go through. Unlike time, that is the same at every
 * run and on every machine. What a single match of a regular expression costs is counted as one pass over its text; the
 * benchmark `linear` sees whether it is more.
 */
export interface StepCounter {
  count(work: () => unknown): number;
  close(): void;
}

/** The program that runs: all of the project's code in it is bundled into one file. */
const OWN = import.meta.url;

/** A letter that the engine goes through counts as much as a short line of code. */
const WEIGHT = 20;

type Method = (this: { readonly length: number }, ...given: never[]) => unknown;

/** What goes through all that it is called on, whatever it finds. */
const WHOLE: readonly (readonly [object, readonly string[]])[] = [
  [String.prototype, ["includes", "toLowerCase", "toUpperCase", "normalize", "trim", "split", "lastIndexOf"]],
  [Array.prototype, ["includes", "indexOf", "join", "concat", "toSorted", "toReversed", "flat"]],
];

/** Starts to count. Functions that have run before are counted as one block each. */
export function startCounting(): StepCounter {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  let given = 0;
  let isCounting = false;
  const restore: (() => void)[] = [];
  const wrap = (holder: object, name: string, costOf: (self: never, result: unknown, start: number) => number) => {
    const original = Reflect.get(holder, name) as Method;
    const wrapped: Method = function (...values) {
      if (!isCounting) return original.apply(this, values);
      const start = this instanceof RegExp ? this.lastIndex : Number(values[1] ?? 0);
      const result = original.apply(this, values);
      given += costOf((this instanceof RegExp ? [this, values[0]] : this) as never, result, start);
      return result;
    };
    Object.defineProperty(holder, name, { value: wrapped, configurable: true, writable: true });
    restore.push(() => Object.defineProperty(holder, name, { value: original, configurable: true, writable: true }));
  };
  for (const [holder, names] of WHOLE) {
    for (const name of names) wrap(holder, name, ({ length }: { length: number }) => length);
  }
  wrap(Array.prototype, "slice", (_self, copy) => (copy as readonly unknown[]).length);
  wrap(String.prototype, "indexOf", ({ length }: { length: number }, found, start) =>
    Math.max(1, (found === -1 ? length : (found as number)) - start),
  );
  wrap(RegExp.prototype, "exec", ([pattern, text]: [RegExp, string], match, start) => {
    const from = pattern.global || pattern.sticky ? start : 0;
    if (match !== null) {
      const { index, 0: words } = match as RegExpExecArray;
      return index + words.length - from + 1;
    }
    return pattern.sticky || pattern.source.startsWith("^") ? 1 : Math.max(1, String(text).length - from);
  });
  return {
    count(work) {
      codeRun(session);
      given = 0;
      isCounting = true;
      try {
        work();
      } finally {
        isCounting = false;
      }
      return WEIGHT * given + codeRun(session);
    },
    close() {
      for (const undo of restore) undo();
      session.disconnect();
    },
  };
}

/** How much of the project's own code was run since the last call, in letters: of each block as often as it was run. */
function codeRun(session: Session): number {
  let letters = 0;
  session.post("Profiler.takePreciseCoverage", (error, taken) => {
    if (error !== null) throw new Error(error.message);
    for (const { url, functions } of taken.result) {
      if (url !== OWN) continue;
      for (const { ranges } of functions) letters += lettersRun(ranges);
    }
  });
  return letters;
}

/**
 * Blocks come before the ones in them, and those that were run as often as the block around them are left out. So each
 * counts with what it has beside its inner ones, and the sum does not depend on which are left out.
 */
function lettersRun(ranges: readonly Profiler.CoverageRange[]): number {
  let letters = 0;
  const around: Profiler.CoverageRange[] = [];
  for (const range of ranges) {
    while ((around.at(-1)?.endOffset ?? Infinity) <= range.startOffset) around.pop();
    letters += (range.endOffset - range.startOffset) * (range.count - (around.at(-1)?.count ?? 0));
    around.push(range);
  }
  return letters;
}
