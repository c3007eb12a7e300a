import type { Article } from "./text/article.ts";
import type { Entity } from "./entities/entity.ts";
import type { EntityModel } from "./entities/tagging/model.ts";
import { recogniseSteps } from "./entities/recognise.ts";
import { finish, type Steps } from "./slices.ts";
import { isEnglish } from "./text/language.ts";
import { segmentSteps } from "./text/segment.ts";
import type { TaggerModel } from "./english/tagger/model.ts";
import { attributeSteps } from "./quotes/attribute.ts";
import type { Quotation, QuoteSource } from "./quotes/quotation.ts";

/** What was recognised in one article. All spans are offsets into the article's text. */
export interface Analysis {
  /** False where nothing was looked for, because the article is not in English. */
  readonly supported: boolean;
  /** In the order of their first mention. */
  readonly entities: readonly Entity[];
  /** In the order of their first statement. */
  readonly sources: readonly QuoteSource[];
  /** In the order of the text, an outer quotation before the ones in it. */
  readonly quotations: readonly Quotation[];
}

/** What `analyse` has learnt beforehand. */
export interface Models {
  readonly entities: EntityModel;
  /** Of the word classes that the rules for quotations read. */
  readonly words: TaggerModel;
}

const NOT_SUPPORTED: Analysis = { supported: false, entities: [], sources: [], quotations: [] };

/** Finds the people, places, organisations and quoted sources of an article: the one pipeline for page and command line. */
export function analyse(article: Article, models: Models): Analysis {
  return finish(analyseSteps(article, models));
}

/** The same as steps: others may have their turn in between, and what nobody waits for any more can be left undone. */
export function* analyseSteps(article: Article, models: Models): Steps<Analysis> {
  const document = yield* segmentSteps(article);
  if (!isEnglish(document, article.language)) return NOT_SUPPORTED;
  const entities = yield* recogniseSteps(document, models.entities);
  const said = yield* attributeSteps(document, entities, models.words);
  return { supported: true, ...said, entities: namedAsSources(entities, said.sources) };
}

/** Whoever speaks has one name everywhere, without the office before it: "House Leader Tom Lane" is Tom Lane. */
function namedAsSources(entities: readonly Entity[], sources: readonly QuoteSource[]): Entity[] {
  const names = new Map(sources.map(({ entity, name }) => [entity, name]));
  return entities.map((entity, index) => {
    const name = names.get(index) ?? entity.name;
    if (name === entity.name) return entity;
    const others = [...entity.aliases, entity.name].filter((alias) => alias !== name);
    return { ...entity, name, aliases: others.toSorted((a, b) => b.length - a.length) };
  });
}
