import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../../../src/markup/markdown.ts";
import type { Block, Inline } from "../../../../src/markup/markup.ts";

/** A tree in one line: what is text stays, what is markup is named. */
const inline = (node: Inline): string => {
  if (node.kind === "text") return node.text;
  if (node.kind === "break") return "⏎";
  if (node.kind === "code") return `code(${node.text})`;
  const inside = node.children.map(inline).join("");
  return node.kind === "link" ? `link(${node.href}|${inside})` : `${node.kind}(${inside})`;
};
const block = (node: Block): string => {
  if (node.kind === "rule") return "rule";
  if (node.kind === "code-block") return `code-block(${node.text})`;
  if (node.kind === "quote") return `quote(${node.children.map(block).join(" ")})`;
  if (node.kind === "list")
    return `list${node.start ?? ""}(${node.items.map((item) => item.map(block).join(" ")).join("|")})`;
  const inside = node.children.map(inline).join("");
  return node.kind === "paragraph" ? `p(${inside})` : `h(${inside})`;
};
const shape = (note: string): string => parseMarkdown(note).map(block).join(" ");

describe("parseMarkdown", () => {
  test.each([
    ["", ""],
    ["Ask Brandt", "p(Ask Brandt)"],
    ["one\ntwo  \nthree\n\nfour", "p(one⏎two⏎three) p(four)"],
    [
      "*a* _b_ **c** __d__ ~~e~~ ***f***",
      "p(emphasis(a) emphasis(b) strong(c) strong(d) struck(e) emphasis(strong(f)))",
    ],
    ["snake_case_name and 2 * 3 * 4", "p(snake_case_name and 2 * 3 * 4)"],
    ["`a < b` and `` a`b `` and ` x `", "p(code(a < b) and code(a`b) and code(x))"],
    ["# Claim\ntext", "h(Claim) p(text)"],
    ["## Claim ##", "h(Claim)"],
    ["Claim\n===", "h(Claim)"],
    ["- one\n- two\n  - three", "list(p(one)|p(two) list(p(three)))"],
    ["3. one\n4. two", "list3(p(one)|p(two))"],
    ["> said\n> so\n>\n> twice", "quote(p(said⏎so) p(twice))"],
    ["> - a\n>   b", "quote(list(p(a⏎b)))"],
    ["a\n\n---\n\nb", "p(a) rule p(b)"],
    ["```js\nlet a;\n\nb\n```", "code-block(let a;\n\nb)"],
    ["> ```\n> a\n> b\n> ```", "quote(code-block(a\nb))"],
    ["    a\n    b", "code-block(a\nb)"],
    ["\\*not\\* \\# this \\q", "p(*not* # this \\q)"],
    ["a &amp; b &lt;", "p(a &amp; b &lt;)"],
  ])("%j", (note, expected) => {
    expect(shape(note)).toBe(expected);
  });

  test.each([
    ["[the letter](https://post.example/letter)", "p(link(https://post.example/letter|the letter))"],
    ['[*a*](<https://post.example/a> "title") b', "p(link(https://post.example/a|emphasis(a)) b)"],
    ["[a](https://post.example/x\\_\\(1\\))", "p(link(https://post.example/x_(1)|a))"],
    ["see https://post.example/a?b=c.", "p(see link(https://post.example/a?b=c|https://post.example/a?b=c).)"],
    [
      "www.post.example and a@post.example",
      "p(link(https://www.post.example|www.post.example) and link(mailto:a@post.example|a@post.example))",
    ],
    [
      "<https://post.example> <a@post.example>",
      "p(link(https://post.example|https://post.example) link(mailto:a@post.example|a@post.example))",
    ],
    ["![the pier](https://post.example/pier.png)", "p(link(https://post.example/pier.png|the pier))"],
    ["![](https://post.example/pier.png)", "p(link(https://post.example/pier.png|https://post.example/pier.png))"],
    ["[![b](https://b.example)](https://a.example)", "p(link(https://a.example|b))"],
    ["[a] and [b][c] and [x] y", "p([a] and [b][c] and [x] y)"],
    ["[a]: https://post.example\n\n[a]", "p([a]: link(https://post.example|https://post.example)) p([a])"],
  ])("the link in %j", (note, expected) => {
    expect(shape(note)).toBe(expected);
  });

  test.each([
    "[a](javascript:alert(1))",
    "[a](JAVASCRIPT:alert)",
    "[a](<java\tscript:alert(1)>)",
    "[a](data:text/html,x)",
    "[a](vbscript:x)",
    "[a](file:///etc/hosts)",
    "[a](//post.example)",
    "[a](/path)",
    "[a](blob:https://post.example/1)",
    "[a](https:javascript)",
    "[a](https:\\\\post.example)",
    "![a](data:image/png;base64,x)",
    "[a](https://bank.example@evil.example/)",
    "[a](https://user:word@evil.example)",
    "[a](https://evil.example/\u202Emoc.knab)",
    "[a](https://bank\u200B.example)",
    "[a](https://\u2066bank.example)",
    "[a]()",
  ])("%j leads nowhere and is shown as typed", (note) => {
    expect(shape(note)).not.toContain("link(");
    expect(shape(note)).toContain("a");
  });

  test.each([
    [
      "[https://bank.example](https://evil.example/x)",
      "link(https://evil.example/x|https://bank.example) (evil.example)",
    ],
    ["[bank.example/login](https://evil.example)", "link(https://evil.example|bank.example/login) (evil.example)"],
    [
      "[**www.bank.example**](https://evil.example)",
      "link(https://evil.example|strong(www.bank.example)) (evil.example)",
    ],
    ["[bank\u200B.example](https://evil.example)", "link(https://evil.example|bank\u200B.example) (evil.example)"],
    [
      "[bank.example](https://bank.example.evil.example)",
      "link(https://bank.example.evil.example|bank.example) (bank.example.evil.example)",
    ],
    [
      "[bank.example:8080](https://evil.example:8080)",
      "link(https://evil.example:8080|bank.example:8080) (evil.example:8080)",
    ],
    ["[Bank.example](https://www.bank.example/a)", "link(https://www.bank.example/a|Bank.example)"],
    ["[the letter of 3.4.1998](https://post.example)", "link(https://post.example|the letter of 3.4.1998)"],
    ["[U.S.](https://post.example)", "link(https://post.example|U.S.)"],
    ["[\u202Emoc.knab](https://evil.example)", "link(https://evil.example|moc.knab) (evil.example)"],
  ])("where %j leads is seen", (note, expected) => {
    expect(shape(note)).toBe(`p(${expected})`);
  });

  test.each([
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<!-- a -->",
    "<img src=x onerror=y>",
    "<?php ?>",
    "<div>\n\na",
  ])("HTML is text: %j", (note) => {
    expect(shape(note).replaceAll(/p\(|\)/g, "")).toContain(note.split("\n")[0]?.replaceAll(/p\(|\)/g, ""));
  });

  test("however deep it nests, it is read, and nothing typed is lost", () => {
    for (const note of [
      ">".repeat(5_000),
      "1. ".repeat(2_000) + "end",
      "- ".repeat(3_000) + "x",
      "*a ".repeat(6_000),
    ]) {
      expect(() => JSON.stringify(parseMarkdown(note))).not.toThrow();
    }
    expect(shape("> ".repeat(300) + "the end")).toContain("the end");
    expect(shape("*".repeat(39) + "deep" + "*".repeat(39))).toContain("deep");
  });

  test.each([
    ["emphasis", "*a_".repeat(6_600)],
    ["brackets", "[a](".repeat(5_000)],
    ["quotes", ">".repeat(20_000)],
    ["mail", `${"a.".repeat(9_000)}@`],
    ["underscores", "_a__".repeat(5_000)],
  ])("a hostile note of the greatest length takes no two seconds: %s", { timeout: 30_000 }, (_what, note) => {
    const start = process.cpuUsage();
    parseMarkdown(note);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(2_000);
  });

  test("a paragraph has only so many marks; what comes after is text", () => {
    expect(shape("*a* ".repeat(150))).not.toContain("*");
    expect(shape("*a* ".repeat(300)).endsWith("*a*)")).toBe(true);
  });

  test("every word that was typed is shown", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const mark = fc.constantFrom(
      "*",
      "**",
      "_",
      "` ",
      "\n",
      "\n\n",
      "> ",
      "- ",
      "1. ",
      "# ",
      " ",
      "~~ ",
      "\n    ",
      "[",
      "]",
      "!",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, mark), { maxLength: 30 }), (pieces) => {
        const text = JSON.stringify(parseMarkdown(pieces.join("")));
        for (const piece of pieces) if (/^[a-z]+$/.test(piece)) expect(text).toContain(piece);
      }),
    );
  });
});
