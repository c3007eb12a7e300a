/** The longest quote that stands in a link as a whole, in words; of a longer one the first and the last words do. */
const WHOLE = 10;
const ENDS = 5;

/**
 * An address that leads to words on their page, in browsers that know text fragments (WICG, Scroll to Text Fragment).
 * Where no word is left of the quote, the address itself.
 *
 * @param address of the page; a fragment of its own stays.
 */
export function passageLink(address: string, quote: string): string {
  const words = quote.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return address;
  const pieces =
    words.length <= WHOLE ? [words.join(" ")] : [words.slice(0, ENDS).join(" "), words.slice(-ENDS).join(" ")];
  const directive = `:~:text=${pieces.map(encode).join(",")}`;
  const [page = "", ownDirective] = address.split(":~:", 2);
  const base = ownDirective === undefined ? address : page.replace(/#$/, "");
  return base.includes("#") ? `${base}${directive}` : `${base}#${directive}`;
}

/** What the directive's own signs are must be written otherwise: `-`, `,` and `&`. Halves of surrogate pairs are left out. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "")).replace(
    /[-'()!*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
