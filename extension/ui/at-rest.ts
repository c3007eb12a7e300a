/** How long what is seen first may take to be drawn, in milliseconds. */
const FIRST_DRAWN = 500;

/** Waits until what a page of ours shows first has been drawn: what is seen later, or never, takes no time from that. */
export const atRest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, FIRST_DRAWN));
