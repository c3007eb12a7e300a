/**
 * A page can give an element a name under which its document, or a form, hands out that element in the place of what the
 * browser has there: `<img name="body">`, `<input name="nextSibling">`. These ask the browser past all such names. What is
 * asked of a script's own `document` by that name is asked past them everywhere in scripts on pages: `build.mjs` sees to it.
 */

export const bodyOf = (document: Document): HTMLElement | null =>
  Reflect.get(Document.prototype, "body", document) as HTMLElement | null;

export const headOf = (document: Document): HTMLHeadElement | null =>
  Reflect.get(Document.prototype, "head", document) as HTMLHeadElement | null;

export const rootElementOf = (document: Document): HTMLElement =>
  Reflect.get(Document.prototype, "documentElement", document) as HTMLElement;

export const titleOf = (document: Document): string => Reflect.get(Document.prototype, "title", document) as string;

/** A node's neighbour in the tree: "firstChild", "nextSibling", "parentNode". */
export const neighbourOf = (node: Node, which: "firstChild" | "nextSibling" | "parentNode"): Node | null =>
  Reflect.get(Node.prototype, which, node) as Node | null;

export const parentOf = (node: Node): Element | null =>
  Reflect.get(Node.prototype, "parentElement", node) as Element | null;

export const isElement = (node: Node): node is Element =>
  Reflect.get(Node.prototype, "nodeType", node) === Node.ELEMENT_NODE;

/**
 * An element or a document to be asked only, and not to be handed on: what it gives is what the browser has of it, where a
 * form or a document gives what the page has called so.
 */
export function unnamed<Any extends object>(node: Any): Any {
  const kind = [Document, HTMLFormElement].find((each) => node instanceof each);
  if (kind === undefined) return node;
  return new Proxy(node, {
    get(asked, name) {
      const own: unknown = Reflect.get(kind.prototype, name, asked);
      return typeof own === "function" ? own.bind(asked) : own;
    },
  });
}
