import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { declareLanguage, message, plural } from "../../../../extension/locale/message.ts";

const texts = JSON.parse(readFileSync("extension/_locales/en/messages.json", "utf8")) as Record<
  string,
  { message: string }
>;

/** The language of the browser itself, for which there may be no texts: then they are the English ones. */
let browserLanguage = "en";
vi.mock("webextension-polyfill", () => ({
  default: {
    i18n: {
      getUILanguage: () => browserLanguage,
      getMessage: (key: string, substitutions: string[]) =>
        key === "@@bidi_dir"
          ? "rtl"
          : ["FIRST", "SECOND", "THIRD"].reduce(
              (text, name, index) => text.replace(`$${name}$`, substitutions[index] ?? ""),
              texts[key]!.message,
            ),
    },
  },
}));

beforeEach(() => {
  browserLanguage = "en";
});

describe("a text", () => {
  test("sets a name in another direction apart, and leaves others as they are", () => {
    expect(message("holdsOnPage", "الرصيف آمن")).toBe("Only on “\u2068الرصيف آمن\u2069”");
    expect(message("takenBack", "משה כהן")).toBe("The correction of “\u2068משה כהן\u2069” was undone.");
    expect(message("takenBack", "Łukasz 李")).toBe("The correction of “Łukasz 李” was undone.");
  });

  test("lets no letters that turn others around reach beyond the name that has them", () => {
    expect(message("takenBack", "\u202Eneom")).toBe("The correction of “\u2068\u202Eneom\u2069” was undone.");
    expect(message("takenBack", "\u2069\u202Eneom")).toBe("The correction of “\u2068\u202Eneom\u2069” was undone.");
  });

  test.each(["en", "fr", "ar", "ja"])(
    "counts by the rules of its own language, in a browser that speaks %s",
    (language) => {
      browserLanguage = language;
      expect(plural("places", 0)).toBe("0 places");
      expect(plural("places", 1)).toBe("1 place");
      expect(plural("places", 2)).toBe("2 places");
    },
  );
});

test("an own page is in the language and direction of its texts, in whichever browser", () => {
  browserLanguage = "he";
  const documentElement = { lang: "", dir: "" };
  vi.stubGlobal("document", { documentElement });
  declareLanguage();
  expect(documentElement).toEqual({ lang: "en", dir: "ltr" });
  vi.unstubAllGlobals();
});
