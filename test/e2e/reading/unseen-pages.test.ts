import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { launchUndriven, type UndrivenChromium } from "../../../tools/browsers/undriven-chromium.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { root } from "../harness.ts";

/** How the story fares, as its own script tells it. */
interface State {
  readonly path: string;
  readonly isVisible: boolean;
  readonly isPrerendering: boolean;
  /** How many names are painted in it. */
  readonly names: number;
}

/** Tells the server at once and then ten times a second. */
const TELLS = `<script>
  const tell = () => navigator.sendBeacon("/told", JSON.stringify({
    path: location.pathname,
    isVisible: document.visibilityState === "visible",
    isPrerendering: document.prerendering,
    names: [...CSS.highlights].reduce((sum, [key, ranges]) => sum + (key.startsWith("sourceline-") ? ranges.size : 0), 0),
  }));
  tell();
  setInterval(tell, 100);
</script>`;
const story = readFileSync(join(root, "test/fixtures/site", STORIES.wire), "utf8").replace(
  "</head>",
  `${TELLS}</head>`,
);

/** Asks for the story before anybody goes there, and goes there when the server says so. */
const FRONT = `<!doctype html><html lang="en"><head><title>Front page</title>
<script type="speculationrules">{"prerender": [{"urls": ["${STORIES.wire}"], "eagerness": "immediate"}]}</script>
<script>fetch("/go").then(() => { location.href = "${STORIES.wire}"; });</script></head><body><p>Today's stories.</p></body></html>`;

describe("pages that nobody sees yet, in chromium", () => {
  let chromium: UndrivenChromium;
  let server: Server;
  let origin = "";
  const told: State[] = [];
  const of = (path: string): State[] => told.filter((state) => state.path === path);
  /** What the server keeps waiting. */
  let waiting: { readonly path: string; readonly response: ServerResponse }[] = [];
  const answer = (response: ServerResponse, text: string): void => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(text);
  };
  const letThrough = (path: string, text: string): void => {
    for (const held of waiting) if (held.path === path) answer(held.response, text);
    waiting = waiting.filter((held) => held.path !== path);
  };
  const last = (path: string): State | null => of(path).at(-1) ?? null;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? "/";
      let body = "";
      request.on("data", (data: Buffer) => (body += data.toString()));
      request.on("end", () => {
        if (path === "/told") told.push(JSON.parse(body) as State);
        if (path === "/go" || path === "/held") waiting.push({ path, response });
        else answer(response, path === "/front" ? FRONT : path === STORIES.wire ? story : "");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    chromium = await launchUndriven(join(root, "dist/chrome"));
  });
  afterAll(async () => {
    await chromium?.close();
    server?.closeAllConnections();
    server?.close();
  });

  /** Nothing is painted for several times as long as it takes to read the story. */
  const staysUnread = async (path: string): Promise<void> => {
    const [end, before] = [Date.now() + 2_000, of(path).length];
    // The clock of a page behind ticks once a second.
    await until("the page to go on telling", () => Date.now() > end && of(path).length > before + 2);
    expect(Math.max(...of(path).map(({ names }) => names))).toBe(0);
  };

  test("one that is rendered beforehand is read when the user goes there", async () => {
    const front = await chromium.open(`${origin}/front`);
    await until("the story to be rendered", () => last(STORIES.wire)?.isPrerendering === true);
    await staysUnread(STORIES.wire);
    // The page that the extension opens after its installation may have come in front of it.
    await chromium.show(front);
    letThrough("/go", "");
    await until(
      "its names",
      () => last(STORIES.wire)?.isPrerendering === false && (last(STORIES.wire)?.names ?? 0) > 0,
    );
  });

  test("one that is loaded in a tab behind is read when the user comes to it", async () => {
    const behind = await chromium.open(`${origin}/held`);
    await until("the request", () => waiting.length > 0);
    await chromium.open(`${origin}/front-of-it`);
    letThrough("/held", story);
    await until("the story", () => last("/held")?.isVisible === false);
    await staysUnread("/held");
    await chromium.show(behind);
    await until("its names", () => last("/held")?.isVisible === true && (last("/held")?.names ?? 0) > 0);
  });
});
