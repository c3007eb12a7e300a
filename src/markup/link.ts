/**
 * The address of a link in a note, or `null` where it leads anywhere but to the web or a mailbox. A bare host or mail
 * address, as the text may have it without brackets, is completed.
 */
export function linkTarget(written: string): string | null {
  // Browsers drop white space and control characters from an address: what is checked must be what is opened.
  if (/[\s\p{Cc}\\]/u.test(written)) return null;
  if (/^(?:https?:\/\/[^/]|mailto:[^/])/i.test(written)) return written;
  if (/^www\./i.test(written)) return `https://${written}`;
  if (/^[^:/?#@]+@(?=[^:/?#@]+$).[^.]*\../.test(written)) return `mailto:${written}`;
  return null;
}
