/** Where in the extension's storage the detector, which wakes nobody, finds the hosts on which the reader has marks. */
export const MARKED_SITES = "markedSites";
