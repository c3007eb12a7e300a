import { fitLogistic, scoreOf } from "./logistic.ts";
import type { Example } from "./logistic.ts";

const FOLDS = 10;

/** For each example, whether a model that never saw its publisher takes it for an article. */
export function crossValidate(examples: readonly Example[], caution: number): readonly boolean[] {
  const folds = examples.map(({ publisher }) => foldOf(publisher));
  const verdicts: boolean[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = fitLogistic(examples.filter((_, i) => folds[i] !== fold));
    for (const [i, example] of examples.entries()) {
      if (folds[i] === fold) verdicts[i] = scoreOf(model, example.features) > caution;
    }
  }
  return verdicts;
}

/** FNV-1a: spreads publishers evenly, and always the same way. */
function foldOf(publisher: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const character of publisher) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01_00_01_93);
  }
  return (hash >>> 0) % FOLDS;
}
