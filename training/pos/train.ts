import { randomNumbers, shuffle } from "../random.ts";
import { silver, type SilverSentence } from "./silver.ts";
import { bestClass } from "../../src/english/tagger/features.ts";
import { CLASSES, encodeTaggerModel } from "../../src/english/tagger/model.ts";
import { closedTag } from "../../src/english/tagger/tags.ts";
import { walkSentence } from "../../src/english/tagger/walk.ts";

const ROWS = 2 ** 15;
const SIZE = ROWS * CLASSES.length;
const EPOCHS = 4;
const ORDERS = [1, 2, 3, 4, 5, 6];
/** One sentence in twenty is held out, to see how well the student follows the teacher. */
const HELD_OUT = 20;

interface Averaged {
  readonly weights: Float64Array;
  readonly totals: Float64Array;
  readonly stamps: Int32Array;
}

function adjust(model: Averaged, index: number, by: number, now: number): void {
  model.totals[index] = (model.totals[index] ?? 0) + (now - (model.stamps[index] ?? 0)) * (model.weights[index] ?? 0);
  model.stamps[index] = now;
  model.weights[index] = (model.weights[index] ?? 0) + by;
}

/** Runs over a sentence; `visit` is called for each token that the teacher classified. */
function run(
  { tokens, classes }: SilverSentence,
  weights: Float64Array,
  visit: (rows: Int32Array, guess: number, gold: number) => void,
): void {
  const walk = walkSentence(tokens, ROWS, closedTag);
  let step = walk.next();
  while (step.done !== true) {
    const { at, rows } = step.value;
    const guess = bestClass(weights, rows);
    const gold = classes[at] ?? -1;
    if (gold >= 0) visit(rows, guess, gold);
    step = walk.next(CLASSES[guess] ?? "noun");
  }
}

/** The weights that sentences teach in one order out of many. */
function learn(sentences: SilverSentence[], order: number, log: (message: string) => void): Float64Array {
  const model: Averaged = {
    weights: new Float64Array(SIZE),
    totals: new Float64Array(SIZE),
    stamps: new Int32Array(SIZE),
  };
  const random = randomNumbers(order);
  let now = 0;
  for (let epoch = 1; epoch <= EPOCHS; epoch += 1) {
    shuffle(sentences, random);
    let wrong = 0;
    for (const sentence of sentences) {
      run(sentence, model.weights, (rows, guess, gold) => {
        now += 1;
        if (guess === gold) return;
        wrong += 1;
        for (const row of rows) {
          adjust(model, row * CLASSES.length + gold, 1, now);
          adjust(model, row * CLASSES.length + guess, -1, now);
        }
      });
    }
    log(`order ${order}, epoch ${epoch}: ${wrong} corrections`);
  }
  for (let at = 0; at < SIZE; at += 1) adjust(model, at, 0, now);
  return model.totals.map((total) => total / now);
}

/**
 * An averaged perceptron (Collins 2002) that learns the teacher's tags, several times in another order: what the orders
 * agree on is the mean of their weights.
 *
 * @param texts open news text, one sentence a line.
 * @returns the model file; the same texts give the same bytes.
 */
export function trainTagger(texts: readonly string[], log: (message: string) => void): Uint8Array {
  const sentences = texts.flatMap((text) => text.split("\n").map(silver));
  log(`${sentences.length} sentences tagged by the teacher`);
  const train = sentences.filter((_, at) => at % HELD_OUT !== 0);
  const learnt = ORDERS.map((order) => learn([...train], order, log));
  const averaged = new Float64Array(SIZE).map(
    (_, at) => learnt.reduce((sum, weights) => sum + (weights[at] ?? 0), 0) / learnt.length,
  );
  const largest = averaged.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = 127 / Math.min(largest, 24);
  const weights = Int8Array.from(averaged, (value) => Math.max(-127, Math.min(127, Math.round(value * scale))));
  let right = 0;
  let seen = 0;
  const rounded = Float64Array.from(weights);
  for (const sentence of sentences.filter((_, at) => at % HELD_OUT === 0)) {
    run(sentence, rounded, (_, guess, gold) => {
      seen += 1;
      if (guess === gold) right += 1;
    });
  }
  log(`agrees with the teacher on ${((100 * right) / seen).toFixed(2)}% of ${seen} held-out words`);
  return encodeTaggerModel({ rows: ROWS, weights });
}
