import Mustache from "mustache";
import { type Result, success } from "../../result.ts";
import { escapeMarkdown } from "./escape.ts";

/** Templates in Mustache (mustache(5)): logic-less, so that one can do no harm. `{{…}}` puts in text, `{{{…}}}` Markdown. */

/** The names that a template may use, for whoever writes one. */
export const TEMPLATE_NAMES = {
  article: ["title", "byline", "outlet", "date", "published", "url", "site", "namesHeading", "hasNames"],
  highlights: ["text", "quote", "note", "tags", "tagged", "colour", "link", "block", "created"],
  names: ["name", "kind", "note", "tags", "tagged", "block", "created"],
} as const;

const KNOWN: ReadonlySet<string> = new Set([".", "highlights", "names", ...Object.values(TEMPLATE_NAMES).flat()]);

/** What is wrong with a template, and where. */
export interface TemplateProblem {
  readonly kind:
    /** It begins and does not end. */
    | "open-tag"
    | "open-section"
    /** The end of a section that has not begun there. */
    | "stray-end"
    /** Between `{{=` and `=}}` stand no two delimiters. */
    | "delimiters"
    /** A name that stands for nothing. Mustache would put nothing in its place. */
    | "unknown-name";
  /** The name of the section or of what is unknown; "" where there is none. */
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

/** What can be put into a template. */
export type View = { readonly [name: string]: string | boolean | readonly string[] | readonly View[] };

/** A template that can be filled in. */
export type Template = (view: View) => string;

/** Reads a template, or says what is wrong with it. */
export function readTemplate(template: string): Result<Template, TemplateProblem> {
  // One of its own: the library's keeps everything that was ever typed.
  const writer = new Mustache.Writer();
  let tokens: readonly Token[];
  try {
    tokens = writer.parse(template) as unknown as readonly Token[];
  } catch (error) {
    return { ok: false, error: problemOf(template, error instanceof Error ? error.message : "") };
  }
  const unknown = unknownName(tokens);
  if (unknown !== null) {
    return { ok: false, error: { kind: "unknown-name", name: unknown.name, line: lineOf(template, unknown.at) } };
  }
  const escape = (value: unknown): string => escapeMarkdown(String(value));
  return success((view) => writer.render(template, bare(view), undefined, { escape }));
}

/** A token of the library's: its kind, its value, where it begins and ends, and what stands in it. */
type Token = readonly [kind: string, value: string, start: number, end: number, inner?: readonly Token[] | string];

/** The first name that stands for nothing. Of a list or text, its length may be asked. */
function unknownName(tokens: readonly Token[]): { readonly name: string; readonly at: number } | null {
  for (const [kind, name, at, , inner] of tokens) {
    if (["text", "!", "="].includes(kind)) continue;
    if (!KNOWN.has(name.replace(/\.length$/, "")) || kind === ">") return { name, at };
    const found = Array.isArray(inner) ? unknownName(inner as readonly Token[]) : null;
    if (found !== null) return found;
  }
  return null;
}

/** What the library's messages say (mustache.js 4.2). */
function problemOf(template: string, said: string): TemplateProblem {
  const [, name = "", place] = /(?:"(.*)" )?at (\d+)$/s.exec(said) ?? [];
  const at = Number(place ?? 0);
  if (said.startsWith("Unopened section")) return { kind: "stray-end", name, line: lineOf(template, at) };
  if (said.startsWith("Unclosed section")) {
    return { kind: "open-section", name, line: lineOf(template, lastBeginning(template, name, at)) };
  }
  if (said.startsWith("Invalid tags: ")) {
    const delimiters = said.slice("Invalid tags: ".length);
    return { kind: "delimiters", name: "", line: lineOf(template, Math.max(0, template.indexOf(delimiters))) };
  }
  // It is told where the text ends; what has no end begins before.
  return { kind: "open-tag", name: "", line: lineOf(template, Math.max(0, template.lastIndexOf("{{", at))) };
}

/** Where the section of a name last begins before a place; that place where no such beginning is found. */
function lastBeginning(template: string, name: string, before: number): number {
  let found = before;
  for (const { 1: inner, index } of template.slice(0, before).matchAll(/\{\{[#^]([^{}]*)\}\}/g)) {
    if (inner?.trim() === name) found = index;
  }
  return found;
}

const lineOf = (template: string, at: number): number => template.slice(0, at).split("\n").length;

/**
 * A view without anything but its own: a name in a template finds no method of the language's. Where a whole list is put
 * in as text, that is what stands in it; an object has none.
 */
function bare(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const isList = Array.isArray(value);
  const text = isList && value.every((one) => typeof one === "string") ? value.join(", ") : "";
  const made = isList
    ? value.map(bare)
    : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bare(one)]));
  Object.setPrototypeOf(made, null);
  return Object.defineProperty(made, Symbol.toPrimitive, { value: () => text });
}
