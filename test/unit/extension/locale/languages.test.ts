import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Texts } from "../../../../tools/browsers/other-texts.ts";

const FOLDER = "extension/_locales";
const textsIn = (language: string): Texts =>
  JSON.parse(readFileSync(`${FOLDER}/${language}/messages.json`, "utf8")) as Texts;

const ENGLISH = textsIn("en");
const OTHERS = readdirSync(FOLDER).filter((language) => language !== "en");

/** Texts that may be the same in two languages: names, formats, and words that both languages have. */
const MAY_BE_THE_SAME = /^(?:productName|actionTitle|textDirection|format\w+|\w*[Tt]ag\w*|\w*[Nn]ote\w*|position)$/;
const SAME_AT_MOST = 30;

const placeholdersIn = (message: string): string[] => [...new Set(message.match(/\$\w+\$/g) ?? [])].toSorted();

test("the interface speaks five languages", () => {
  expect(OTHERS.toSorted()).toEqual(["de", "es", "fr", "pt_BR"]);
});

describe.each(OTHERS)("the texts in %s", (language) => {
  const texts = textsIn(language);

  test("are all there, and no others", () => {
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(ENGLISH).toSorted());
  });

  test("name the language by the tag that its folder stands for", () => {
    expect(texts["textLanguage"]?.message).toBe(language.replace("_", "-"));
  });

  test("have the placeholders of the English ones, each of them filled", () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(texts)) {
      const used = placeholdersIn(message);
      const isOne = key.endsWith("One");
      // Where one form stands for more numbers than one, it says the number.
      if (!isOne) expect(used, key).toEqual(placeholdersIn(ENGLISH[key]?.message ?? ""));
      expect(
        Object.keys(placeholders).map((name) => `$${name.toUpperCase()}$`),
        key,
      ).toEqual(expect.arrayContaining(used));
    }
  });

  test("say the number wherever the form for one stands for other numbers too", () => {
    const rules = new Intl.PluralRules(language.replace("_", "-"));
    const isForOneAlone = [0, 2, 3, 5].every((count) => rules.select(count) !== "one");
    if (isForOneAlone) return;
    const stuck = Object.entries(texts).filter(([key, { message }]) => key.endsWith("One") && /\b1\b/.test(message));
    expect(stuck.map(([key]) => key)).toEqual([]);
  });

  test("are translated", () => {
    const same = Object.entries(texts).filter(
      ([key, { message }]) => message === ENGLISH[key]?.message && !MAY_BE_THE_SAME.test(key),
    );
    expect(same.length, same.map(([key]) => key).join(", ")).toBeLessThan(SAME_AT_MOST);
    // A sentence is never the same in two languages.
    expect(same.filter(([, { message }]) => message.split(" ").length > 3)).toEqual([]);
  });

  test("keep to the lengths that browsers and stores allow", () => {
    expect(texts["extensionName"]?.message.length).toBeLessThanOrEqual(75);
    expect(texts["extensionDescription"]?.message.length).toBeLessThanOrEqual(132);
  });

  test("use the quotation marks of their language alone", () => {
    const foreign = { de: /“[^“]*”|«|"/, fr: /“|”|„|"/, es: /„|"/, pt_BR: /„|«|"/ }[language];
    const wrong = Object.entries(texts).filter(
      // Operators of the search are typed as they are.
      ([key, { message }]) => key !== "searchHelp" && foreign?.test(message),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});
