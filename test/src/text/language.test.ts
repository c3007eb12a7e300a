import { describe, expect, it } from "vitest";
import { articleOfPlainText } from "../../../src/article/plain-text.ts";
import { isEnglish } from "../../../src/text/language.ts";
import { segment } from "../../../src/text/segment.ts";

const documentOf = (text: string) => segment(articleOfPlainText(text));

const ENGLISH =
  "The mayor of the old harbour town said on Monday that the bridge would be closed for at least three weeks, because " +
  "the storm had torn away one of its piers. Drivers are asked to take the road by the mill, which has been open since " +
  "the spring.";
const GERMAN =
  "Die Bürgermeisterin der alten Hafenstadt sagte am Montag, die Brücke bleibe mindestens drei Wochen lang gesperrt, " +
  "weil der Sturm einen ihrer Pfeiler weggerissen habe. Autofahrer werden gebeten, die Straße an der Mühle zu nehmen, " +
  "die seit dem Frühjahr wieder offen ist und bald verbreitert werden soll.";
const DUTCH =
  "De burgemeester van de oude havenstad zei maandag dat de brug minstens drie weken dicht blijft, omdat de storm een " +
  "van de pijlers heeft weggeslagen. Automobilisten wordt gevraagd om de weg langs de molen te nemen, die sinds het " +
  "voorjaar weer open is en binnenkort breder wordt gemaakt.";

describe("isEnglish", () => {
  it.each([
    ["English, as declared", ENGLISH, "en-GB", true],
    ["English, undeclared", ENGLISH, null, true],
    ["English in a German frame", ENGLISH, "de", true],
    ["German, as declared", GERMAN, "de", false],
    ["German in an English frame", GERMAN, "en", false],
    ["Dutch, undeclared", DUTCH, null, false],
    ["a headline, declared German", "Brücke in Almaty eröffnet", "de", false],
    ["a headline, declared English", "Bridge opens in Almaty", "en", true],
    ["a headline, undeclared", "Bridge opens in Almaty", null, true],
    ["another script", "Мост закрыт ".repeat(30), null, false],
  ])("%s", (_name, text, declared, expected) => {
    expect(isEnglish(documentOf(text), declared)).toBe(expected);
  });

  it("does not take a language for English because its tag begins alike", () => {
    expect(isEnglish(documentOf("Hello"), "enm")).toBe(false);
  });
});
