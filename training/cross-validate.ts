import { articleOfPlainText } from "../src/article/plain-text.ts";
import { decodeModel } from "../src/entities/tagging/model.ts";
import { recogniseEntities } from "../src/entities/recognise.ts";
import { segment } from "../src/text/segment.ts";
import { compareSpans, type Counts, NONE, sum } from "../tools/evaluate/spans.ts";
import type { GoldDocument } from "./corpus.ts";
import type { TrainingCorpus } from "./entities.ts";

/** What a fold leaves out of training: every n-th document of each corpus, or one corpus as a whole. */
export type HoldOut = "documents" | "corpora";

/** How many times documents are held out: each document once. */
const DOCUMENT_FOLDS = 3;

/** How people and places, together, were found in what a fold held out of one corpus. */
export interface FoldResult {
  readonly corpus: string;
  readonly counts: Counts;
}

/**
 * Trains once for each fold without what it holds out, and recognises that with the shipped code.
 *
 * @param train makes a model file from corpora.
 * @returns one result for each corpus and fold that held out any of it.
 */
export function* crossValidate(
  corpora: readonly TrainingCorpus[],
  holdOut: HoldOut,
  train: (corpora: readonly TrainingCorpus[]) => Uint8Array,
): Generator<FoldResult> {
  const folds = holdOut === "documents" ? DOCUMENT_FOLDS : corpora.length;
  for (let fold = 0; fold < folds; fold += 1) {
    const isHeldOut = (corpus: number, document: number): boolean =>
      holdOut === "documents" ? document % DOCUMENT_FOLDS === fold : corpus === fold;
    const part = (held: boolean): TrainingCorpus[] =>
      corpora.map((corpus, index) => ({
        ...corpus,
        documents: corpus.documents.filter((_, document) => isHeldOut(index, document) === held),
      }));
    const decoded = decodeModel(train(part(false)));
    if (!decoded.ok) throw new Error(decoded.error.message);
    for (const { name, documents } of part(true)) {
      if (documents.length === 0) continue;
      yield {
        corpus: name,
        counts: documents.map((document) => countNames(document, decoded.value)).reduce(sum, NONE),
      };
    }
  }
}

function countNames({ text, mentions }: GoldDocument, model: Parameters<typeof recogniseEntities>[1]): Counts {
  const entities = recogniseEntities(segment(articleOfPlainText(text)), model);
  const accepted = mentions.filter(({ kind }) => kind === "accepted");
  return (["person", "place"] as const)
    .map((kind) =>
      compareSpans(
        mentions.filter((mention) => mention.kind === kind),
        entities.filter((entity) => entity.kind === kind).flatMap((entity) => entity.mentions),
        accepted,
      ),
    )
    .reduce(sum, NONE);
}
