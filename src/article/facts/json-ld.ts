import { decodeCharacterReferences } from "./character-references.ts";

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** Deeper values are dropped, so that a hostile page can't exhaust the stack. */
const MAX_DEPTH = 60;

/**
 * The values of one JSON-LD block, as web pages really write them. Well-formed blocks go through `JSON.parse`; one in
 * forty doesn't pass there, and is read leniently: comments and CDATA marks are skipped, control characters and unknown
 * escapes in strings kept, missing and surplus commas forgiven, several values in a row all returned, and a block whose
 * quotation marks are character references is decoded first. What can't be understood is left out; nothing throws.
 */
export function parseJsonLd(source: string): readonly JsonValue[] {
  const strict = parseStrictly(source);
  if (strict !== undefined) return [strict];
  const encoded = source.includes("&quot;") && !source.includes('"');
  if (encoded) return parseJsonLd(decodeCharacterReferences(source));
  return parseLeniently(source.slice(0, LENIENT_LIMIT)).filter(isObjectOrArray);
}

/** So much of a broken block is read, in UTF-16 code units: it takes many times as long as a whole one. */
const LENIENT_LIMIT = 200_000;

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isObjectOrArray(value: JsonValue): boolean {
  return typeof value === "object" && value !== null;
}

function parseStrictly(source: string): JsonValue | undefined {
  try {
    return JSON.parse(source) as JsonValue;
  } catch {
    return undefined;
  }
}

/** White space, the marks of HTML comments and CDATA sections, stray separators, and what begins a comment. */
const FILLER = /[\s\ufeff;]+|<!--|-->|<!\[CDATA\[|\]\]>|\/\*|\/\//y;
const BARE_WORD = /[^\s,:[\]{}"']+/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const LITERALS: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ["null", null],
  ["true", true],
  ["false", false],
]);

/** What a word without quotation marks means: a number, a literal, or, leniently, itself. */
function valueOfWord(word: string): JsonValue {
  if (NUMBER.test(word)) return Number(word);
  const literal = LITERALS.get(word);
  return literal === undefined ? word : literal;
}

function parseLeniently(text: string): readonly JsonValue[] {
  let at = 0;

  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  };

  /** False once a comment has been met that nothing ends: none after it has an end either. */
  let commentsEnd = true;

  /** Moves behind a comment that begins before `at`; one that nothing ends is none. */
  const skipComment = (opening: string): boolean => {
    if (opening === "//") {
      const lineEnd = text.indexOf("\n", at);
      at = lineEnd < 0 ? text.length : lineEnd;
      return true;
    }
    const end = commentsEnd ? text.indexOf("*/", at) : -1;
    commentsEnd = end >= 0;
    at = end < 0 ? at - opening.length : end + 2;
    return commentsEnd;
  };

  const peek = (): string => {
    for (;;) {
      const filler = skip(FILLER);
      const isComment = filler === "//" || filler === "/*";
      if (filler === "" || (isComment && !skipComment(filler))) return text.charAt(at);
    }
  };

  const readString = (): string => {
    const quote = text.charAt(at);
    const pieces: string[] = [];
    // What stands for itself is taken in one piece.
    let from = at + 1;
    for (at += 1; at < text.length; at += 1) {
      const character = text.charAt(at);
      if (character === "\\") {
        pieces.push(text.slice(from, at));
        at += 1;
        pieces.push(readEscape());
        from = at + 1;
      } else if (character === quote && endsString(text, at + 1)) {
        break;
      }
    }
    pieces.push(text.slice(from, at));
    at += 1;
    return pieces.join("");
  };

  const readEscape = (): string => {
    const character = text.charAt(at);
    const known = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" }[character];
    if (known !== undefined) return known;
    if (character !== "u") return character;
    const code = Number.parseInt(text.slice(at + 1, at + 5), 16);
    if (Number.isNaN(code)) return character;
    at += 4;
    return String.fromCharCode(code);
  };

  const readObject = (depth: number): JsonObject => {
    const object: Record<string, JsonValue> = Object.create(null) as Record<string, JsonValue>;
    at += 1;
    for (let next = peek(); next !== "" && next !== "}"; next = peek()) {
      if (next === "," || next === ":") {
        at += 1;
        continue;
      }
      if (next === "]") break;
      const key = next === '"' || next === "'" ? readString() : skip(BARE_WORD);
      if (key === "" && next !== '"' && next !== "'") {
        at += 1;
        continue;
      }
      if (peek() !== ":") continue;
      at += 1;
      const value = readValue(depth + 1);
      if (value !== undefined) object[key] = value;
    }
    if (text.charAt(at) === "}") at += 1;
    return object;
  };

  const readArray = (depth: number): JsonValue[] => {
    const array: JsonValue[] = [];
    at += 1;
    for (let next = peek(); next !== "" && next !== "]"; next = peek()) {
      if (next === "}") break;
      const value = next === "," || next === ":" ? undefined : readValue(depth + 1);
      if (value === undefined) at += next === "," || next === ":" ? 1 : 0;
      else array.push(value);
    }
    if (text.charAt(at) === "]") at += 1;
    return array;
  };

  /** Undefined where no value begins. Always moves on, except before a closing bracket or a comma. */
  const readValue = (depth: number): JsonValue | undefined => {
    const next = peek();
    if (next === "{" || next === "[") {
      if (depth > MAX_DEPTH) {
        at = text.length;
        return undefined;
      }
      return next === "{" ? readObject(depth) : readArray(depth);
    }
    if (next === '"' || next === "'") return readString();
    const word = skip(BARE_WORD);
    if (word === "") return undefined;
    return valueOfWord(word);
  };

  const values: JsonValue[] = [];
  while (peek() !== "") {
    const before = at;
    const value = readValue(0);
    if (value !== undefined) values.push(value);
    if (at === before) at += 1;
  }
  return values;
}

/** What follows a string's closing quotation mark: unescaped ones stand inside headlines, too. */
const AFTER_STRING = /[^\S\n]*(?:$|\n|[:}\]]|\/[/*]|,\s*(?:["',{}[\]\d-]|true|false|null|\/[/*]|$))/y;

function endsString(text: string, at: number): boolean {
  AFTER_STRING.lastIndex = at;
  return AFTER_STRING.test(text);
}
