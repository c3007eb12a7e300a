import { beforeEach, expect, test, vi } from "vitest";
import { partOf } from "../../../../extension/reader/part.ts";
import { failure, type Result, success } from "../../../../src/result.ts";

/** What the background is asked to load, and what it answers next. */
let asked: unknown[];
let answer: () => Promise<Result<null>>;

vi.mock("../../../../extension/calls/call.ts", () => ({
  callBackground: (call: string, input: unknown) => {
    asked.push([call, input]);
    return answer();
  },
}));

/** As the part's own script has it, in the same world. */
const inItsScript = () => partOf<string>("seeker");

beforeEach(() => {
  asked = [];
  delete (globalThis as { [key: symbol]: unknown })[Symbol.for("sourceline.seeker")];
  answer = async () => {
    inItsScript().offer("found");
    return success(null);
  };
});

test("a part is loaded once, however often it is asked for at a time", async () => {
  const part = partOf<string>("seeker");
  expect(part.offered()).toBeNull();
  await Promise.all([part.load(), part.load()]);
  await part.load();
  expect(asked).toEqual([["loadPart", { part: "seeker" }]]);
  expect(part.offered()).toBe("found");
});

test("a part that did not come is asked for again", async () => {
  const part = partOf<string>("seeker");
  answer = async () => failure("unreachable", "there is no background");
  expect(await part.load()).toMatchObject({ ok: false });
  answer = async () => {
    inItsScript().offer("found");
    return success(null);
  };
  expect(await part.load()).toEqual(success(null));
  expect(asked).toHaveLength(2);
  expect(part.offered()).toBe("found");
});
