import type { Example } from "./logistic.ts";
/** For each example, whether a model that never saw its publisher takes it for an article. */
export declare function crossValidate(examples: readonly Example[], caution: number): readonly boolean[];
