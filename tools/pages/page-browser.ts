import { chromium, type CDPSession } from "playwright-core";
import { findBrowser } from "../browsers/find.mjs";

/** A stored page: its address, and its bytes as they once came over the network. */
export interface StoredPage {
  readonly url: string;
  readonly html: Buffer;
}

/** A value computed in a page, and the CPU milliseconds that it took on the page's main thread. */
export interface Measured {
  readonly value: unknown;
  readonly cpuMs: number;
}

/** One page in a browser, run by code in an isolated world, as an extension's content script is. */
export interface OpenPage {
  /** Runs a script, then gives the value of an expression; only the script is timed, compilation included. */
  run(script: string, expression: string): Promise<Measured>;
}

export interface PageBrowser {
  /** Opens a stored page under its own address, with the page's scripts and the network off, and works on it. */
  withPage<T>(page: StoredPage, work: (open: OpenPage) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const WORLD = "sourceline";
const NAVIGATION_MS = 30_000;
/** `<noscript>` must stay unrendered, so scripting is not switched off: the policy blocks the page's scripts. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Starts Chromium, kept off the network. Throws where it can't be found. */
export async function openPageBrowser(): Promise<PageBrowser> {
  const executablePath = findBrowser("chromium");
  if (executablePath === null) throw new Error("Chromium was not found: set CHROMIUM_BIN to its program");
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: [
      "--no-sandbox",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND",
      // A process a site would cost more than all the reading.
      "--disable-site-isolation-trials",
      "--renderer-process-limit=1",
    ],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  let current: StoredPage | null = null;

  session.on("Fetch.requestPaused", ({ requestId, request, resourceType }) => {
    const served = resourceType === "Document" && current !== null && sameAddress(request.url, current.url);
    const answer = served
      ? session.send("Fetch.fulfillRequest", { requestId, responseCode: 200, ...responseOf(current as StoredPage) })
      : session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
    // The page may be gone by the time of the answer.
    answer.catch(() => undefined);
  });
  await session.send("Page.enable");
  await session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
  await session.send("Performance.enable", { timeDomain: "threadTicks" });

  const navigate = async (page: StoredPage): Promise<string> => {
    current = page;
    const ready = new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${page.url} did not load in ${NAVIGATION_MS} ms`)),
        NAVIGATION_MS,
      );
      session.once("Page.domContentEventFired", () => {
        clearTimeout(late);
        resolve();
      });
    });
    const { frameId, errorText } = await session.send("Page.navigate", { url: page.url });
    if (errorText !== undefined) throw new Error(`${page.url}: ${errorText}`);
    await ready;
    return frameId;
  };

  return {
    async withPage(page, work) {
      const frameId = await navigate(page);
      const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId, worldName: WORLD });
      return work({
        async run(script, expression) {
          const before = await commandTime(session);
          await evaluate(session, executionContextId, script);
          const cpuMs = ((await commandTime(session)) - before) * 1000;
          return { value: await evaluate(session, executionContextId, expression), cpuMs };
        },
      });
    },
    close: () => browser.close(),
  };
}

function responseOf({ html }: StoredPage) {
  // Stored pages are mostly UTF-8 whatever they declare; the others' own declaration is then right.
  const charset = isUtf8(html) ? "; charset=utf-8" : "";
  return {
    responseHeaders: [
      { name: "content-type", value: `text/html${charset}` },
      { name: "content-security-policy", value: POLICY },
    ],
    body: html.toString("base64"),
  };
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function sameAddress(a: string, b: string): boolean {
  const normal = (url: string) => new URL(url.replace(/#.*$/s, "")).href;
  return normal(a) === normal(b);
}

/** CPU seconds that the page's main thread has spent on commands of this session. */
async function commandTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "DevToolsCommandDuration")?.value ?? Number.NaN;
}

async function evaluate(session: CDPSession, contextId: number, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    contextId,
    returnByValue: true,
  });
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
