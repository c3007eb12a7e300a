/** One page to learn from. */
export interface Example {
  readonly features: Readonly<Record<string, number>>;
  readonly isArticle: boolean;
  /** Pages of one publisher are never in both halves of a fold: they share a template. */
  readonly publisher: string;
}

/** A linear model over named features: a page scores `bias + Σ weight · feature`. */
export interface LinearModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

const ROUNDS = 1500;
const RATE = 0.5;
const MOMENTUM = 0.9;
const PENALTY = 3;

/**
 * Fits a logistic regression with a quadratic penalty by gradient descent with momentum, on standardised features.
 * Nothing is drawn by chance, so the same examples give the same model.
 */
export function fitLogistic(examples: readonly Example[]): LinearModel {
  const names = Object.keys(examples[0]?.features ?? {});
  const scales = names.map((name) => scaleOf(examples.map(({ features }) => features[name] ?? 0)));
  const rows = examples.map(({ features }) =>
    Float64Array.from(
      names,
      (name, j) => ((features[name] ?? 0) - (scales[j]?.mean ?? 0)) / (scales[j]?.deviation ?? 1),
    ),
  );
  const weights = new Float64Array(names.length);
  const speeds = new Float64Array(names.length);
  let bias = 0;
  let biasSpeed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = weights.map((weight) => PENALTY * weight);
    let biasGradient = 0;
    for (const [i, row] of rows.entries()) {
      const error = probability(dot(weights, row) + bias) - Number(examples[i]?.isArticle);
      biasGradient += error;
      for (let j = 0; j < row.length; j += 1) gradient[j] = (gradient[j] ?? 0) + error * (row[j] ?? 0);
    }
    biasSpeed = MOMENTUM * biasSpeed - (RATE * biasGradient) / rows.length;
    bias += biasSpeed;
    for (let j = 0; j < weights.length; j += 1) {
      speeds[j] = MOMENTUM * (speeds[j] ?? 0) - (RATE * (gradient[j] ?? 0)) / rows.length;
      weights[j] = (weights[j] ?? 0) + (speeds[j] ?? 0);
    }
  }
  return unscaled(names, scales, weights, bias);
}

/** A page's score: above 0, an article is likelier than not. */
export function scoreOf(model: LinearModel, features: Readonly<Record<string, number>>): number {
  return Object.entries(model.weights).reduce(
    (sum, [name, weight]) => sum + weight * (features[name] ?? 0),
    model.bias,
  );
}

interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

function scaleOf(values: readonly number[]): Scale {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

/** The same model over features as they come. */
function unscaled(
  names: readonly string[],
  scales: readonly Scale[],
  weights: Float64Array,
  bias: number,
): LinearModel {
  const plain = names.map((_, j) => (weights[j] ?? 0) / (scales[j]?.deviation ?? 1));
  const shift = plain.reduce((sum, weight, j) => sum + weight * (scales[j]?.mean ?? 0), 0);
  return { bias: bias - shift, weights: Object.fromEntries(names.map((name, j) => [name, plain[j] ?? 0])) };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function probability(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
