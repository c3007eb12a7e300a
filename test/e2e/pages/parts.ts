import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";

/** Runs a function on the tree that a page object looks at for a part, and gives `null` where there is none. */
export type RunWithin = <Result, Input>(
  run: (tree: Document | ShadowRoot, input: Input) => Result,
  input: Input,
  part: string,
) => Promise<Result | null>;

/** What the function below finds beside it where it runs. */
declare const runInTree: (tree: Document, input: unknown) => unknown;

/** Runs functions in a document of the extension's own. */
export const inDocument = (evaluate: BrowserDriver["evaluate"]): RunWithin =>
  ((run: (tree: Document, input: unknown) => unknown, input: unknown) =>
    evaluate((given) => runInTree(document, given), input, `const runInTree = ${run.toString()};`)) as RunWithin;

/** What a user sees of the parts that a page object names by their selectors. White space is folded, as it is read. */
export function seenIn<Part extends string>(parts: Readonly<Record<Part, string>>, within: RunWithin) {
  const texts = async (part: Part): Promise<string[]> =>
    (await within(
      (tree, selector) =>
        [...tree.querySelectorAll(selector)].map((element) => element.textContent?.replace(/\s+/g, " ").trim() ?? ""),
      parts[part],
      part,
    )) ?? [];
  const shows = async (part: Part): Promise<boolean> => (await texts(part)).length > 0;
  return {
    texts,
    shows,
    /** What a part says, once it is there; of several, all in turn. */
    textOf: async (part: Part): Promise<string> => {
      await until(part, () => shows(part));
      return (await texts(part)).join("|");
    },
    untilShown: (part: Part): Promise<unknown> => until(part, () => shows(part)),
    untilGone: (part: Part): Promise<unknown> => until(`no ${part}`, async () => !(await shows(part))),
    untilCount: (part: Part, count: number): Promise<unknown> =>
      until(`${count} × ${part}`, async () => (await texts(part)).length === count),
    /** Waits until one of the parts says these words, and no others, or what an expression describes. */
    untilSays: (part: Part, words: string | RegExp): Promise<unknown> =>
      until(`${part} to say ${words}`, async () =>
        (await texts(part)).some((text) => (typeof words === "string" ? text === words : words.test(text))),
      ),
    /** Waits until the parts say this, in this order, and there are no others. */
    untilTexts: (part: Part, expected: readonly string[]): Promise<unknown> =>
      until(`${part}: ${expected.join(", ")}`, async () => (await texts(part)).join("\n") === expected.join("\n")),
  };
}

/** What a user does with the parts of a document of the extension's own, where scripts are heard. */
export function doneIn<Part extends string>(parts: Readonly<Record<Part, string>>, within: RunWithin) {
  return {
    /** Clicks a part once it is there; of several, the first or the one that says `label`. */
    pressPart: (part: Part, label?: string): Promise<unknown> =>
      until(`${label ?? part} to press`, () =>
        within(
          (tree, wanted) => {
            const found = [...tree.querySelectorAll<HTMLElement>(wanted.selector)].find(
              ({ textContent }) => wanted.label === undefined || textContent?.trim() === wanted.label,
            );
            found?.click();
            return found !== undefined;
          },
          { selector: parts[part], label },
          part,
        ).catch((error: Error) => {
          // What closes at a press gives no answer to it.
          if (!error.message.endsWith("was closed")) throw error;
          return true;
        }),
      ),
    /** Types into a field once it is there, in place of what is in it. */
    fill: (part: Part, text: string): Promise<unknown> =>
      until(`${part} to fill`, () =>
        within(
          (tree, wanted) => {
            const field = tree.querySelector<HTMLInputElement>(wanted.selector);
            if (field === null) return false;
            field.focus();
            field.value = wanted.text;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
            field.dispatchEvent(new Event("change", { bubbles: true }));
            return true;
          },
          { selector: parts[part], text },
          part,
        ),
      ),
  };
}

/** What is copied in a document of the extension's own, which the browser lets no test read. */
export const copiesIn = (evaluate: BrowserDriver["evaluate"]) => ({
  /** Keeps what is copied from now on. */
  catchCopies: (): Promise<void> =>
    evaluate(() => {
      const clipboard = {
        async write([item]: readonly ClipboardItem[]) {
          for (const kind of item?.types ?? []) {
            document.body.dataset[kind === "text/html" ? "copiedRich" : "copied"] = await (
              await item?.getType(kind)
            )?.text();
          }
        },
      };
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: clipboard });
    }, null),
  /** The plain text of it. */
  copied: (): Promise<string> => until("the copy", () => evaluate(() => document.body.dataset["copied"] ?? null, null)),
  /** The rich text of it, as markup. */
  copiedRich: (): Promise<string> =>
    until("the rich copy", () => evaluate(() => document.body.dataset["copiedRich"] ?? null, null)),
});
