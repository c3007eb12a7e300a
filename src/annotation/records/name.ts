/** What a name can stand for. `source`: somebody who is quoted and is none of the others. */
export const NAME_KINDS = ["person", "place", "organisation", "source"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Somebody or something that an article names. */
export interface Named {
  readonly kind: NameKind;
  /** The fullest form that stands in the article. */
  readonly name: string;
  /** Every other form that stands there. */
  readonly aliases: readonly string[];
}

/** The longest name that is stored, in UTF-16 code units. */
export const NAME_LIMIT = 300;

/**
 * What two articles' subjects have in common when they are taken for the same: the kind and the name. Papers write one
 * name with and without accents, stops and "the". Whether a source is an organisation is told too seldom to part them.
 */
export function nameKey(kind: NameKind, name: string): string {
  const folded = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\p{Pd}/gu, "-")
    .replace(/[\s.]+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/^the (?=.)/, "");
  return `${kind === "organisation" ? "source" : kind}:${folded}`;
}

/**
 * The keys under which a subject is found: of its name, and of its aliases. A person's single-word alias is a surname
 * that others share, so it finds nobody.
 */
export function nameKeys({ kind, name, aliases }: Named): string[] {
  const telling = kind === "person" ? aliases.filter((alias) => /\S\s+\S/.test(alias)) : aliases;
  return [...new Set([name, ...telling].map((form) => nameKey(kind, form)))];
}
