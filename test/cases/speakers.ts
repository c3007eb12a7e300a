/**
 * Under whose name statements stand. In the text, `[p:…]` is a person, `[l:…]` a place, `[o:…]` an organisation. Behind
 * it, whoever is meant by the source of each statement, in the order of the text; in brackets where that stays open.
 */
export type SpeakerRow = readonly [construction: string, text: string, ...speakers: string[]];

export const SPEAKER_CASES: Readonly<Record<string, readonly SpeakerRow[]>> = {
  "pronouns and who spoke last": [
    [
      "the person who spoke last",
      "[p:Ingrid Solberg] said the pier was unsafe. [p:Anders Holm] nodded. “It must go,” she said.",
      "Ingrid Solberg",
      "Ingrid Solberg",
    ],
    [
      "a time before the name is nobody",
      "The rebel [o:Tide Army] has burnt eight boats.\nLast month, [o:Harbour Watch] said the men had fled.\nIt said nine boats were left.",
      "Harbour Watch",
      "Harbour Watch",
    ],
    [
      "first names tell a man from a woman",
      "[p:Ingrid Solberg] met [p:Anders Holm].\n“It must go,” she said. “Never,” he replied.",
      "Ingrid Solberg",
      "Anders Holm",
    ],
    [
      "somebody without a name, not the man who is talked about",
      "A nurse said [p:Lionel Trask] had left at dawn. “He was cold,” she said.",
      "A nurse",
      "A nurse",
    ],
    [
      "somebody with a noun that tells the gender",
      "A fisherman said [p:Victor Ruzic] had paid in coins. He said there were nine.",
      "A fisherman",
      "A fisherman",
    ],
    [
      "several without a name",
      "Two sailors said Captain [p:Ben Oakes] had gone below. “It was calm,” they told the inquiry.",
      "Two sailors",
      "Two sailors",
    ],
    [
      "of two men, the one who spoke",
      "[p:Anton Beck] met [p:Igor Hald]. Beck said the price was high. He said he would wait.",
      "Anton Beck",
      "Anton Beck",
    ],
    [
      "the man of the last sentence, where nobody spoke in it",
      "Rovers drew, and coach [p:Marc Dupont] smiled.\n\nUnited won, and coach [p:Andrew Gill] danced. “We earned it,” he said.",
      "Andrew Gill",
    ],
    ["nobody was named before", "“It is over,” he said. The guard [p:Ivo Kern] had slept.", "(he)"],
    ["whoever stays open stays the same", "“It is over,” she said. She said the lamp was out.", "(she)", "(she)"],
  ],
  "it and they": [
    [
      "the body of the sentence before",
      "The appeal court freed the two men. It said the trial had been unfair.",
      "The appeal court",
    ],
    [
      "a body named in the report itself, not the agency of the dateline",
      "[l:OSLO], June 4 ([o:Reuters]) - The oil fund has sold its shares, it said on Monday.",
      "The oil fund",
    ],
    [
      "an airline that was taken for a place",
      "The airline [l:Nordvia] apologised. In a statement it said a computer had failed.",
      "Nordvia",
    ],
    ["people who did something", "Farmers blocked the road. They said milk was too cheap.", "Farmers"],
    [
      "a subject behind its own words",
      "The union called off the strike. Later [o:Altmark] cut gas deliveries because, it said, nobody had paid.",
      "Altmark",
    ],
  ],
  "descriptions and offices": [
    [
      "the office of whoever is named",
      "Mayor [p:Ingrid Solberg] met [p:Anders Holm]. “The pier must go,” the mayor said.",
      "Ingrid Solberg",
    ],
    [
      "the office before the name, with a comma",
      "Mayor denies the pier is shut\nThe mayor of Port Amsel, [p:Edvard Moen], told reporters that the pier was open. [p:Anna Brandt] denied this.",
      "Edvard Moen",
      "Edvard Moen",
    ],
    [
      "of two ministers, the one with that field",
      "Health Minister [p:Olga Brandt] met Transport Minister [p:Janos Keve]. The health minister said they agreed.",
      "Olga Brandt",
    ],
    [
      "the vice president is not the president",
      "Vice President [p:Tom Hale] spoke after President [p:Ruth Dean]. The president said the road was long.",
      "Ruth Dean",
    ],
    ["an office written short", "Prime Minister [p:Ilan Rado] opened the port. The PM said it was late.", "Ilan Rado"],
    [
      "a country's leader, by the word for its people",
      "[l:British] Prime Minister [p:Alan Croft] met French President [p:Luc Morel]. The French leader said the deal was close.",
      "Luc Morel",
    ],
    [
      "another country's president is nobody who is named",
      "[l:Syrian] President [p:Bashar Rahal] met [p:Hugo Vidal]. President [p:Rahal] left. The Venezuelan president said it was late.",
      "The Venezuelan president",
    ],
    [
      "a name beside a description, with what its bearer is",
      "His neighbour, sculptor [p:Mia Lund], said he sang. “He is no tenor,” she said.",
      "Mia Lund",
      "Mia Lund",
    ],
    ["an age", "[p:Jan Petrov], 47, won the race. The 47-year-old said the wind had helped.", "Jan Petrov"],
    [
      "an office that was given",
      "[p:Ana Holt] was elected governor in May. The governor said taxes would fall.",
      "Ana Holt",
    ],
    [
      "described first and named in the next sentence",
      "The country's intelligence minister says two spies are held. [p:Reza Kamrani] told reporters that they would be tried.",
      "Reza Kamrani",
      "Reza Kamrani",
    ],
    [
      "a description of nobody who is named stays one",
      "[p:Anna Berg] sat by the door. The passenger said he had saved them.",
      "The passenger",
    ],
    [
      "officials of another town are others",
      "Officials in [l:Lagos] said rain had stopped. Officials in [l:Accra] said it had not.",
      "Officials in Lagos",
      "Officials in Accra",
    ],
  ],
  "nouns with a name": [
    ["a lawyer for somebody", "A lawyer for Mr [p:Berg] said his client was ill.", "A lawyer for Mr Berg"],
    ["a widow", "The widow of General [p:Karl Berg] said the house was shut.", "The widow of General Karl Berg"],
    ["opponents", "Opponents of President [p:Omar Dia] said the seal was false.", "Opponents of President Omar Dia"],
    [
      "somebody who represents",
      "A lawyer representing Ms [p:Ella Reed] said the fine was high.",
      "A lawyer representing Ms Ella Reed",
    ],
    ["the name of the lawyer", "Mr [p:Berg]'s lawyer, [p:Ida Kohl], said her client was ill.", "Ida Kohl"],
    ["the name behind the words", "The mill will be sold, its owner, [p:Ruth Amble], said.", "Ruth Amble"],
    ["the office's place between", "Governor of [l:Lagos] [p:Uba Bello] said the market would move.", "Uba Bello"],
    ["an honour behind the name", "Barrister [p:Jane Lowell] KC told the jury that he lied.", "Jane Lowell"],
  ],
  "bodies under several names": [
    [
      "the acronym that the text gives",
      "The National Bureau of Harbours (NBH) said traffic fell. The NBH said ships were few.",
      "National Bureau of Harbours",
      "National Bureau of Harbours",
    ],
    [
      "the acronym that its words make",
      "The [o:Kalvia Housing Board] said rents froze. The [o:KHB] said nobody need apply.",
      "Kalvia Housing Board",
      "Kalvia Housing Board",
    ],
    [
      "the acronym first",
      "The [o:SDF] said the bridge was lost. The [o:Southern Defence Front] (SDF) said it would be retaken.",
      "Southern Defence Front",
      "Southern Defence Front",
    ],
    [
      "the ministry",
      "The health ministry of Valdoria said four had died. The ministry said eleven were ill.",
      "The health ministry of Valdoria",
      "The health ministry of Valdoria",
    ],
    [
      "the company, and its name without the form",
      "[o:Larkfield] Inc. said the plant was safe. The company said nobody was hurt. [o:Larkfield] said tests went on.",
      "Larkfield Inc.",
      "Larkfield Inc.",
      "Larkfield Inc.",
    ],
    [
      "the group, of which nothing says that it is one",
      "[o:Open Rivers] said villagers were beaten. The rights group said police had watched.",
      "Open Rivers",
      "Open Rivers",
    ],
    [
      "whoever a statement is from",
      "A statement from the [o:Harbour Trust] said the pier was closed. The trust said it would open.",
      "Harbour Trust",
      "Harbour Trust",
    ],
    ["a paper by its sort", "Britain's [o:Telegraph] newspaper said the tower leaned.", "Telegraph"],
    ["a paper named by its city", "According to the [l:Bergen Herald], the pier was unsafe.", "Bergen Herald"],
    [
      "two trusts",
      "The [o:Harbour Trust] said the pier was shut. The [o:Port Trust] said it was open.",
      "Harbour Trust",
      "Port Trust",
    ],
  ],
  "countries and their people": [
    ["a country", "[l:Brazil] said its troops would leave.", "Brazil"],
    ["a capital", "“There will be no talks,” [l:Ankara] said.", "Ankara"],
    ["officials", "[l:US] officials said the dam was full.", "US officials"],
    ["two countries", "[l:Poland] and [l:Lithuania] said they would close the road.", "Poland and Lithuania"],
    [
      "a country that acts, not the ministry before",
      "The foreign ministry said soldiers had been shot at.\n\n[l:Egypt] denied this. It said its men had fired at a wolf.",
      "The foreign ministry",
      "Egypt",
    ],
    ["a country and “it”", "[l:Egypt] said the canal was clear. It said ships could pass.", "Egypt", "Egypt"],
  ],
};
