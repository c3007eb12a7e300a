import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { type Couch, PASSWORD, startCouch, USER } from "../../../tools/couch.ts";
import { SELF_SIGNED } from "../../fixtures/certificate/self-signed.ts";
import { useWorld, type World } from "../harness.ts";

const PASSPHRASE = "a pier of seventeen piles";
const WORDS = "a matter for next week";

describe("two browsers as two machines of one user", () => {
  const desk = useWorld({ name: "chromium", expectedError: /127\.0\.0\.1|Failed to load resource/ });
  const laptop = useWorld({ name: "firefox", expectedError: /127\.0\.0\.1/ });
  let couch: Couch;
  beforeAll(async () => {
    couch = await startCouch();
  });
  afterAll(() => couch.close());

  const server = () => ({ address: couch.address, database: "notes", name: USER, password: PASSWORD });
  const noteIn = async ({ reader }: World, words: string): Promise<string | undefined> =>
    (await reader.saved()).find(({ target }) => target.selectors.quote.exact.replace(/\s+/g, " ") === words)?.body.note;
  const untilNote = (world: World, words: string, note: string | RegExp) =>
    until(`${words}: ${note}`, async () => {
      const found = await noteIn(world, words);
      return typeof note === "string" ? found === note : note.test(found ?? "");
    });

  test("set-up says what is wrong before it writes anything, and what will be joined", async () => {
    const { options } = desk();
    await options.open();
    await options.testSync({ ...server(), password: "another", passphrase: PASSPHRASE });
    await options.untilSays("what is wrong with the sync", "The server doesn’t accept this name and password.");
    await options.testSync({ ...server(), passphrase: "too short" });
    await options.untilSays("what is wrong with the sync", /twelve characters/);
    await options.testSync({ ...server(), address: "http://notes.example", passphrase: PASSPHRASE });
    await options.untilSays("what is wrong with the sync", /^Give an address that begins with https/);
    expect(couch.asked.filter((asked) => !asked.startsWith("GET"))).toEqual([]);
    for (const machine of [desk(), laptop()]) await refusesCertificate(machine);
    await options.testSync({ ...server(), passphrase: PASSPHRASE });
    await options.untilSays("sync's preview", /^The database is new\./);
    await options.pressPart("start the sync");
    await options.untilSays("sync's last", /^Last the same here and there:/);
  });

  async function refusesCertificate({ options }: World): Promise<void> {
    const asked: string[] = [];
    const secure = createServer(SELF_SIGNED, ({ url = "" }) => void asked.push(url));
    await new Promise<void>((resolve) => {
      secure.listen(0, "127.0.0.1", resolve);
    });
    const { port } = secure.address() as AddressInfo;
    await options.open();
    await options.testSync({ ...server(), address: `https://127.0.0.1:${port}`, passphrase: PASSPHRASE });
    await options.untilSays("what is wrong with the sync", /can’t be reached.*is the server’s certificate valid\?$/);
    expect(asked).toEqual([]);
    secure.close();
  }

  test("the other one joins by a code, and not with another passphrase", async () => {
    const code = await desk().options.syncCode();
    await desk().options.untilShown("code to scan");
    const { options } = laptop();
    await options.open();
    await options.fill("sync code to paste", code);
    await options.fill("sync passphrase", "another passphrase");
    await options.pressPart("test the sync");
    await options.untilSays("what is wrong with the sync", /sealed with another passphrase/);
    await options.fill("sync passphrase", PASSPHRASE);
    await options.pressPart("test the sync");
    await options.untilSays("sync's preview", /^The server has 0 records, this machine 0\./);
    await options.pressPart("start the sync");
    await options.untilSays("sync's last", /^Last the same here and there:/);
  });

  test("what is highlighted and noted on one is seen on the other, which has its settings open", async () => {
    const { reader, overlay, browser } = desk();
    await reader.read(STORIES.nested);
    await overlay.writeOn(WORDS);
    await browser.type("ask the mayor");
    await browser.press("Escape");
    await untilNote(laptop(), WORDS, "ask the mayor");
    await laptop().reader.read(STORIES.nested);
    await laptop().reader.untilMarked(WORDS);
  });

  test("both off line, both write: both texts are shown side by side, and settled on one is settled on both", async () => {
    couch.trouble(() => ({ status: 503, body: "" }));
    await desk().options.open();
    await desk().browser.evaluate(rewrite, "ask the mayor in writing");
    await laptop().options.open();
    await laptop().browser.evaluate(rewrite, "ask Renn first");
    await desk().options.untilSays("what is wrong with the sync", /^The server is busy.*tried again by itself/);
    await desk().options.untilSays("sync waits", "1 change waits to be sent.");
    couch.trouble(null);
    for (const { options } of [desk(), laptop()]) await options.pressPart("sync now");
    await desk().options.untilCount("text to settle", 2);
    const { library } = laptop();
    await library.open("#view=check");
    await library.untilCount("text to settle", 2);
    await library.pressPart("keep both texts");
    await library.untilGone("text to settle");
    await library.untilSays("state", /^Nothing to check\./);
    await desk().options.untilGone("to settle");
    for (const world of [desk(), laptop()]) await untilNote(world, WORDS, "ask the mayor in writing\n\nask Renn first");
  });

  test("an open editor in which nothing was typed shows what the other one writes, and goes on from that", async () => {
    const { library, browser } = laptop();
    await library.open();
    await library.pressPart("note");
    await library.pressPart("edit what is open");
    await desk().options.open();
    await desk().browser.evaluate(rewrite, "ask the archive");
    const field = () =>
      browser.evaluate(() => document.querySelector<HTMLTextAreaElement>(".pane textarea")?.value, null);
    await until("the other's text in the editor", async () => (await field()) === "ask the archive");
    await library.fill("field of what is open", "ask the archive twice");
    await untilNote(desk(), WORDS, "ask the archive twice");
    await library.open("#view=check");
    await library.untilSays("state", /^Nothing to check\./);
  });

  test("the background was ended in between: it goes on where it was", async () => {
    await desk().browser.endBackground();
    await laptop().browser.endBackground();
    await desk().options.open();
    await desk().browser.evaluate(rewrite, "after the end");
    await laptop().options.open();
    await untilNote(laptop(), WORDS, "after the end");
  });

  test("the server has not a word of all that", async () => {
    const dump = JSON.stringify(await couch.ask("GET", "/notes/_all_docs?include_docs=true"));
    expect(dump.match(/"sealed"/g)?.length).toBeGreaterThan(1);
    const page = new URL(desk().site.origin).host;
    for (const word of ["mayor", "Renn", "week", STORIES.nested, page, "annotations"]) expect(dump).not.toContain(word);
  });

  test("paused, nothing is sent; going on, it is", async () => {
    const { options, browser } = desk();
    await options.open();
    await options.pressPart("pause the sync");
    await options.untilShown("sync is paused");
    await browser.evaluate(rewrite, "while it was paused");
    await desk().reader.wait(3_000);
    expect(await noteIn(laptop(), WORDS)).toBe("after the end");
    await options.pressPart("pause the sync");
    await options.untilGone("sync is paused");
    await untilNote(laptop(), WORDS, "while it was paused");
  });

  test("started over from one under another passphrase, the other is told and joins it anew", async () => {
    const another = "another pier of seventeen";
    const { options } = desk();
    await options.fill("passphrase to start over with", another);
    await options.pressPart("start the sync over");
    const its = laptop().options;
    await its.open();
    await its.untilSays("what is wrong with the sync", /another database now/);
    await laptop().browser.evaluate(rewrite, "while it was made anew");
    await its.fill("sync passphrase", PASSPHRASE);
    await its.pressPart("test the sync");
    await its.untilSays("what is wrong with the sync", /sealed with another passphrase/);
    await its.fill("sync passphrase", another);
    await its.pressPart("test the sync");
    await its.pressPart("start the sync");
    await its.untilGone("what is wrong with the sync");
    // Both have a text now that the other one's new history does not know.
    await options.untilCount("text to settle", 2);
    await options.pressPart("keep both texts");
    await options.untilGone("to settle");
    await untilNote(laptop(), WORDS, /while it was paused/);
    await untilNote(desk(), WORDS, /while it was made anew/);
  });

  test("a database that is gone is said, and nothing here is lost; ended, nothing is asked for any more", async () => {
    await couch.ask("DELETE", "/notes");
    const { options } = desk();
    await options.pressPart("sync now");
    await options.untilSays("what is wrong with the sync", /^The database is no longer on the server\./);
    await untilNote(desk(), WORDS, /while it was made anew/);
    for (const { options: its } of [desk(), laptop()]) {
      await its.pressPart("leave the sync");
      await its.untilShown("sync address");
    }
    const before = couch.asked.length;
    await desk().browser.evaluate(rewrite, "by itself");
    await untilNote(desk(), WORDS, "by itself");
    await desk().reader.wait(3_000);
    expect(couch.asked.length).toBe(before);
  });
});

/** Writes another text into the one note, through the background, as an editor does. Runs in the open settings. */
async function rewrite(note: string): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: typeof import("webextension-polyfill") };
  const opened = indexedDB.open("sourceline");
  const database = await new Promise<IDBDatabase>((resolve) => {
    opened.addEventListener("success", () => resolve(opened.result));
  });
  const all = database.transaction("annotations").objectStore("annotations").getAll();
  const [first] = await new Promise<{ id: string }[]>((resolve) => {
    all.addEventListener("success", () => resolve(all.result as { id: string }[]));
  });
  database.close();
  const input = {
    kind: "annotation",
    id: first?.id,
    made: null,
    changes: { note },
    edit: null,
    at: new Date().toISOString(),
  };
  await chrome.runtime.sendMessage({ call: "save", input });
}
