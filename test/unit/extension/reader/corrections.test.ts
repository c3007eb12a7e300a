import { beforeEach, expect, test, vi } from "vitest";
import type { Analysis } from "../../../../src/analyse.ts";
import type { Correction } from "../../../../src/corrections/corrections.ts";
import { type Result, success } from "../../../../src/result.ts";
import { createCorrections } from "../../../../extension/reader/stories/corrections.ts";

/** The lists that were asked for, by page, and wait for their answers; and what is applied. */
let asked: { readonly page: string; answer(ids: readonly string[]): void }[] = [];
let applied: readonly string[] = [];

vi.mock("../../../../extension/calls/call.ts", () => ({
  callBackground: (call: string, input: { readonly page: string }): Promise<Result<unknown>> =>
    new Promise((resolve) => {
      if (call !== "listCorrections") return resolve(success(null));
      asked.push({ page: input.page, answer: (ids) => resolve(success(ids.map((id) => ({ id })))) });
    }),
}));
vi.mock("../../../../extension/calls/save-claim.ts", () => ({
  saveClaim: async () => success({ correction: { id: "said" }, undo: async () => success(null) }),
}));
vi.mock("../../../../extension/calls/serve.ts", () => ({ done: success(null) }));
vi.mock("../../../../extension/reader/corrector/offer.ts", () => ({
  correctorPart: {
    load: async () => success(null),
    offered: () => (_text: string, analysis: Analysis, known: readonly Correction[]) => {
      applied = known.map(({ id }) => id);
      return analysis;
    },
  },
}));

let page = "";
const corrections = () => createCorrections(() => ({ page, title: "", met: { url: page, canonical: null } }));
const known = (list: ReturnType<typeof corrections>): readonly string[] => {
  list.apply("", { supported: true, entities: [], sources: [], quotations: [] });
  return applied;
};
const untilAsked = (count: number): Promise<void> => vi.waitFor(() => expect(asked).toHaveLength(count));

beforeEach(() => {
  asked = [];
  page = "post.example/pier";
});

test("the list of a page that the story has left overtakes none of the page that it is on", async () => {
  const list = corrections();
  const first = list.load();
  await untilAsked(1);
  page = "post.example/bell";
  const second = list.load();
  // Where both are on their way, the newer comes first.
  for (const { page: whose, answer } of asked.toReversed()) answer([whose]);
  await untilAsked(2);
  for (const { page: whose, answer } of asked) answer([whose]);
  await Promise.all([first, second]);
  expect(known(list)).toEqual(["post.example/bell"]);
});

test("what the user says while a list is on its way holds", async () => {
  const list = corrections();
  const loaded = list.load();
  await untilAsked(1);
  const said = list.correct({} as never, "here" as never);
  await new Promise((resolve) => setTimeout(resolve, 20));
  asked[0]?.answer(["older"]);
  await Promise.all([loaded, said]);
  expect(known(list)).toEqual(["older", "said"]);
});
