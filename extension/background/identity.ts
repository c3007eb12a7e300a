import browser from "webextension-polyfill";
import { identityOf } from "../../src/page/page-key.ts";
import { failure, type Result, success } from "../../src/result.ts";

/** The identity of the page in a tab. Fails on pages that the browser keeps extensions away from. */
export async function identityOfTab(tabId: number): Promise<Result<string>> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => [
        location.href,
        document.querySelector<HTMLLinkElement>("link[rel~='canonical' i][href]")?.href ?? null,
      ],
    });
    const [url, canonical] = (answer?.result ?? []) as [string?, (string | null)?];
    if (url === undefined) return failure("unreachable", "the page did not answer");
    return success(identityOf({ url, canonical: canonical ?? null }));
  } catch (error) {
    return failure("unreachable", String(error));
  }
}
