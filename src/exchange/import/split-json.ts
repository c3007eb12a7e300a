import { isBlank, watchValue } from "./watch-value.ts";

/** A list or an object that is opened: its values are taken one by one. */
interface Level {
  readonly path: string;
  readonly isList: boolean;
}

/** What may stand next. */
type Next = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "nothing";

/** The most letters of one value that is wanted: far more than of any of ours. */
const LARGEST = 20_000_000;

/** How a text of JSON is taken apart. A path is the keys that lead to a value, with dots between them. */
export interface JsonCuts {
  /** Whether the values of the list or object there are taken one by one. The whole of the text is: its path is empty. */
  readonly opens: (path: string) => boolean;
  /** How much of a value there may be held, in UTF-16 code units: one that is longer is passed over. Without a bound, it is damage. */
  readonly limit: (path: string) => number | null;
  /** Hears of each value that is not opened. @param isOne whether it is one of the list that the path leads to. */
  readonly found: (path: string, value: unknown, isOne: boolean) => void;
}

/** Takes JSON apart that is handed over piece by piece. */
export interface JsonSplitter {
  /** Takes the next piece. Gives whether all is well; what is not is never mended. */
  readonly write: (text: string) => boolean;
  /** Called once, after the last piece. Gives whether the text was whole. */
  readonly end: () => boolean;
}

/**
 * Finds where the values of large JSON end and parses them one by one with the browser's own parser, so that memory is
 * bounded by the largest, whatever the file.
 */
export function splitJson({ opens, limit, found }: JsonCuts): JsonSplitter {
  const levels: Level[] = [];
  let next: Next = "value";
  /** The path of the value that comes next. */
  let path = "";
  let isWell = true;
  /** The value, or key, that is under way: what watches it, and what has come of it. */
  let watch: ReturnType<typeof watchValue> | null = null;
  let parts: string[] = [];
  let held = 0;
  let isPassedOver = false;

  const isValueNext = (): boolean => next === "value" || next === "value-or-end";
  const isKeyNext = (): boolean => next === "key" || next === "key-or-end";

  const behindValue = (): void => {
    next = levels.length === 0 ? "nothing" : "comma-or-end";
  };

  /** Takes what has been watched to its end. */
  const take = (): void => {
    const text = parts.length === 1 ? (parts[0] ?? "") : parts.join("");
    [watch, parts, held] = [null, [], 0];
    if (isKeyNext()) {
      const key = JSON.parse(text) as unknown;
      if (typeof key !== "string") throw new SyntaxError("a key is no text");
      const above = levels.at(-1)?.path ?? "";
      path = above === "" ? key : `${above}.${key}`;
      next = "colon";
      return;
    }
    if (!isPassedOver) found(path, JSON.parse(text), levels.at(-1)?.isList === true);
    isPassedOver = false;
    behindValue();
  };

  /** Holds a piece of what is under way. Gives whether that is not too much. */
  const hold = (piece: string): boolean => {
    if (isPassedOver) return true;
    held += piece.length;
    if (isValueNext() && held > (limit(path) ?? LARGEST)) {
      isPassedOver = limit(path) !== null;
      parts = [];
      return isPassedOver;
    }
    parts.push(piece);
    return true;
  };

  const close = (isList: boolean): boolean => {
    const mayEnd = next === "comma-or-end" || next === (isList ? "value-or-end" : "key-or-end");
    if (!mayEnd || levels.at(-1)?.isList !== isList) return false;
    levels.pop();
    behindValue();
    return true;
  };

  /** Takes one sign of what is opened. Gives whether it may stand there. */
  const step = (sign: string): boolean => {
    if (sign === "]" || sign === "}") return close(sign === "]");
    if (sign === "," && next === "comma-or-end") {
      const { isList, path: above } = levels.at(-1) as Level;
      next = isList ? "value" : "key";
      path = above;
      return true;
    }
    if (sign === ":" && next === "colon") {
      next = "value";
      return true;
    }
    return false;
  };

  /** Opens what begins with a sign, where that is wanted. */
  const enter = (sign: string): boolean => {
    if ((sign !== "[" && sign !== "{") || levels.at(-1)?.isList === true || !opens(path)) return false;
    levels.push({ path, isList: sign === "[" });
    next = sign === "[" ? "value-or-end" : "key-or-end";
    return true;
  };

  const read = (text: string): boolean => {
    let at = 0;
    while (at < text.length) {
      if (watch === null) {
        if (isBlank(text, at)) {
          at += 1;
          continue;
        }
        const sign = text.charAt(at);
        const isStart = !"]},:".includes(sign);
        if (isStart && isValueNext() && enter(sign)) {
          at += 1;
          continue;
        }
        if (!isStart || !(isValueNext() || (isKeyNext() && sign === '"'))) {
          if (!step(sign)) return false;
          at += 1;
          continue;
        }
        watch = watchValue();
      }
      const end = watch(text, at);
      if (end === "too-much" || !hold(text.slice(at, end ?? text.length))) return false;
      if (end === null) return true;
      at = end;
      take();
    }
    return true;
  };

  const guarded = (work: () => boolean): boolean => {
    try {
      isWell &&= work();
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      isWell = false;
    }
    return isWell;
  };

  return {
    write: (text) => guarded(() => read(text)),
    end: () =>
      guarded(() => {
        // A number by itself ends with its text.
        if (watch !== null && levels.length === 0) take();
        return next === "nothing";
      }),
  };
}
