import { expect, test } from "vitest";
import { createDispatcher } from "../../../../extension/reader/dispatcher.ts";
import { failure, success } from "../../../../src/result.ts";

test("a command goes to the one feature that answers its kind, and the answer comes back", async () => {
  const commands = createDispatcher();
  commands.on("find-again", ({ id }) => (id === "known" ? success({ state: "same" }) : failure("not-found", id)));
  expect(await commands.send({ kind: "find-again", id: "known" })).toEqual(success({ state: "same" }));
  expect(await commands.send({ kind: "find-again", id: "gone" })).toMatchObject({ ok: false });
});

test("two features that answer one kind, and a kind that none answers, are bugs", async () => {
  const commands = createDispatcher();
  commands.on("read", () => success(null));
  expect(() => commands.on("read", () => success(null))).toThrow("read");
  await expect(commands.send({ kind: "delete", id: "" })).rejects.toThrow("delete");
});
