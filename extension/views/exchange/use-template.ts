import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { TEMPLATE } from "../../../src/exchange/export/markdown.ts";

/** Where the user's template stands in the extension's storage; nothing stands there where they use ours. */
const KEY = "exportTemplate";

/** The user's template, as it was last typed, finished or not, and what changes it. */
export function useTemplate(): readonly [template: string, change: (template: string) => void] {
  const [template, setTemplate] = useState(TEMPLATE);
  useEffect(() => {
    const load = async (): Promise<void> => {
      const { [KEY]: stored } = await browser.storage.local.get(KEY);
      if (typeof stored === "string") setTemplate(stored);
    };
    void load();
  }, []);
  const change = (typed: string): void => {
    setTemplate(typed);
    void (typed === TEMPLATE ? browser.storage.local.remove(KEY) : browser.storage.local.set({ [KEY]: typed }));
  };
  return [template, change];
}
