/** Nothing: what the browser itself takes for having a content script on a page at all. */
export {};
