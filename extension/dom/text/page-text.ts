import type { Steps } from "../../../src/slices.ts";
import { bodyOf, isElement, unnamed } from "../page/unnamed.ts";
import { NODES_A_STEP, shownNodes, type ShownNodes, steadily } from "./shown-nodes.ts";
import { TextMapBuilder, type TextMap } from "./text-map.ts";

/** Elements whose text is no text of the page: code, form fields, replaced content and its fallbacks. */
const LEFT_OUT = new Set(
  (
    "script style noscript template textarea select option datalist iframe object embed canvas audio video math " +
    "head title meter progress defs desc metadata symbol"
  ).split(" "),
);

/** Elements that begin and end a line whatever their style, so that a page gives one text before and after it loads. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body br caption dd details dialog div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td " +
    "text tfoot th thead tr ul"
  ).split(" "),
);

const INLINE = /^(inline|contents|ruby)/;

/**
 * The text of a whole page as a user sees it, in the order of the document: what is hidden, code and form fields left
 * out, block elements on lines of their own, open shadow roots in place of their hosts. What stands in a closed
 * `<details>` belongs to the text, since one click shows it. The page is only read.
 *
 * @param root the element to read, where that is not the whole page.
 * @param except elements that are left out with all that they hold.
 */
export function* readPageText(
  document: Document,
  root: Element | null = bodyOf(document),
  except: ReadonlySet<Element> = NONE,
): Steps<TextMap> {
  return root === null ? new TextMapBuilder().build() : yield* steadily(() => readElement(root, except));
}

const NONE: ReadonlySet<Element> = new Set();

/** An element that is being read. */
interface OpenElement {
  readonly nodes: ShownNodes;
  readonly breaksLine: boolean;
  /** A hidden element may have visible descendants. */
  readonly isVisible: boolean;
}

function* readElement(root: Element, except: ReadonlySet<Element>): Steps<TextMap | null> {
  const builder = new TextMapBuilder();
  const open: OpenElement[] = [];
  const enter = (element: Element): void => {
    const { localName: name } = unnamed(element);
    if (LEFT_OUT.has(name) || except.has(element)) return;
    // An icon without words stands in a line; a drawing with words breaks it.
    if (name === "svg" && element.querySelector("text") === null) return;
    const style = getComputedStyle(element);
    const { display } = style;
    if (display === "none") return;
    const breaksLine = BLOCKS.has(name) || !INLINE.test(display);
    if (breaksLine) builder.breakLine();
    open.push({ nodes: shownNodes(element), breaksLine, isVisible: style.visibility === "visible" });
  };

  enter(root);
  for (let count = 1; ; count += 1) {
    const current = open.at(-1);
    if (current === undefined) return builder.build();
    // Asked of the element that is read on, not of all around it: a page may put any number into one another.
    if (current.nodes.isLost()) return null;
    const node = current.nodes.next();
    if (node === null) {
      if (current.breaksLine) builder.breakLine();
      open.pop();
    } else if (isElement(node)) {
      enter(node);
    } else if (node.nodeType === Node.TEXT_NODE && current.isVisible) {
      builder.append(node as Text);
    }
    if (count % NODES_A_STEP === 0) yield;
  }
}
