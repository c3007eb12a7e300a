import { headOf, isElement, unnamed } from "../page/unnamed.ts";
import { holdsNode } from "./tree.ts";

/** What has become of a page's text. */
export type ChangeKind =
  /** Text was added, taken away or rewritten. */
  | "text"
  /** Something changed its looks, and may have shown or hidden text. */
  | "look";

export interface TextWatch {
  /**
   * Sets what is watched closely: what gives the elements that hold what was read, and the shadow trees that it stands
   * in, which an observer of the document does not see. Elsewhere only much new text counts.
   */
  focus(holders: () => readonly Element[], shadowTrees: Iterable<ShadowRoot>): void;
  stop(): void;
}

/** Attributes by which pages show and hide text, and those by which they change what they state in their head. */
const ATTRIBUTES = ["class", "style", "hidden", "open", "aria-hidden", "content", "href"];
/** Elements whose text nobody reads. */
const NO_TEXT = /^(?:script|style|noscript|template|svg|iframe|link|meta|img|picture|video|audio|canvas)$/i;
/** Elements of the head that state something about the page. */
const STATEMENTS = /^(?:title|meta|link|script)$/i;
/** So much text outside what was read may be another story, in letters. */
const MUCH_TEXT = 300;
/** A page that changes more at once than this has changed for good: there is no use in looking at each record. */
const MAX_RECORDS = 500;

/**
 * Watches a document for changes of text, and only looks: nothing is read again here. Cheap on purpose, since pages
 * change all the time: advertisements, clocks and animations beside the text are passed over.
 */
export function watchText(document: Document, onChange: (kind: ChangeKind) => void): TextWatch {
  let holders: () => readonly Element[] = () => [];
  let focused: readonly Element[] = [];
  const watched = new WeakSet<ShadowRoot>();
  const options: MutationObserverInit = {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  };

  const isInside = (node: Node): boolean => focused.some((element) => holdsNode(element, node));
  const isAround = (node: Node): boolean => focused.some((element) => Node.prototype.contains.call(node, element));

  const kindOf = (record: MutationRecord): ChangeKind | null => {
    const { target, type } = record;
    if (headOf(document)?.contains(target)) return isStatement(record) ? "text" : null;
    if (type === "attributes") {
      if (record.attributeName === "content" || record.attributeName === "href") return null;
      return isAround(target) || isInside(target) || lettersIn(target) >= MUCH_TEXT ? "look" : null;
    }
    const least = isInside(target) ? 1 : MUCH_TEXT;
    if (type === "characterData")
      return least === 1 && !NO_TEXT.test(target.parentNode?.nodeName ?? "") ? "text" : null;
    const changed = [...record.addedNodes, ...record.removedNodes];
    return changed.some((node) => lettersIn(node) >= least) ? "text" : null;
  };

  const observer = new MutationObserver((records) => {
    focused = holders();
    let kind: ChangeKind | null = focused.some((element) => !unnamed(element).isConnected) ? "text" : null;
    let last: Node | null = null;
    if (records.length > MAX_RECORDS) kind = "text";
    for (const record of records) {
      if (kind === "text") break;
      // One element is often changed many times at once.
      if (record.type === "attributes" && record.target === last) continue;
      last = record.type === "attributes" ? record.target : null;
      kind = kindOf(record) ?? kind;
    }
    if (kind !== null) onChange(kind);
  });
  observer.observe(document, options);

  return {
    focus(elements, shadowTrees) {
      holders = elements;
      for (const tree of shadowTrees) {
        if (watched.has(tree)) continue;
        watched.add(tree);
        observer.observe(tree, options);
      }
    },
    stop: () => observer.disconnect(),
  };
}

function isStatement({ target, type, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type !== "childList")
    return STATEMENTS.test(target.nodeName) || STATEMENTS.test(target.parentNode?.nodeName ?? "");
  if (target.nodeName !== "HEAD") return target.nodeName === "TITLE";
  return [...addedNodes, ...removedNodes].some(
    (node) =>
      STATEMENTS.test(node.nodeName) &&
      (node.nodeName !== "SCRIPT" || /ld\+json/i.test((node as Element).getAttribute("type") ?? "")) &&
      (node.nodeName !== "LINK" || /canonical/i.test((node as Element).getAttribute("rel") ?? "")),
  );
}

/** The letters of a node's text, white space at its ends aside. */
function lettersIn(node: Node): number {
  if (!isElement(node)) return node.nodeType === Node.TEXT_NODE ? (node.textContent?.trim().length ?? 0) : 0;
  const { nodeName, textContent, shadowRoot } = unnamed(node);
  if (NO_TEXT.test(nodeName)) return 0;
  return textContent.trim().length || (shadowRoot?.textContent.trim().length ?? 0);
}
