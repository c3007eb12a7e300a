import { describe, expect, test } from "vitest";
import { chooseHeadline } from "../../../../src/article/facts/headline.ts";
import { headlineCases } from "../../../cases/headlines.ts";

describe("the headline", () => {
  test.each(headlineCases)("$why", ({ stated, shown, headline }) => {
    expect(chooseHeadline(stated, shown)).toBe(headline);
  });
});
