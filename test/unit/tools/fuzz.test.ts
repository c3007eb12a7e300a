import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { propertiesOf } from "../../../tools/fuzz/properties.ts";
import { readModels } from "../../../tools/model-file.ts";

const properties = propertiesOf(readModels(dirname(dirname(dirname(import.meta.dirname)))));

describe("whatever comes in, spans are in range and in order, and nothing is thrown", () => {
  test.each([...properties])("%s", (_name, trial) => {
    expect(trial({}).complaint).toBeNull();
  });
});
