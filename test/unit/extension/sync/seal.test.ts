import { describe, expect, test } from "vitest";
import { randomBytes } from "../../../../extension/sync/bytes.ts";
import { headerFrom, newHeader, unlock, withPassphrase } from "../../../../extension/sync/header.ts";
import { keysFrom, nameOf, open, seal } from "../../../../extension/sync/seal.ts";

const NAME = "0123456789abcdef0123456789abcdef";
const keys = await keysFrom(randomBytes(32));

describe("what is sealed", () => {
  test.each([
    ["a short note", { note: "ask the mayor" }],
    ["a long one, which is packed", { note: "ask the mayor ".repeat(2_000) }],
    ["letters of any script, and half of one", { note: "שלום 😀 \ud83d" }],
  ])("is the same when it is opened: %s", async (_what, value) => {
    const sealed = await seal(keys, NAME, value);
    expect(sealed).not.toContain("mayor");
    expect(await open(keys, NAME, sealed)).toEqual(value);
  });

  test("is another text each time, and shorter than what repeats itself", async () => {
    const value = { note: "ask the mayor ".repeat(2_000) };
    const [one, other] = [await seal(keys, NAME, value), await seal(keys, NAME, value)];
    expect(one).not.toBe(other);
    expect(one.length).toBeLessThan(2_000);
  });

  test("opens under its own name, whole, and with its own keys alone", async () => {
    const sealed = await seal(keys, NAME, { note: "ask" });
    expect(await open(keys, `${NAME.slice(1)}0`, sealed)).toBeUndefined();
    expect(await open(keys, NAME, sealed.slice(0, -8))).toBeUndefined();
    expect(await open(keys, NAME, "no base64!")).toBeUndefined();
    expect(await open(keys, NAME, "")).toBeUndefined();
    expect(await open(await keysFrom(randomBytes(32)), NAME, sealed)).toBeUndefined();
  });

  test("has a name that is the same for the same record, and another with other keys", async () => {
    const place = { list: "annotations", id: "a" } as const;
    expect(await nameOf(keys, place)).toMatch(/^[0-9a-f]{32}$/);
    expect(await nameOf(keys, place)).toBe(await nameOf(keys, place));
    expect(await nameOf(keys, { list: "articles", id: "a" })).not.toBe(await nameOf(keys, place));
    expect(await nameOf(await keysFrom(randomBytes(32)), place)).not.toBe(await nameOf(keys, place));
  });

  test("is of keys that nobody is given", async () => {
    for (const key of [keys.seal, keys.names]) expect(key.extractable).toBe(false);
  });
});

describe("a database's header", () => {
  test("opens with its passphrase, however its letters are typed, and with no other", async () => {
    const header = await newHeader("über die Brücke");
    expect(headerFrom(JSON.parse(JSON.stringify(header)))).toEqual(header);
    expect(await unlock(header, "über die Brücke".normalize("NFD"))).not.toBeNull();
    expect(await unlock(header, "uber die Brucke")).toBeNull();
    expect(await unlock({ ...header, epoch: "f".repeat(32) }, "über die Brücke")).toBeNull();
  });

  test("keeps its secret under another passphrase, so that what is sealed stays readable", async () => {
    const header = await newHeader("the first of them");
    const changed = await withPassphrase(header, "the first of them", "the second one");
    expect(await withPassphrase(header, "a wrong one here", "the second one")).toBeNull();
    expect(await unlock(changed!, "the first of them")).toBeNull();
    const before = await unlock(header, "the first of them");
    const after = await unlock(changed!, "the second one");
    expect(await open(after!, NAME, await seal(before!, NAME, "ask"))).toBe("ask");
    expect(changed?.epoch).toBe(header.epoch);
  });

  test.each([
    ["fewer rounds than are safe", { rounds: 1_000 }],
    ["more than a machine can do", { rounds: 1e12 }],
    ["another form", { form: 2 }],
    ["no salt", { salt: undefined }],
  ])("is none with %s", async (_what, change) => {
    const header = {
      kind: "sourceline-sync",
      form: 1,
      epoch: "0".repeat(32),
      rounds: 600_000,
      salt: "AAAA",
      secret: "AAAA",
    };
    expect(headerFrom(header)).not.toBeNull();
    expect(headerFrom({ ...header, ...change })).toBeNull();
  });
});
