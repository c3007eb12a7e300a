/** Elements that style may put in quotation marks: by their kind, or by a name that says so. */
const QUOTED = /^(?:Q|BLOCKQUOTE)$/;
const QUOTED_NAMES = /quot|zitat|cita/i;
const OPENED = /^["“„«‚‘»”']/;
const CLOSED = /[”»’]/;

/** The quotation marks that style draws before and after an element's text, or "" where it draws none or the text has its own. */
export function drawnMarks(element: Element): readonly [open: string, close: string] {
  if (!QUOTED.test(element.tagName) && !QUOTED_NAMES.test(element.className)) return NONE;
  const text = element.textContent.trim();
  if (OPENED.test(text)) return NONE;
  const [open, close] = [drawn(element, "::before"), drawn(element, "::after")];
  // A mark without its other half is an ornament.
  return open !== "" && (close !== "" || CLOSED.test(text)) ? [open, close] : NONE;
}

const NONE = ["", ""] as const;

function drawn(element: Element, side: "::before" | "::after"): string {
  const { content } = getComputedStyle(element, side);
  if (content === "open-quote") return "“";
  return content === "close-quote" ? "”" : (/^"([“„«»”‚‘’"'])"$/.exec(content)?.[1] ?? "");
}
