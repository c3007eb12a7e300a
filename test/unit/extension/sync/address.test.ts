import { describe, expect, test } from "vitest";
import { isDatabaseName, patternOf, serverAddress } from "../../../../extension/sync/address.ts";
import { codeFor, serverFrom } from "../../../../extension/sync/code.ts";
import { SHORTEST, suggestPassphrase } from "../../../../extension/sync/passphrase.ts";

describe("a server's address", () => {
  test.each([
    ["https://notes.example.com", "https://notes.example.com"],
    [" notes.example.com/ ", "https://notes.example.com"],
    ["https://example.com/couch/", "https://example.com/couch"],
    ["http://localhost:5984", "http://localhost:5984"],
    ["http://127.0.0.1:5984/", "http://127.0.0.1:5984"],
  ])("%j is %s", (typed, address) => {
    expect(serverAddress(typed)).toBe(address);
  });

  test.each([
    ["a password in the clear", "http://notes.example.com"],
    ["another machine of the house", "http://192.168.1.4:5984"],
    ["a name in it", "https://ada:secret@notes.example.com"],
    ["a query", "https://notes.example.com/?a=b"],
    ["no address", "not an address"],
    ["a script", "javascript:alert(1)"],
    ["nothing", ""],
  ])("is none: %s", (_what, typed) => {
    expect(serverAddress(typed)).toBeNull();
  });

  test("is asked of the browser as a host", () => {
    expect(patternOf("https://example.com:6984/couch")).toBe("https://example.com/*");
  });

  test("a database has a name as CouchDB allows it", () => {
    expect(["sourceline", "userdb-616461", "a/b"].map(isDatabaseName)).toEqual([true, true, true]);
    expect(["Notes", "_users", "1st", "", "a b"].map(isDatabaseName)).toEqual([false, false, false, false, false]);
  });
});

describe("the code for another machine", () => {
  const server = { address: "https://notes.example.com", database: "notes", user: "Zoë", password: "a “b” 😀" };
  test("has all of the server, and nothing else opens as one", () => {
    expect(serverFrom(` ${codeFor(server)}\n`)).toEqual(server);
    for (const text of ["", "sourceline-sync:", "sourceline-sync:e30=", "sourceline-sync:%%", btoa("{}")])
      expect(serverFrom(text)).toBeNull();
  });
});

test("a suggested passphrase is long enough, easy to write down, and another each time", () => {
  const suggested = Array.from({ length: 50 }, suggestPassphrase);
  for (const one of suggested) expect(one).toMatch(/^[a-hjkmnp-z2-9]{4}(?:-[a-hjkmnp-z2-9]{4}){5}$/);
  expect(suggested[0]?.length).toBeGreaterThan(SHORTEST);
  expect(new Set(suggested).size).toBe(50);
});
