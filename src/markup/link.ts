/** What is not seen, and what turns letters around: an address with one of these does not read as what it is. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/**
 * The address of a link in a note, or `null` where it leads anywhere but to the web or a mailbox. A bare host or mail
 * address, as the text may have it without brackets, is completed.
 */
export function linkTarget(written: string): string | null {
  // Browsers drop white space and control characters from an address: what is checked must be what is opened.
  if (/[\s\p{Cc}\\]/u.test(written) || UNSEEN.test(written)) return null;
  // "https://bank.example@evil.example/" names whom it does not lead to.
  if (/^https?:\/\/[^/?#]*@/i.test(written)) return null;
  if (/^(?:https?:\/\/[^/]|mailto:[^/])/i.test(written)) return written;
  if (/^www\./i.test(written)) return `https://${written}`;
  if (/^[^:/?#@]+@(?=[^:/?#@]+$).[^.]*\../.test(written)) return `mailto:${written}`;
  return null;
}

/** Something that reads like an address: with a scheme, or a host with a dot, at its beginning. */
const ADDRESS = /^\s*(?:https?:\/\/|www\.)?([^\s/?#:@]+\.[^\s/?#:@.]{2,})(?:[/?#:]|\s*$)/i;

/**
 * Where a link leads, where its text is the address of another place: "bank.example" for a link to evil.example. `null`
 * where the text is none, or the link leads there.
 */
export function otherPlace(text: string, href: string): string | null {
  const named = ADDRESS.exec(text.replace(new RegExp(UNSEEN, "g"), ""))?.[1];
  if (named === undefined || !/^https?:/i.test(href) || !URL.canParse(href)) return null;
  const { host, hostname } = new URL(href);
  const plain = (name: string): string => name.toLowerCase().replace(/^www\./, "");
  const spelt = URL.canParse(`https://${named}`) ? new URL(`https://${named}`).hostname : named;
  return plain(spelt) === plain(hostname) ? null : host;
}

/** A text whose letters stand in the order in which they are written. */
export function withoutTurns(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}
