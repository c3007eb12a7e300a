import type { Analysis } from "../analyse.ts";
import { ARTICLE_LIMITS } from "../annotation/records/kept-article.ts";
import { type Named, NAME_LIMIT } from "../annotation/records/name.ts";

/**
 * Everyone and everything that an article names, repeats and unnamed speakers included, as they are stored. Whoever
 * stays open ("he") is nobody that another article could name.
 */
export function namedIn({ entities, sources }: Analysis): Named[] {
  const others = sources
    .filter(({ entity, kind }) => entity === null && kind !== "open")
    .map(({ name }) => ({ kind: "source", name, aliases: [] }) as const);
  return [...entities, ...others]
    .filter(({ name }) => name.trim() !== "" && name.length <= NAME_LIMIT)
    .slice(0, ARTICLE_LIMITS.subjects)
    .map(asNamed);
}

/** A subject as it is stored and asked for, with no more aliases than that takes. */
export function asNamed({ kind, name, aliases }: Named): Named {
  return {
    kind,
    name,
    aliases: aliases.filter(({ length }) => length <= NAME_LIMIT).slice(0, ARTICLE_LIMITS.aliases),
  };
}
