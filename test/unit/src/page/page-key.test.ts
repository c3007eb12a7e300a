import { describe, expect, test } from "vitest";
import { identityOf, isSamePage } from "../../../../src/page/page-key.ts";
import { otherPages, samePages, visitOf } from "../../../cases/page-key.ts";

describe("the identity of a page", () => {
  test.each(samePages)("one page: $why", ({ a, b }) => {
    expect(identityOf(visitOf(b))).toBe(identityOf(visitOf(a)));
  });

  test.each(otherPages)("two pages: $why", ({ a, b }) => {
    expect(isSamePage(visitOf(a), visitOf(b))).toBe(false);
  });

  test("the table is long enough to mean something", () => {
    expect(samePages.length + otherPages.length).toBeGreaterThanOrEqual(120);
  });
});
