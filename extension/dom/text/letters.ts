/** The first letters of a text node. A browser may copy all that it hands out, and a page may have put any number there. */
export const lettersOf = (node: CharacterData, letters: number): string => node.substringData(0, letters);
