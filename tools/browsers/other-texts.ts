import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A text of the interface, as the browsers keep it. */
export interface Text {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
export type Texts = Readonly<Record<string, Text>>;

/** The texts of one of the interface's languages, by its folder's name. */
export const textsIn = (extension: string, language: string): Texts =>
  JSON.parse(readFileSync(join(extension, "_locales", language, "messages.json"), "utf8")) as Texts;

/**
 * Copies a built extension to a fresh folder, with other texts in the place of the English ones: what browsers on this
 * machine show, whatever language they speak. Gives the folder.
 */
export function copyWithTexts(extension: string, texts: Texts): string {
  const copy = mkdtempSync(join(tmpdir(), "sourceline-texts-"));
  cpSync(extension, copy, { recursive: true });
  writeFileSync(join(copy, "_locales", "en", "messages.json"), JSON.stringify(texts));
  return copy;
}

const ACCENTED = Object.fromEntries(
  [..."aàAÀcçCÇeéEÉiïIÏnñNÑoöOÖsšSŠuüUÜyýYÝzžZŽ"].flatMap((letter, index, all) =>
    index % 2 === 0 ? [[letter, all[index + 1] ?? letter]] : [],
  ),
);

/**
 * Texts in a language that nobody speaks: every letter that can have an accent has one, and each text is two fifths longer,
 * as the longest translations are. What stays without accents was never translated; what is cut would be in German.
 *
 * @param direction in which they are laid out.
 */
export function pseudoTexts(texts: Texts, direction: "ltr" | "rtl"): Texts {
  const changed = Object.entries(texts).map(([key, text]): [string, Text] => {
    if (key === "textDirection") return [key, { ...text, message: direction }];
    if (key === "textLanguage") return [key, text];
    const accented = text.message.replaceAll(/\$\w+\$|[a-z]/gi, (piece) => ACCENTED[piece] ?? piece);
    // The names of the extension and its description have a length that browsers and stores insist on.
    const isBounded = /^(?:extension|product|action)/.test(key);
    const padding = isBounded ? "" : ` ${"ø".repeat(Math.ceil(text.message.length * 0.4))}`;
    return [key, { ...text, message: accented + padding }];
  });
  return Object.fromEntries(changed);
}
