/** The attribute of a private frame's root element that has its key. */
export const KEY_ATTRIBUTE = "data-sourceline-frame";

/** The attribute of that element in which what is not saved yet lies, sealed. */
export const UNSAVED_ATTRIBUTE = "data-unsaved";
