import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CLASSES, decodeTaggerModel, encodeTaggerModel } from "../../../../../src/english/tagger/model.ts";
import { tagWords } from "../../../../../src/english/tagger/tagger.ts";
import { tokenise } from "../../../../../src/text/tokenise.ts";

const file = (): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, "../../../../../extension/models/pos.bin")));

describe("the tagger's file", () => {
  test("comes back as it was written", () => {
    const weights = Int8Array.from({ length: 4 * CLASSES.length }, (_, at) => at - 16);
    expect(decodeTaggerModel(encodeTaggerModel({ rows: 4, weights }))).toEqual({
      ok: true,
      value: { rows: 4, weights },
    });
  });

  test.each([
    ["empty", () => new Uint8Array(0)],
    ["cut short", () => file().slice(0, -1)],
    ["one byte changed", () => file().with(4000, (file()[4000]! + 1) & 255)],
    ["another version", () => file().with(4, 9)],
    ["another file", () => file().with(0, 0)],
  ])("%s: refused as damaged", (_, bytes) => {
    expect(decodeTaggerModel(bytes())).toMatchObject({ ok: false, error: { code: "model-damaged" } });
  });
});

test("words are told apart by their places", () => {
  const decoded = decodeTaggerModel(file());
  if (!decoded.ok) throw new Error(decoded.error.message);
  const tags = tagWords(
    tokenise("Engineers report that the report was slow, and critics said the plan would fail."),
    decoded.value,
  );
  expect(tags).toEqual(
    "noun base that determiner noun be adjective mark conjunction noun past determiner noun modal base mark".split(" "),
  );
});
