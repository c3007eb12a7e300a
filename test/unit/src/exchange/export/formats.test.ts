import * as fc from "fast-check";
import Papa from "papaparse";
import { parse as parseYaml } from "yaml";
import { describe, expect, test } from "vitest";
import type { Annotation } from "../../../../../src/annotation/records/annotation.ts";
import type { ArticleExport } from "../../../../../src/exchange/export/article.ts";
import { writeWhole } from "../../../../../src/exchange/export/format.ts";
import { FILE_FORMATS } from "../../../../../src/exchange/export/formats.ts";
import { CLIPPING, obsidian, TEMPLATE } from "../../../../../src/exchange/export/markdown.ts";
import { passageLink } from "../../../../../src/page/passage-link.ts";
import { parseMarkdown } from "../../../../../src/markup/markdown.ts";
import { plainText } from "../../../../../src/markup/plain-text.ts";
import { articleExport, articleExports, exportContext } from "../arbitraries.ts";
import { Cite } from "./citation-js.ts";

const write = (name: keyof typeof FILE_FORMATS, articles: readonly ArticleExport[]): string =>
  writeWhole(FILE_FORMATS[name], articles, exportContext(articles));
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
/** Without what no XML, TeX or spreadsheet can carry. */
const bare = (text: string): string => oneLine(text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, " "));

describe("CSV, read by a CSV library", () => {
  const rows = (text: string): Record<string, string>[] => {
    expect(text.startsWith("\uFEFF")).toBe(true);
    const read = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      newline: "\r\n",
      skipEmptyLines: true,
    });
    expect(read.errors).toEqual([]);
    return read.data;
  };
  const cell = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

  test("every highlight and note is a row with its words", () => {
    fc.assert(
      fc.property(articleExports, (articles) => {
        const read = rows(write("csv", articles));
        const notes = articles.flatMap(({ annotations, nameNotes }) => [...annotations, ...nameNotes]);
        expect(read.map(({ Note }) => Note)).toEqual(notes.map(({ body }) => cell(body.note)));
        expect(read.map(({ Tags }) => Tags)).toEqual(notes.map(({ body }) => cell(body.tags.join(", "))));
      }),
    );
  });

  test("Readwise gets its own columns", () => {
    fc.assert(
      fc.property(articleExports, (articles) => {
        const read = rows(write("readwise", articles));
        expect(Object.keys(read[0] ?? {})).toEqual(["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]);
        const annotations = articles.flatMap((article) => article.annotations);
        expect(read.map(({ Highlight }) => Highlight)).toEqual(
          annotations.map(({ target }) => target.selectors.quote.exact),
        );
      }),
    );
  });

  test("no cell is a formula", () => {
    fc.assert(
      fc.property(articleExports, (articles) => {
        for (const row of rows(write("csv", articles))) {
          for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@]/);
        }
      }),
    );
  });
});

describe("Markdown for Obsidian", () => {
  const files = (articles: readonly ArticleExport[]): { name: string; text: string }[] => {
    const open = obsidian(TEMPLATE).open(exportContext(articles));
    return articles.map(open);
  };

  test("the front matter is YAML and says what is known", () => {
    fc.assert(
      fc.property(articleExports, (articles) => {
        files(articles).forEach(({ text }, index) => {
          const article = articles[index];
          const [, front = ""] = /^---\n(.*?)\n---\n/s.exec(text) ?? [];
          const known = parseYaml(front) as Record<string, unknown>;
          expect(known["title"] ?? "").toBe(article?.title);
          expect(known["url"]).toBe(article?.source);
          expect(known["author"] ?? []).toEqual(article?.bylines);
          expect(known["published"] ?? null).toBe(article?.published);
        });
      }),
    );
  });

  test("the page's words are a block quote of text, whatever they look like", () => {
    fc.assert(
      fc.property(articleExports, (articles) => {
        const context = exportContext(articles);
        const [article] = articles;
        const [annotation] = article?.annotations ?? [];
        if (article === undefined || annotation === undefined) return;
        const template = "{{#highlights}}{{{quote}}}\n\n^{{{block}}}\n\n{{/highlights}}";
        const { text } = obsidian(template).open(context)({ ...article, annotations: [annotation], nameNotes: [] });
        const [quote, ...others] = parseMarkdown(text.replace(/^---\n.*?\n---\n/s, ""));
        expect(quote?.kind).toBe("quote");
        expect(bare(plainText(quote === undefined ? [] : [quote]))).toBe(bare(annotation.target.selectors.quote.exact));
        expect(plainText(others)).toMatch(/^\^s-[0-9a-f]{8}$/);
      }),
    );
  });

  test("names of files are unique and can be stored anywhere", () => {
    fc.assert(
      fc.property(articleExports, (articles) => {
        const names = files([...articles, ...articles]).map(({ name }) => name);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name).toMatch(/^[^\\/:*?"<>|#^[\]\p{Cc}]{1,100}\.md$/u);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
        }
      }),
    );
  });
});

describe("reference managers", () => {
  test.each([["ris"], ["bibtex"], ["csl"]] as const)("%s is read by a citation library", (name) => {
    fc.assert(
      fc.property(articleExports, (articles) => {
        const text = write(name, articles);
        const { data } =
          name === "csl"
            ? new Cite(JSON.parse(text))
            : new Cite(text, { forceType: name === "ris" ? "@ris/file" : "@bibtex/text" });
        expect(data).toHaveLength(articles.length);
        data.forEach((item, index) => {
          const article = articles[index];
          expect(item.URL).toBe(article?.source);
          expect(item["container-title"] ?? null).toBe(article?.outlet);
          const authors = (item.author ?? []).map(({ given, family, literal, suffix }) =>
            [given, literal ?? family, suffix].filter(Boolean).join(" ").replaceAll("’", "'"),
          );
          if (name === "csl") expect(authors).toEqual(article?.bylines);
          // RIS has it that who writes for a newspaper is a reporter.
          else if (name === "ris") expect(item.reporter !== undefined).toBe((article?.bylines.length ?? 0) > 0);
          else expect(authors).toHaveLength(article?.bylines.length ?? 0);
          expect(item.note ?? "").not.toBe("");
        });
      }),
    );
  });
});

describe("JSON", () => {
  test("Hypothesis reads a list of annotations with the words and the place", () => {
    fc.assert(
      fc.property(articleExports, (articles) => {
        const { annotations } = JSON.parse(write("hypothesis", articles)) as {
          annotations: { uri: string; text: string; tags: string[]; target: { selector?: { exact?: string }[] }[] }[];
        };
        const highlights = articles.flatMap((article) => article.annotations);
        expect(
          annotations
            .filter(({ target }) => target[0]?.selector !== undefined)
            .map(({ text, tags }) => ({ text, tags })),
        ).toEqual(highlights.map(({ body }) => ({ text: body.note, tags: body.tags })));
      }),
    );
  });
});

describe("a web page", () => {
  const ELEMENTS =
    /^(?:!doctype html|html|head|meta|title|style|body|main|article|section|h[1-4]|p|div|blockquote|strong|em|s|code|pre|hr|br|ul|ol|li|a)$/;
  const ATTRIBUTES = /^(?:lang|charset|http-equiv|content|name|class|dir|cite|href|rel|start)$/;
  const unescaped = (text: string): string =>
    text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

  test("has no element and no attribute but its own, and no link that leads off the web, whatever is in it", () => {
    fc.assert(
      fc.property(articleExports, (articles) => {
        const page = write("html", articles).replace(/<style>.*?<\/style>/s, "");
        expect(page.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]/);
        for (const [, inside = ""] of page.matchAll(/<\/?([^<>]*)>/g)) {
          const [, element = "", rest = ""] = /^(!doctype html|[a-z][a-z\d]*)(.*)$/s.exec(inside) ?? [];
          expect(element).toMatch(ELEMENTS);
          const attributes = [...rest.matchAll(/ ([a-z-]+)="([^"]*)"/g)];
          expect(attributes.map(([whole]) => whole).join("")).toBe(rest);
          for (const [, name, value = ""] of attributes) {
            expect(name).toMatch(ATTRIBUTES);
            if (name === "href") expect(unescaped(value)).toMatch(/^(?:https?:|mailto:)/i);
          }
        }
      }),
    );
  });

  test("has every passage, note and tag in words", () => {
    fc.assert(
      fc.property(articleExports, (articles) => {
        const page = write("html", articles);
        const words = bare(unescaped(page.replace(/<br>|<\/(?:p|li|pre)>/g, " ").replace(/<[^<>]*>/g, "")));
        for (const { annotations, nameNotes } of articles) {
          for (const { target } of annotations) {
            expect(words).toContain(bare(target.selectors.quote.exact.replace(/\p{Cs}/gu, "\uFFFD")));
          }
          for (const { subject } of nameNotes) expect(words).toContain(bare(subject.name));
          for (const { body } of [...annotations, ...nameNotes]) {
            for (const tag of body.tags) expect(words).toContain(bare(`#${tag}`));
          }
        }
      }),
    );
  });

  test("says what a note's Markdown says", () => {
    const note = [
      "# Ask",
      "",
      "*now* and **today**, not ~~later~~, `code`",
      "break\\\nhere, [see](https://post.example/a)",
      "",
      "> said",
      "",
      "3. one",
      "4. two",
      "",
      "- dot",
      "",
      "---",
      "",
      "```",
      "a < b",
      "```",
    ].join("\n");
    const [article] = fc.sample(articleExport, { numRuns: 1, seed: 7 }) as [ArticleExport];
    const [annotation] = article.annotations as [Annotation];
    const noted = { ...annotation, body: { ...annotation.body, note } };
    const page = write("html", [{ ...article, annotations: [noted], nameNotes: [] }]);
    expect(page).toContain(
      "<p><strong>Ask</strong></p><p><em>now</em> and <strong>today</strong>, not <s>later</s>, <code>code</code>",
    );
    expect(page).toContain('break<br>here, <a href="https://post.example/a" rel="noreferrer">see</a></p>');
    expect(page).toContain(
      '<blockquote><p>said</p></blockquote><ol start="3"><li><p>one</p></li><li><p>two</p></li></ol>',
    );
    expect(page).toContain("<ul><li><p>dot</p></li></ul><hr><pre><code>a &#60; b</code></pre>");
  });
});

describe("plain text", () => {
  test("has the words, the notes and the address of each article", () => {
    fc.assert(
      fc.property(articleExports, (articles) => {
        const text = write("text", articles);
        for (const { source, annotations } of articles) {
          expect(text).toContain(source);
          for (const { target } of annotations) expect(text).toContain(`“${target.selectors.quote.exact.trim()}”`);
        }
      }),
    );
  });
});

test("Markdown for the clipboard leads to every passage, and names none for Obsidian", () => {
  fc.assert(
    fc.property(articleExports, (articles) => {
      const text = writeWhole(CLIPPING, articles, exportContext(articles));
      for (const { target, id } of articles.flatMap(({ annotations }) => annotations)) {
        expect(text).toContain(`<${passageLink(target.source, target.selectors.quote.exact)}>`);
        expect(text).not.toContain(`^s-${id.slice(0, 8)}`);
      }
    }),
  );
});
