import * as fc from "fast-check";
import { isValidElement, type VNode } from "preact";
import { expect, test } from "vitest";
import { parseMarkdown } from "../../../../src/markup/markdown.ts";
import { renderMarkup } from "../../../../extension/ui/notes/markup.tsx";

/** Every element that a note may show, with the attributes that it may have. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  p: ["class", "dir"],
  br: [],
  hr: [],
  em: [],
  strong: [],
  s: [],
  code: [],
  pre: [],
  blockquote: ["dir"],
  ul: ["dir"],
  ol: ["start", "dir"],
  li: [],
  a: ["href", "title", "target", "rel"],
};

/** Checks a rendered tree, element by element, and gives its text. */
function check(node: unknown): string {
  if (Array.isArray(node)) return node.map(check).join("");
  if (typeof node === "string") return node;
  expect(isValidElement(node)).toBe(true);
  const { type, props, ref } = node as VNode<Record<string, unknown>>;
  const { children, ...attributes } = props;
  expect(Object.keys(ALLOWED)).toContain(type);
  expect(ALLOWED[type as string]).toEqual(expect.arrayContaining(Object.keys(attributes)));
  expect(ref ?? null).toBeNull();
  if (type === "a") {
    expect(attributes["href"]).toMatch(/^(?:https?:\/\/[^/\s]|mailto:[^/\s])[^\s\\]*$/i);
    expect(["http:", "https:", "mailto:"]).toContain(
      new URL(String(attributes["href"]), "https://base.example").protocol,
    );
    expect(attributes).toMatchObject({ target: "_blank", rel: "noopener noreferrer", title: attributes["href"] });
  }
  expect(["auto", undefined]).toContain(attributes["dir"]);
  if (type === "p") expect(["heading", undefined]).toContain(attributes["class"]);
  if (type === "ol") expect(Number.isSafeInteger(attributes["start"])).toBe(true);
  return check(children ?? []);
}

const render = (note: string): string => check(renderMarkup(parseMarkdown(note)));

/** What Markdown and HTML are made of, so that random notes hold much of both. */
const PIECES = [
  ..."*_~`#>-+=|[]()!<>&;:/\\\"'\n\t 01",
  "\n\n",
  "    ",
  "```",
  "http://a.example",
  "https:",
  "mailto:",
  "www.a.example",
  "javascript:",
  "data:text/html,",
  "![x](",
  "[x](",
  "](",
  "<a href=",
  "<script>",
  "</script>",
  "<img src=x onerror=y>",
  "<!--",
  "-->",
  "&lt;",
  "onclick=",
  "a@b.example",
  "1. ",
  "- ",
  "> ",
  "\u0000",
  "\u202E",
  "word",
];

// Two thousand notes take a busy machine longer than a test usually may.
test("whatever is in a note, only known elements with known attributes are shown", { timeout: 60_000 }, () => {
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 200 })), (note) => {
      render(note);
    }),
    { numRuns: 2_000 },
  );
});

test("every kind of element is among what the property sees", () => {
  const note = "# a\n\n> *b* **c** ~~d~~\n> e `f`\n\n- g\n\n3. h\n\n---\n\n```\ni\n```\n\n<https://j.example>";
  const seen = new Set<unknown>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) walk(child);
    if (!isValidElement(node)) return;
    seen.add(node.type);
    walk((node.props as { children?: unknown }).children);
  };
  walk(renderMarkup(parseMarkdown(note)));
  expect([...seen].toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
});

test("HTML is shown as the text that it is", () => {
  const html = `<img src=x onerror=alert(1)> <b>bold</b>`;
  expect(render(html)).toBe(html);
});

test("a link says where it leads and tells nobody where it was followed", () => {
  expect(render("[the letter](https://post.example/letter)")).toBe("the letter");
});
