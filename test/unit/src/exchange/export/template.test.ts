import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { obsidian, TEMPLATE } from "../../../../../src/exchange/export/markdown.ts";
import { readTemplate, TEMPLATE_NAMES } from "../../../../../src/exchange/export/template.ts";
import { articleExports, exportContext } from "../arbitraries.ts";

describe("what is wrong with a template is told with its place", () => {
  test.each([
    ["# {{title}}\n\n{{#highlights}}\n{{{quote}}}\n", { kind: "open-section", name: "highlights", line: 3 }],
    ["{{#highlights}}\n{{#note}}\n{{note}}\n{{/highlights}}", { kind: "open-section", name: "note", line: 2 }],
    ["# {{title}}\n{{/names}}", { kind: "stray-end", name: "names", line: 2 }],
    ["# {{title}}\n\nby {{byline\nand more\n", { kind: "open-tag", name: "", line: 3 }],
    ["# {{title}}\n{{{url}}", { kind: "open-tag", name: "", line: 2 }],
    ["# {{title}}\n{{=<%=}}", { kind: "delimiters", name: "", line: 2 }],
    ["# {{title}}\n\n{{auther}}", { kind: "unknown-name", name: "auther", line: 3 }],
    ["{{#highlights}}\n{{qoute}}\n{{/highlights}}", { kind: "unknown-name", name: "qoute", line: 2 }],
    ["{{> other}}", { kind: "unknown-name", name: "other", line: 1 }],
    ["{{=<% %>=}}\n<%#names%>\n<%nmae%>\n<%/names%>", { kind: "unknown-name", name: "nmae", line: 3 }],
  ])("%j", (template, problem) => {
    expect(readTemplate(template)).toEqual({ ok: false, error: problem });
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "title.constructor", "highlights.map"])(
    "a name of the language's, as %s, is none of a template's",
    (name) => {
      expect(readTemplate(`{{${name}}}`)).toMatchObject({ ok: false, error: { kind: "unknown-name", name } });
    },
  );
});

test("every name that is offered can be used, as text, as Markdown, as a section and by its length", () => {
  const names = Object.values(TEMPLATE_NAMES).flat();
  const uses = [...names, "highlights", "names"].flatMap((name) => [
    `{{${name}}}`,
    `{{{${name}}}}`,
    `{{#${name}}}{{.}}{{/${name}}}`,
    `{{^${name}}}none{{/${name}}}`,
    `{{${name}.length}}`,
  ]);
  const template = `{{! of mine }}${uses.join("\n")}{{#highlights}}${uses.join("\n")}{{/highlights}}`;
  fc.assert(
    fc.property(articleExports, ([article]) => {
      const { text } = obsidian(template).open(exportContext([]))(article!);
      expect(text).not.toMatch(/\[object|function|undefined/);
    }),
    { numRuns: 20 },
  );
});

test("whatever is typed either can be used or is told what is wrong", () => {
  const piece = fc.constantFrom(
    "{{",
    "}}",
    "{{{",
    "}}}",
    "#",
    "/",
    "^",
    "=",
    ">",
    "&",
    "!",
    "note",
    "highlights",
    " ",
    "\n",
    "a",
  );
  fc.assert(
    fc.property(articleExports, fc.array(piece, { maxLength: 30 }), ([article], pieces) => {
      const template = pieces.join("");
      const read = readTemplate(template);
      if (read.ok) obsidian(template).open(exportContext([]))(article!);
      else expect(read.error.line).toBeLessThanOrEqual(template.split("\n").length);
    }),
    { numRuns: 300 },
  );
});

test("the template that stands there at first can be used", () => {
  expect(readTemplate(TEMPLATE).ok).toBe(true);
});
