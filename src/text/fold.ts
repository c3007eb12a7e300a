/** Lower case, without accents: how a reader expects words to be compared. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A text's letters and digits as lower-case words, to tell whether two lines say the same. */
export function comparable(text: string): string {
  return (
    text
      .replace(/\u00ad/g, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");
}

/** A text on one line: white space neither around it nor doubled in it. */
export function withSingleSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
