import { Autolink, type BlockContext, type InlineContext, type Line, parser, Strikethrough } from "@lezer/markdown";
import type { Block, Inline } from "./markup.ts";
import { linkTarget, otherPlace, withoutTurns } from "./link.ts";

/** How deep blocks and emphasis may stand in each other; what is deeper is shown as it was typed. */
const DEPTH = 16;
/** The parser counts a list's item as deeper than the list. */
const PARSED_DEPTH = 2 * (DEPTH + 1);

/** How many signs in one paragraph may be markup. For each the parser may look through the rest of the paragraph. */
const MOST_SIGNS = 400;
const SIGNS: ReadonlySet<number> = new Set([..."*_~`[]!<"].map((sign) => sign.charCodeAt(0)));

/** Takes a line that stands too deep as it was typed: each level costs the parser a look at every line after it. */
function readDeepLine(cx: BlockContext, line: Line): boolean {
  if (cx.depth <= PARSED_DEPTH) return false;
  cx.addElement(cx.elt("Paragraph", cx.lineStart + line.pos, cx.lineStart + line.text.length));
  cx.nextLine();
  return true;
}

const signsIn = new WeakMap<InlineContext, number>();

const SPACE = 32;
const LINE_END = 10;

/**
 * Takes for text what looks like markup, once a paragraph has had enough of it, and runs of spaces as a whole: the
 * parser would look from each space for the line's end. -1 leaves a sign to the others.
 */
function readPlain(cx: InlineContext, next: number, pos: number): number {
  if (next === SPACE) {
    let end = pos + 1;
    while (cx.char(end) === SPACE) end += 1;
    return cx.char(end) === LINE_END ? -1 : end;
  }
  if (!SIGNS.has(next)) return -1;
  const signs = (signsIn.get(cx) ?? 0) + 1;
  signsIn.set(cx, signs);
  return signs > MOST_SIGNS ? pos + 1 : -1;
}

/**
 * Markdown's core, with struck-out text and bare links. Entities and references are not read, and HTML is only kept
 * apart from emphasis: all of it is text.
 */
const notes = parser.configure([
  Strikethrough,
  Autolink,
  { remove: ["HTMLBlock", "Entity", "LinkReference"] },
  {
    parseBlock: [{ name: "DeepLine", parse: readDeepLine, before: "IndentedCode" }],
    parseInline: [{ name: "Plain", parse: readPlain, before: "Escape" }],
  },
]);

type Tree = ReturnType<typeof notes.parse>;
type Node = Tree["topNode"];

/**
 * Reads a note as CommonMark, with two differences that suit notes: a line break that was typed is a line break, and an
 * image is a link to it, because loading it would tell its server that the note is read. Takes time in proportion to
 * the note's length, whatever is in it.
 */
export function parseMarkdown(note: string): readonly Block[] {
  return blocksIn(notes.parse(note).topNode, note, 0);
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

const asTyped = (node: Node, note: string): Block => ({
  kind: "paragraph",
  children: [{ kind: "text", text: note.slice(node.from, node.to) }],
});

function blocksIn(parent: Node, note: string, depth: number): Block[] {
  if (depth > DEPTH) return [asTyped(parent, note)];
  return childrenOf(parent).flatMap((node) => blockOf(node, note, depth));
}

function blockOf(node: Node, note: string, depth: number): Block[] {
  switch (node.name) {
    case "Paragraph":
      return [{ kind: "paragraph", children: tidied(inlinesIn(node, note, depth)) }];
    case "Blockquote":
      return [{ kind: "quote", children: blocksIn(node, note, depth + 1) }];
    case "BulletList":
      return [{ kind: "list", start: null, items: itemsIn(node, note, depth) }];
    case "OrderedList":
      return [
        { kind: "list", start: Number.parseInt(note.slice(node.from), 10) || 0, items: itemsIn(node, note, depth) },
      ];
    case "CodeBlock":
    case "FencedCode": {
      const lines = childrenOf(node).filter(({ name }) => name === "CodeText");
      return [{ kind: "code-block", text: lines.map(({ from, to }) => note.slice(from, to)).join("") }];
    }
    case "HorizontalRule":
      return [{ kind: "rule" }];
    case "QuoteMark":
    case "ListMark":
      return [];
    default:
      return /^(?:ATX|Setext)Heading\d$/.test(node.name)
        ? [{ kind: "heading", children: tidied(inlinesIn(node, note, depth)) }]
        : [asTyped(node, note)];
  }
}

function itemsIn(list: Node, note: string, depth: number): Block[][] {
  const items = childrenOf(list).filter(({ name }) => name === "ListItem");
  return depth >= DEPTH ? [[asTyped(list, note)]] : items.map((item) => blocksIn(item, note, depth + 1));
}

/** What is inside a node, from `from` to `to`: its children, and the plain text between them. */
function inlinesIn(parent: Node, note: string, depth: number, from = parent.from, to = parent.to): Inline[] {
  if (depth > DEPTH) return textOf(note.slice(from, to));
  const found: Inline[] = [];
  let end = from;
  for (const node of childrenOf(parent)) {
    if (node.from < from || node.to > to) continue;
    found.push(...textOf(note.slice(end, node.from)), ...inlineOf(node, note, depth + 1));
    end = node.to;
  }
  return [...found, ...textOf(note.slice(end, to))];
}

/** Plain text, with the line breaks that were typed. The white space around a break belongs to the markup. */
function textOf(text: string): Inline[] {
  return text
    .split(/(?<![^\S\n])[^\S\n]*\n[^\S\n]*/)
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: "break" } as const] : []),
      ...(line === "" ? [] : [{ kind: "text", text: line } as const]),
    ]);
}

function inlineOf(node: Node, note: string, depth: number): Inline[] {
  const source = note.slice(node.from, node.to);
  switch (node.name) {
    case "Emphasis":
      return [{ kind: "emphasis", children: inlinesIn(node, note, depth) }];
    case "StrongEmphasis":
      return [{ kind: "strong", children: inlinesIn(node, note, depth) }];
    case "Strikethrough":
      return [{ kind: "struck", children: inlinesIn(node, note, depth) }];
    case "InlineCode":
      return [{ kind: "code", text: codeIn(node, note) }];
    case "Escape":
      return [{ kind: "text", text: source.slice(1) }];
    case "HardBreak":
      return [{ kind: "break" }];
    case "Link":
    case "Image":
      return linkOf(node, note, depth);
    case "URL":
    case "Autolink":
      return bareLinkOf(source);
    case "EmphasisMark":
    case "StrikethroughMark":
    case "HeaderMark":
    case "QuoteMark":
      return [];
    default:
      return textOf(source);
  }
}

function codeIn(node: Node, note: string): string {
  const [open, close] = [node.firstChild, node.lastChild];
  const code = note.slice(open?.to ?? node.from, close?.from ?? node.to).replaceAll("\n", " ");
  // One space on both sides lets code begin with a backtick; it is not part of the code.
  return code.startsWith(" ") && code.endsWith(" ") && /[^ ]/.test(code) ? code.slice(1, -1) : code;
}

/**
 * `[text](address "title")` and `![text](address)`. Where there is no address that may be followed, it is text. Behind a
 * text that is the address of another place stands where the link leads.
 */
function linkOf(node: Node, note: string, depth: number): Inline[] {
  const parts = childrenOf(node);
  const url = parts.find(({ name }, index) => name === "URL" && parts[index - 1]?.name === "LinkMark" && index > 1);
  const [open, close] = parts.filter(({ name }) => name === "LinkMark");
  if (open === undefined || close === undefined) return textOf(note.slice(node.from, node.to));
  const href = url === undefined ? null : linkTarget(writtenAddress(note.slice(url.from, url.to)));
  if (href === null) return textOf(note.slice(node.from, node.to));
  const children = withoutLinks(inlinesIn(node, note, depth, open.to, close.from));
  const link: Inline = { kind: "link", href, children: isBlank(children) ? textOf(href) : children };
  const place = otherPlace(wordsIn(children), href);
  return place === null ? [link] : [link, ...textOf(` (${place})`)];
}

const wordsIn = (children: readonly Inline[]): string =>
  children
    .map((child) => ("children" in child ? wordsIn(child.children) : "text" in child ? child.text : " "))
    .join("");

const writtenAddress = (source: string): string =>
  source.replace(/^<(.*)>$/s, "$1").replace(/\\([!-/:-@[-`{-~])/g, "$1");

function bareLinkOf(source: string): Inline[] {
  const text = source.replace(/^<(.*)>$/s, "$1");
  const href = linkTarget(text);
  return href === null ? textOf(source) : [{ kind: "link", href, children: textOf(text) }];
}

const isBlank = (children: readonly Inline[]): boolean =>
  children.every((child) => child.kind === "break" || (child.kind === "text" && child.text.trim() === ""));

/** A link cannot stand in a link: an image or an address in the text of one is its text. Nor is its text turned around. */
function withoutLinks(children: readonly Inline[]): Inline[] {
  return children.flatMap((child) => {
    if (child.kind === "link") return withoutLinks(child.children);
    if (child.kind === "text") return textOf(withoutTurns(child.text));
    return "children" in child ? [{ ...child, children: withoutLinks(child.children) }] : [child];
  });
}

/** The white space around line breaks and at both ends belongs to the markup: it is taken away. */
function tidied(children: readonly Inline[]): Inline[] {
  const lines = children.flatMap((child, index): Inline[] => {
    if (child.kind !== "text") return [child];
    const [before, after] = [children[index - 1], children[index + 1]];
    const start = before === undefined || before.kind === "break" ? child.text.trimStart() : child.text;
    const text = after === undefined || after.kind === "break" ? start.trimEnd() : start;
    return text === "" ? [] : [{ kind: "text", text }];
  });
  const first = lines.findIndex(({ kind }) => kind !== "break");
  const last = lines.findLastIndex(({ kind }) => kind !== "break");
  return first < 0 ? [] : lines.slice(first, last + 1);
}
