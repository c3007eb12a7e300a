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
/**
 * Fits a logistic regression with a quadratic penalty by gradient descent with momentum, on standardised features.
 * Nothing is drawn by chance, so the same examples give the same model.
 */
export declare function fitLogistic(examples: readonly Example[]): LinearModel;
/** A page's score: above 0, an article is likelier than not. */
export declare function scoreOf(model: LinearModel, features: Readonly<Record<string, number>>): number;
