import { bodyClasses, nounKind, singular } from "../../english/holders.ts";
import type { Calling, Referent } from "./referent.ts";

/** How many bodies that share a word are compared with a name. */
const COMPARED = 20;

/** The bodies of a document by their names, short forms and initials. */
export class BodyNames {
  readonly #byWord = new Map<string, Referent[]>();
  readonly #byInitials = new Map<string, Referent>();
  readonly #words = new Map<Referent, readonly string[]>();

  /** Takes in a body under its name, or under one more name. */
  add(referent: Referent, name: string): void {
    const words = wordsOf(name);
    if ((this.#words.get(referent)?.length ?? 0) < words.length) this.#words.set(referent, words);
    for (const word of new Set(words)) {
      const others = this.#byWord.get(word) ?? [];
      if (!others.includes(referent)) this.#byWord.set(word, [...others.slice(-COMPARED), referent]);
    }
    for (const initials of initialsOf(name))
      if (!this.#byInitials.has(initials)) this.#byInitials.set(initials, referent);
  }

  /** Notes an acronym that the text itself gives: "the National Bureau of Harbours (NBH)". */
  addAcronym(referent: Referent, acronym: string): void {
    this.#byInitials.set(acronym.toLowerCase().replaceAll(".", ""), referent);
  }

  /** The body that a name means: its full name, its acronym, or a part of either that means no other; else `null`. */
  find(name: string): Referent | null {
    const words = wordsOf(name);
    const [first] = words;
    if (first === undefined) return null;
    const near = (this.#byWord.get(first) ?? []).filter((body) => this.#words.has(body));
    const same = near.find((body) => this.#words.get(body)?.join(" ") === words.join(" "));
    if (same !== undefined) return same;
    if (words.length === 1 && /^(?:\p{Lu}\.?){2,}$/u.test(name.trim())) {
      const known = this.#byInitials.get(first.replaceAll(".", ""));
      if (known !== undefined) return known;
    }
    if (words.every((word) => bodyClasses(singular(word)).size > 0)) return null;
    const longer = near.filter((body) => isPart(words, this.#words.get(body) ?? []));
    if (longer.length === 1) return longer[0] ?? null;
    const initials = initialsOf(name);
    const short = initials.map((letters) => this.#byInitials.get(letters)).find((body) => body !== undefined);
    if (short !== undefined && words.length > 1) return short;
    // "Veltrona Corp." after "Veltrona"
    if (!TRADE_FORM.test(words.at(-1) ?? "")) return null;
    const bare = words.slice(0, -1).join(" ");
    return near.find((body) => this.#words.get(body)?.join(" ") === bare) ?? null;
  }
}

const TRADE_FORM = /^(?:corp|inc|ltd|plc|co|gmbh|llc|group|holdings)$/;

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/['’]s?(?=\s|$)/g, "")
    .replace(/^the\s+/, "")
    .split(/[^\p{L}\p{N}.&-]+/u)
    .map((word) => word.replace(/^[.-]+|[.-]+$/g, ""))
    .filter((word) => word !== "");

/**
 * Whether a name is another one's short form: its end ("Red Cross"), its first word ("Veltrona"), or what stands before
 * "of" ("Supreme Court"). "United Nations" is not short for an agency of theirs.
 */
const isPart = (part: readonly string[], whole: readonly string[]): boolean => {
  if (part.length >= whole.length) return false;
  const isEnd = part.every((word, at) => word === whole[whole.length - part.length + at]);
  const isBeginning = part.every((word, at) => word === whole[at]);
  return isEnd || (isBeginning && (part.length === 1 || /^(?:of|for|in)$/.test(whole[part.length] ?? "")));
};

/** The letters by which a name of several words may be written short, with and without its small words. */
function initialsOf(name: string): string[] {
  const words = name
    .replace(/^the\s+/i, "")
    .split(/[\s-]+/)
    .filter((word) => /^\p{L}/u.test(word));
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  if (capitals.length < 2) return [];
  const letters = (list: readonly string[]): string => list.map((word) => word.charAt(0).toLowerCase()).join("");
  return [...new Set([letters(capitals), letters(words)])];
}

/** What a body's own name calls it: "the health ministry of Valdoria" is a ministry. */
export function callingOfName(name: string): Calling | null {
  const nouns = new Set<string>();
  const words = new Set<string>();
  const names = new Set<string>();
  for (const word of name.split(/[^\p{L}\p{N}.&-]+/u)) {
    const lower = word.toLowerCase();
    const noun = singular(lower.replace(/\.$/, ""));
    if (nounKind(noun) === "body") nouns.add(noun);
    else if (word !== "") {
      words.add(lower);
      if (/^\p{Lu}/u.test(word)) names.add(lower);
    }
  }
  return nouns.size === 0 ? null : { nouns, head: null, words, names };
}
