import { TextMapBuilder, type TextMap } from "./text-map.ts";

/** Elements whose text is no text of the page: code, form fields, replaced content and its fallbacks. */
const LEFT_OUT = new Set(
  (
    "script style noscript template textarea select option datalist iframe object embed canvas audio video svg math " +
    "head title meter progress"
  ).split(" "),
);

/** Elements that begin and end a line whatever their style, so that a page gives one text before and after it loads. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body br caption dd details dialog div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td " +
    "tfoot th thead tr ul"
  ).split(" "),
);

const INLINE = /^(inline|contents|ruby)/;

/**
 * The text of a whole page as a reader sees it, in the order of the document: what is hidden, code and form fields left
 * out, block elements on lines of their own, open shadow roots in place of their hosts. What stands in a closed
 * `<details>` belongs to the text, since one click shows it. The page is only read.
 *
 * @param root the element to read, where that is not the whole page.
 * @param except elements that are left out with all that they hold.
 */
export function readPageText(
  document: Document,
  root: Element | null = document.body,
  except: ReadonlySet<Element> = NONE,
): TextMap {
  const builder = new TextMapBuilder();
  if (root !== null) readElement(root, builder, except);
  return builder.build();
}

const NONE: ReadonlySet<Element> = new Set();

function readElement(element: Element, builder: TextMapBuilder, except: ReadonlySet<Element>): void {
  const name = element.localName;
  if (LEFT_OUT.has(name) || except.has(element)) return;
  const style = getComputedStyle(element);
  const { display } = style;
  if (display === "none") return;
  const breaksLine = BLOCKS.has(name) || !INLINE.test(display);
  if (breaksLine) builder.breakLine();
  // A hidden element may have visible descendants.
  readNodes(childrenOf(element), style.visibility === "visible", builder, except);
  if (breaksLine) builder.breakLine();
}

/** The nodes that are shown inside an element: its shadow tree, what is put into its slot, or its children. */
function childrenOf(element: Element): Iterable<Node> {
  if (element.shadowRoot !== null) return element.shadowRoot.childNodes;
  if (element.localName === "slot") {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return element.childNodes;
}

function readNodes(
  nodes: Iterable<Node>,
  isVisible: boolean,
  builder: TextMapBuilder,
  except: ReadonlySet<Element>,
): void {
  for (const node of nodes) {
    if (node.nodeType === Node.ELEMENT_NODE) readElement(node as Element, builder, except);
    else if (node.nodeType === Node.TEXT_NODE && isVisible) builder.append(node as Text);
  }
}
