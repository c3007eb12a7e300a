import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tidyAtStart } from "../../../../extension/background/browser-start.ts";
import { publishHighlightedSites } from "../../../../extension/background/highlighted-sites.ts";
import { Database } from "../../../../extension/store/database.ts";
import { KEPT_FOR } from "../../../../extension/store/forget-deleted.ts";
import { createWriter, type Writer } from "../../../../extension/store/writer.ts";
import { annotationOf, draftOf, made } from "../../../records.ts";
import { takeIn } from "../../../take-in.ts";

const extension = vi.hoisted(() => ({
  stored: {} as Record<string, unknown>,
  /** How often something was asked for, and stored. */
  reads: 0,
  writes: 0,
  starts: [] as (() => void)[],
}));

vi.mock("webextension-polyfill", () => ({
  default: {
    storage: {
      local: {
        get: async (key: string) => {
          extension.reads += 1;
          return { [key]: extension.stored[key] };
        },
        set: async (items: Record<string, unknown>) => {
          extension.writes += 1;
          Object.assign(extension.stored, items);
        },
      },
    },
    runtime: {
      onInstalled: { addListener: () => {} },
      onStartup: { addListener: (listener: () => void) => extension.starts.push(listener) },
    },
  },
}));

// One background alone has nobody to wait for.
vi.stubGlobal("navigator", { locks: { request: (_name: string, work: () => Promise<void>) => work() } });

let database: Database;
let writer: Writer;

const start = (): void => extension.starts.forEach((listener) => listener());
const untilMarked = (...hosts: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(extension.stored["markedSites"]).toEqual(hosts));

beforeEach(() => {
  Object.assign(extension, { stored: {}, reads: 0, writes: 0, starts: [] });
  database = new Database(`test-${crypto.randomUUID()}`);
  tidyAtStart(database, publishHighlightedSites(database));
  writer = createWriter(database);
});
afterEach(() => database.close());

test("the detectors are told of each host with its first mark, once", async () => {
  await writer.save(made(draftOf("the piles")));
  await untilMarked("post.example");
  await writer.save(made(draftOf("the paint")));
  await writer.save(made(draftOf("the ferry", {}, "herald.example/ferry")));
  await untilMarked("herald.example", "post.example");
  expect(extension.writes).toBe(2);
});

test("an import tells of many at once, and an address that is none to the browser keeps nothing out", async () => {
  const target = { ...draftOf("the piles").target, source: "https://[/" };
  const odd = annotationOf({}, { id: crypto.randomUUID(), target });
  const many = Array.from({ length: 50 }, (_, number) => ({
    ...annotationOf(),
    ...draftOf("the piles", {}, `post-${number % 2}.example/pier`),
  }));
  const taken = await takeIn(database, {
    annotations: [odd, ...many],
    corrections: [],
    sites: [],
    subjectNotes: [],
    merges: [],
    searches: [],
    articles: [],
    colourNames: {},
    marking: null,
  });
  expect(taken).toMatchObject({ ok: true, value: { added: 51 } });
  await untilMarked("post-0.example", "post-1.example");
  expect(extension).toMatchObject({ reads: 1, writes: 1 });
  start();
  await vi.waitFor(() => expect(extension.writes).toBe(3));
  await untilMarked("post-0.example", "post-1.example");
});

test("a host is named no more when its marks were deleted long ago, and the chosen sites are told anew", async () => {
  const draft = draftOf("the piles");
  await writer.save(made(draft));
  await writer.save(made(draftOf("the ferry", {}, "herald.example/ferry")));
  await writer.saveSite({ site: "post.example", mode: "always" });
  await createWriter(database, () => new Date(Date.now() - KEPT_FOR - 1_000)).remove(draft.id);
  await untilMarked("herald.example", "post.example");
  start();
  await untilMarked("herald.example");
  await vi.waitFor(() => expect(extension.stored["alwaysRead"]).toEqual(["post.example", "www.post.example"]));
});
