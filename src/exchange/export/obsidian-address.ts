/**
 * The address at which Obsidian makes a note of what is on the clipboard, from its version 1.7.2 on. What stands in an
 * address itself is cut by some systems, without a word (https://help.obsidian.md/uri).
 *
 * @param name what the note is called, as `fileName` makes it.
 */
export const obsidianAddress = (name: string): string => `obsidian://new?name=${encodeURIComponent(name)}&clipboard`;
