import { describe, expect, it } from "vitest";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import { isEnglish } from "../../../../src/text/language.ts";
import { segment } from "../../../../src/text/segment.ts";

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
/** Results of an invented regatta: hardly a word of it is in small letters. */
const TABLE = Array.from({ length: 12 }, (_, at) => `${at + 1}. Edvard Moen (Norway) 2:${at + 10}.4 b Kari Lund`).join(
  "\n",
);
const LIST = `Rowing results from Skerry Sound on Saturday: ${"Bergen Rowing Club 3 Oslo Harbour Crew 1; ".repeat(12)}`;

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
    ["a table of results, undeclared", TABLE, null, true],
    ["a table of results, declared English", TABLE, "en-US", true],
    ["a table of results, declared German", TABLE, "de", false],
    ["a list of clubs, undeclared", LIST, null, true],
    ["capitals alone", "MAYOR SAYS PIER WILL STAY CLOSED UNTIL SPRING. ".repeat(8), null, true],
    [
      "English with few of the commonest words",
      "New electric ferries, several small freighters and cheap harbour tugs fill nearly half the display halls at this " +
        "spring boat show, where builders promise longer range and quicker charging.",
      null,
      true,
    ],
  ])("%s", (_name, text, declared, expected) => {
    expect(isEnglish(documentOf(text), declared)).toBe(expected);
  });

  it.each([
    [
      "Danish",
      "Borgmesteren i den gamle havneby sagde mandag, at broen er lukket i mindst tre uger, for stormen har revet en af " +
        "dens piller væk. Bilisterne må køre over ved møllen, og de skal have god tid med sig, for der er kø hele dagen.",
    ],
    [
      "Norwegian",
      "Ordføreren i den gamle havnebyen sa mandag at brua blir stengt i minst tre uker, for stormen har revet bort en av " +
        "pilarene. Bilistene må ta veien over ved mølla, og de bør ha god tid, for det er kø der hele dagen.",
    ],
    [
      "French",
      "La maire de la vieille ville portuaire a dit lundi que le pont serait fermé au moins trois semaines, car la tempête " +
        "a emporté une de ses piles. On a prié les automobilistes de prendre la route du moulin, rouverte au printemps.",
    ],
    [
      "Spanish",
      "La alcaldesa de la vieja ciudad portuaria dijo a los vecinos que el puente estará cerrado al menos tres semanas, " +
        "porque la tormenta se ha llevado a uno de sus pilares. Se pide a los conductores que tomen la vía del molino.",
    ],
    [
      "Portuguese",
      "A prefeita da velha cidade portuária disse que as pontes ficam fechadas a quem vem do norte por três semanas, pois " +
        "a tempestade levou as suas colunas. Pede-se aos motoristas que tomem as vias do moinho, abertas na primavera.",
    ],
    [
      "Italian",
      "La sindaca della vecchia città portuale ha detto a chi abita sul porto che il ponte resta chiuso per tre settimane, " +
        "perché la tempesta ne ha portato via un pilone. Si chiede a tutti di prendere la strada che passa dal mulino.",
    ],
    [
      "Hungarian",
      "A régi kikötőváros polgármestere azt mondta, hogy a híd legalább három hétig zárva marad, mert a vihar elvitte a " +
        "pillérek egyikét is. Az autósok a malom felé vezető úton mehetnek, de a sor ott is hosszú, és a busz is arra jár.",
    ],
    [
      "Polish",
      "Burmistrz starego miasta portowego powiedziała, że most będzie zamknięty co najmniej trzy tygodnie, bo burza " +
        "zabrała jeden z filarów, a kierowcy muszą jechać drogą koło młyna, która jest otwarta od wiosny.",
    ],
  ])("%s is not English, whatever the page declares", (_name, text) => {
    expect(isEnglish(documentOf(text), null)).toBe(false);
    expect(isEnglish(documentOf(text), "en")).toBe(false);
  });

  it("does not take a language for English because its tag begins alike", () => {
    expect(isEnglish(documentOf("Hello"), "enm")).toBe(false);
  });
});
