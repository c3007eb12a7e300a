import { describe, expect, test } from "vitest";
import { readBylines } from "../../../../src/article/facts/bylines.ts";
import { bylineCases } from "../../../cases/bylines.ts";

describe("author lines", () => {
  test.each(bylineCases)("$lines", ({ lines, outlet, people, agency }) => {
    const found = readBylines(lines, outlet === undefined ? [] : [outlet]);
    expect(found.people).toEqual(people);
    expect(found.agency).toBe(agency ?? null);
  });

  test("every author is kept as written, whoever it is", () => {
    expect(readBylines(["By Ada Quill", "Associated Press", "Web Desk"], []).authors).toEqual([
      "Ada Quill",
      "Associated Press",
      "Web Desk",
    ]);
  });

  test("a line is read by its beginning, and mail addresses in it are no names", () => {
    expect(readBylines([`By Ada Quill, ${"staff, ".repeat(300)}Ben Marsh`], []).people).toEqual(["Ada Quill"]);
    expect(readBylines(["Ada Quill ada@quill.example a@@b.c Ben"], []).authors).toEqual(["Ada Quill Ben"]);
    expect(readBylines(["By By By Text: Ada Quill"], []).people).toEqual(["Ada Quill"]);
  });
});
