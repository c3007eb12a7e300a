/** The attribute of the element on the page that holds the overlay. It opens nothing to who knows it. */
export const HOST = "data-sourceline-overlay";
