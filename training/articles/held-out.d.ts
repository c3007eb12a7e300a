import type { PageSignals } from "../../src/article/detection/signals.ts";
import type { Example } from "./logistic.ts";
/** A decision must be this much likelier than not: readers mind a wrong yes more than a wrong no. */
export declare const CAUTION = 1.25;
/** A page with the verdict of people on it. */
export interface Labelled {
    readonly url: string;
    readonly set: string;
    readonly kind: string;
    readonly isArticle: boolean;
}
/** What the decision reaches on publishers that its weights have not seen. */
export interface HeldOut {
    readonly precision: number;
    readonly recall: number;
    readonly news: {
        readonly found: number;
        readonly pages: number;
    };
    /** Pages that are no articles, by kind. */
    readonly others: ReadonlyMap<string, {
        readonly wrong: number;
        readonly pages: number;
    }>;
}
export declare function exampleOf(page: Labelled, signals: PageSignals): Example;
/** Decides on each page by weights fitted without its publisher's pages. */
export declare function heldOutFigures(pages: readonly (readonly [Labelled, Example])[]): HeldOut;
/** One line a figure, as trainer and evaluation print them. */
export declare function heldOutLines({ precision, recall, news, others }: HeldOut): readonly string[];
