import type { Steps } from "../../slices.ts";
import { addRoles, type Evidence, gatherEvidence, rolesOf } from "./evidence.ts";
import { FeatureExtractor } from "./features.ts";
import { LABEL_COUNT, type LabelScores } from "./labels.ts";
import { PartScores } from "./part-scores.ts";
import { SecondPassExtractor } from "./second-pass.ts";
import { capitalisedRun, type Run, type TaggableSentence } from "./taggable.ts";
import { decodeIsland } from "./viterbi.ts";

/** What the first pass makes of a sentence. */
export interface FirstPass {
  /** For each token one score a label. */
  readonly emissions: Float32Array;
  /** The role of each token under the best labels: see `rolesOf`. */
  readonly roles: Uint8Array;
}

/** Labels the tokens of whole documents. Holds its working memory: make one and keep it. */
export class Tagger {
  readonly #scores: LabelScores;
  readonly #extractor = new FeatureExtractor();
  readonly #secondExtractor = new SecondPassExtractor();
  readonly #partScores: PartScores;
  constructor(scores: LabelScores) {
    this.#scores = scores;
    this.#partScores = new PartScores(scores, this.#extractor);
  }

  /**
   * Labels a document in two passes: the second adds to the scores of the first what that made of the same words
   * elsewhere. Gives one array of labels for each sentence, after two steps for each.
   */
  *tag(sentences: readonly TaggableSentence[]): Steps<Uint8Array[]> {
    const evidence = gatherEvidence(sentences);
    const [first, second] = this.#scores.transitions;
    const length = sentences.reduce((total, { lexemes }) => total + lexemes.length, 0);
    const labels = new Uint8Array(length);
    // Of its own for each document: another may be tagged between two steps of this one.
    const emissions = new Float32Array(length * LABEL_COUNT);
    let from = 0;
    for (const sentence of sentences) {
      this.#addFirstPass(sentence, evidence, emissions, from);
      decodeSentence(sentence, emissions, first, labels, from);
      from += sentence.lexemes.length;
      yield;
    }
    const roles = rolesOf(labels);
    from = 0;
    for (const sentence of sentences) {
      addRoles(evidence, sentence, roles, from);
      from += sentence.lexemes.length;
    }
    const tagged: Uint8Array[] = [];
    from = 0;
    for (const sentence of sentences) {
      this.#addSecondPass(sentence, evidence, roles, emissions, from);
      decodeSentence(sentence, emissions, second, labels, from);
      const end = from + sentence.lexemes.length;
      tagged.push(labels.subarray(from, end));
      from = end;
      yield;
    }
    return tagged;
  }

  /** The first pass over one sentence. */
  firstPass(sentence: TaggableSentence, evidence: Evidence): FirstPass {
    const { length } = sentence.lexemes;
    const emissions = new Float32Array(length * LABEL_COUNT);
    const labels = new Uint8Array(length);
    this.#addFirstPass(sentence, evidence, emissions, 0);
    decodeSentence(sentence, emissions, this.#scores.transitions[0], labels, 0);
    return { emissions, roles: rolesOf(labels) };
  }

  /** Adds the scores of a sentence whose first token is the document's token `from`. */
  #addFirstPass(sentence: TaggableSentence, evidence: Evidence, emissions: Float32Array, from: number): void {
    const { candidates, lexemes } = sentence;
    const extractor = this.#extractor;
    let run: Run | null = null;
    for (let at = 0; at < candidates.length; at += 1) {
      if (candidates[at] === 0) continue;
      run = runAround(sentence, at, run);
      const base = (from + at) * LABEL_COUNT;
      extractor.gatherParts(sentence, at, evidence);
      this.#partScores.addGathered(emissions, base);
      extractor.extractOwn(sentence, at, evidence, lexemes[at]?.hasUpper === true ? run : null);
      this.#scores.addScores(extractor.features, extractor.count, emissions, base);
    }
  }

  #addSecondPass(
    sentence: TaggableSentence,
    evidence: Evidence,
    roles: Uint8Array,
    emissions: Float32Array,
    from: number,
  ): void {
    const { candidates, lexemes } = sentence;
    const extractor = this.#secondExtractor;
    let run: Run | null = null;
    for (let at = 0; at < candidates.length; at += 1) {
      if (candidates[at] === 0) continue;
      run = runAround(sentence, at, run);
      extractor.extract(sentence, at, evidence, roles[from + at] ?? 0, lexemes[at]?.hasUpper === true ? run : null);
      this.#scores.addScores(extractor.features, extractor.count, emissions, (from + at) * LABEL_COUNT);
    }
  }
}

/** The run of capitalised words around a token, or the one before it: a long run is looked for once, not at each token. */
function runAround(sentence: TaggableSentence, at: number, run: Run | null): Run | null {
  if (run !== null && at <= run.last) return run;
  return sentence.lexemes[at]?.hasUpper === true ? capitalisedRun(sentence, at) : run;
}

/** Decodes each island of candidates; all between them is outside. `from` is the document's token that comes first. */
function decodeSentence(
  { candidates }: TaggableSentence,
  emissions: Float32Array,
  transitions: Float32Array,
  labels: Uint8Array,
  from: number,
): void {
  for (let first = 0; first < candidates.length; first += 1) {
    if (candidates[first] === 0) continue;
    let end = first + 1;
    while (end < candidates.length && candidates[end] === 1) end += 1;
    decodeIsland(emissions, transitions, from + first, from + end, labels);
    first = end;
  }
}
