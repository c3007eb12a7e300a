import { describe, expect, test } from "vitest";
import { ownerLabels } from "../../../../extension/store/owners.ts";
import { identityOf } from "../../../../src/page/page-key.ts";
import { otherPages, samePages, visitOf } from "../../../cases/page-key.ts";

describe("the identity of a page", () => {
  test.each(samePages)("one page: $why", ({ a, b }) => {
    expect(identityOf(visitOf(b), ownerLabels)).toBe(identityOf(visitOf(a), ownerLabels));
  });

  test.each(otherPages)("two pages: $why", ({ a, b }) => {
    expect(identityOf(visitOf(b), ownerLabels)).not.toBe(identityOf(visitOf(a), ownerLabels));
  });

  test("the table is long enough to mean something", () => {
    expect(samePages.length + otherPages.length).toBeGreaterThanOrEqual(250);
    expect(otherPages.length).toBeGreaterThanOrEqual(60);
  });
});
