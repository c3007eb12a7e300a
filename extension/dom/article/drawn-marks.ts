import { unnamed } from "../page/unnamed.ts";

/** Elements that style may put in quotation marks: by their kind, or by a name that says so. */
const QUOTED = /^(?:Q|BLOCKQUOTE)$/;
const QUOTED_NAMES = /quot|zitat|cita/i;
const OPENED = /^["“„«‚‘»”']/;
const CLOSED = /[”»’]/;

/** The quotation marks that style draws before and after an element's text, or "" where it draws none or the text has its own. */
export function drawnMarks(element: Element): readonly [open: string, close: string] {
  const { tagName, className } = unnamed(element);
  if (!QUOTED.test(tagName) && !QUOTED_NAMES.test(className)) return NONE;
  const [open, close] = [drawn(element, "::before"), drawn(element, "::after")];
  // Asked last: elements may stand in one another, each with all the text of the next.
  if (open === "") return NONE;
  const text = unnamed(element).textContent.trim();
  if (OPENED.test(text)) return NONE;
  // A mark without its other half is an ornament.
  return close !== "" || CLOSED.test(text) ? [open, close] : NONE;
}

const NONE = ["", ""] as const;

function drawn(element: Element, side: "::before" | "::after"): string {
  const { content } = getComputedStyle(element, side);
  if (content === "open-quote") return "“";
  return content === "close-quote" ? "”" : (/^"([“„«»”‚‘’"'])"$/.exec(content)?.[1] ?? "");
}
