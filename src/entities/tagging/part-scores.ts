import { type FeatureExtractor, type Part, PART_COUNT } from "./features.ts";
import { EDGE, type Lexeme } from "./lexeme.ts";
import type { LabelScores } from "./labels.ts";

/** Scores in a row: a little more than there are labels, so that a row stays within a cache's line. */
const ROW = 8;
const FIRST_ROWS = 4096;

/** Keeps the sums of scores of the features that depend on nothing but a word and its part: words come back. */
export class PartScores {
  readonly #scores: LabelScores;
  readonly #extractor: FeatureExtractor;
  /** By the lexeme's number: those of an emptied lexicon are used again, so the lexeme itself is compared. */
  readonly #lexemes: Lexeme[] = [];
  /** For each lexeme and part where its row begins, or 0 while it was not asked for. */
  #starts = new Int32Array(FIRST_ROWS);
  #rows = new Float32Array(FIRST_ROWS * ROW);
  #end = ROW;

  constructor(scores: LabelScores, extractor: FeatureExtractor) {
    this.#scores = scores;
    this.#extractor = extractor;
  }

  /** Adds to `emissions`, from `at` on, the scores of all words in their parts that the extractor has gathered. */
  addGathered(emissions: Float32Array, at: number): void {
    const { partWords, parts, partCount } = this.#extractor;
    let outside = 0;
    let beginPerson = 0;
    let inPerson = 0;
    let beginPlace = 0;
    let inPlace = 0;
    let beginOrganisation = 0;
    let inOrganisation = 0;
    for (let index = 0; index < partCount; index += 1) {
      const lexeme = partWords[index] as Lexeme;
      const part = parts[index] as Part;
      const known = this.#lexemes[lexeme.id] === lexeme ? (this.#starts[lexeme.id * PART_COUNT + part] as number) : 0;
      const row = known === 0 ? this.#makeRow(lexeme, part) : known;
      const rows = this.#rows;
      outside += rows[row] as number;
      beginPerson += rows[row + 1] as number;
      inPerson += rows[row + 2] as number;
      beginPlace += rows[row + 3] as number;
      inPlace += rows[row + 4] as number;
      beginOrganisation += rows[row + 5] as number;
      inOrganisation += rows[row + 6] as number;
    }
    emissions[at] = (emissions[at] as number) + outside;
    emissions[at + 1] = (emissions[at + 1] as number) + beginPerson;
    emissions[at + 2] = (emissions[at + 2] as number) + inPerson;
    emissions[at + 3] = (emissions[at + 3] as number) + beginPlace;
    emissions[at + 4] = (emissions[at + 4] as number) + inPlace;
    emissions[at + 5] = (emissions[at + 5] as number) + beginOrganisation;
    emissions[at + 6] = (emissions[at + 6] as number) + inOrganisation;
  }

  #makeRow(lexeme: Lexeme, part: Part): number {
    const { id } = lexeme;
    const other = this.#lexemes[id] ?? EDGE;
    if (other !== lexeme && other !== EDGE) this.#empty();
    // An array with gaps would be a slow one.
    while (this.#lexemes.length <= id) this.#lexemes.push(EDGE);
    this.#lexemes[id] = lexeme;
    const row = this.#end;
    this.#end += ROW;
    const starts = this.#starts;
    if ((id + 1) * PART_COUNT > starts.length) {
      this.#starts = new Int32Array(2 * (id + 1) * PART_COUNT);
      this.#starts.set(starts);
    }
    const rows = this.#rows;
    if (this.#end > rows.length) {
      this.#rows = new Float32Array(2 * rows.length);
      this.#rows.set(rows);
    }
    this.#starts[id * PART_COUNT + part] = row;
    this.#extractor.extractPart(lexeme, part);
    this.#scores.addScores(this.#extractor.features, this.#extractor.count, this.#rows, row);
    return row;
  }

  #empty(): void {
    this.#lexemes.fill(EDGE);
    this.#starts.fill(0);
    this.#rows.fill(0);
    this.#end = ROW;
  }
}
