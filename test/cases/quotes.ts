import { readStatement, type StatementCase, type StatementRow } from "./notation.ts";
import { CUES } from "./quote-cues.ts";
import { EXTENTS } from "./quote-extents.ts";

/** One construction and the statements that it holds. */
export interface QuoteCase {
  readonly construction: string;
  readonly text: string;
  readonly statements: readonly StatementCase[];
  /** True where the rules are known to fail. Such a case must fail: one that is put right must lose its mark. */
  readonly known: boolean;
}

const cases = (known: boolean, group: string, rows: readonly StatementRow[]): QuoteCase[] =>
  rows.map(([construction, text, ...statements]) => ({
    construction: `${group}: ${construction}`,
    text,
    statements: statements.map((written) => readStatement(written, text)),
    known,
  }));

const DIRECT: readonly StatementRow[] = [
  [
    "cue after, surname",
    "“The ferry will sail at dawn,” Solberg said.",
    "Solberg | said | “The ferry will sail at dawn,”",
  ],
  ["cue after, pronoun", "“The ferry will sail at dawn,” she said.", "she | said | “The ferry will sail at dawn,”"],
  [
    "cue after, title",
    "“The ferry will sail at dawn,” Captain Holm told reporters.",
    "Captain Holm | told | “The ferry will sail at dawn,”",
  ],
  [
    "cue after, present tense",
    "“The ferry will sail at dawn,” Solberg says.",
    "Solberg | says | “The ferry will sail at dawn,”",
  ],
  [
    "cue after, with a day",
    "“The ferry will sail at dawn,” Solberg said on Tuesday.",
    "Solberg | said | “The ferry will sail at dawn,”",
  ],
  [
    "cue after, with a bare day",
    "“The ferry will sail at dawn,” Solberg said Tuesday.",
    "Solberg | said | “The ferry will sail at dawn,”",
  ],
  [
    "cue after, in a statement",
    "“The ferry will sail at dawn,” Solberg said in a statement.",
    "Solberg | said | “The ferry will sail at dawn,”",
  ],
  [
    "cue after, apposition",
    "“The ferry will sail at dawn,” Ingrid Solberg, the harbour master, said.",
    "Ingrid Solberg, the harbour master | said | “The ferry will sail at dawn,”",
  ],
  [
    "cue after, age",
    "“The ferry will sail at dawn,” Anders Holm, 47, said.",
    "Anders Holm, 47 | said | “The ferry will sail at dawn,”",
  ],
  [
    "cue after, relative clause",
    "“The ferry will sail at dawn,” Anders Holm, who owns two boats, said.",
    "Anders Holm, who owns two boats | said | “The ferry will sail at dawn,”",
  ],
  [
    "cue after, role before the name",
    "“The ferry will sail at dawn,” union spokeswoman Marta Lindqvist said.",
    "union spokeswoman Marta Lindqvist | said | “The ferry will sail at dawn,”",
  ],
  [
    "cue after, organisation",
    "“The ferry will sail at dawn,” the Harbour Board said.",
    "the Harbour Board | said | “The ferry will sail at dawn,”",
  ],
  [
    "cue after, unnamed",
    "“The ferry will sail at dawn,” one official said.",
    "one official | said | “The ferry will sail at dawn,”",
  ],
  [
    "cue after, question",
    "“When will the ferry sail?” Solberg asked.",
    "Solberg | asked | “When will the ferry sail?”",
  ],
  ["cue after, exclamation", "“The ferry is lost!” shouted a deckhand.", "a deckhand | shouted | “The ferry is lost!”"],
  [
    "cue after, perfect tense",
    "“The ferry will sail at dawn,” Solberg has said.",
    "Solberg | said | “The ferry will sail at dawn,”",
  ],
  [
    "cue after, adverb",
    "“The ferry will sail at dawn,” Solberg later said.",
    "Solberg | said | “The ferry will sail at dawn,”",
  ],
  [
    "inverted, surname",
    "“The ferry will sail at dawn,” said Solberg.",
    "Solberg | said | “The ferry will sail at dawn,”",
  ],
  [
    "inverted, pronoun-like group",
    "“The ferry will sail at dawn,” said officials.",
    "officials | said | “The ferry will sail at dawn,”",
  ],
  [
    "inverted, role and name",
    "“The ferry will sail at dawn,” said union spokeswoman Marta Lindqvist.",
    "union spokeswoman Marta Lindqvist | said | “The ferry will sail at dawn,”",
  ],
  [
    "inverted, of",
    "“The ferry will sail at dawn,” said Marta Lindqvist of the Dockers' Union.",
    "Marta Lindqvist of the Dockers' Union | said | “The ferry will sail at dawn,”",
  ],
  [
    "inverted, relative clause",
    "“The ferry will sail at dawn,” said Anders Holm, who owns two boats.",
    "Anders Holm, who owns two boats | said | “The ferry will sail at dawn,”",
  ],
  [
    "inverted, age",
    "“The ferry will sail at dawn,” said Anders Holm, a 47-year-old fisherman.",
    "Anders Holm, a 47-year-old fisherman | said | “The ferry will sail at dawn,”",
  ],
  [
    "inverted, other verb",
    "“The ferry will sail at dawn,” wrote Solberg.",
    "Solberg | wrote | “The ferry will sail at dawn,”",
  ],
  [
    "inverted, unknown verb",
    "“The ferry will sail at dawn,” thundered Anders Holm.",
    "Anders Holm | thundered | “The ferry will sail at dawn,”",
  ],
  [
    "known form, unknown verb",
    "“The ferry will sail at dawn,” Holm thundered.",
    "Holm | thundered | “The ferry will sail at dawn,”",
  ],
  [
    "cue before, comma",
    "Solberg said, “The ferry will sail at dawn.”",
    "Solberg | said | “The ferry will sail at dawn.”",
  ],
  [
    "cue before, colon",
    "Solberg said: “The ferry will sail at dawn.”",
    "Solberg | said | “The ferry will sail at dawn.”",
  ],
  [
    "cue before, nothing between",
    "Solberg shouted “The ferry will sail at dawn.”",
    "Solberg | shouted | “The ferry will sail at dawn.”",
  ],
  [
    "cue before, hearer",
    "Solberg told the crew, “The ferry will sail at dawn.”",
    "Solberg | told | “The ferry will sail at dawn.”",
  ],
  [
    "cue before, tweeted",
    "Solberg tweeted: “The ferry will sail at dawn.”",
    "Solberg | tweeted | “The ferry will sail at dawn.”",
  ],
  [
    "cue before, any clause with a colon",
    "Solberg went even further: “The ferry will never sail again.”",
    "Solberg | went | “The ferry will never sail again.”",
  ],
  [
    "cue before, time in front",
    "On Tuesday, Solberg said: “The ferry will sail at dawn.”",
    "Solberg | said | “The ferry will sail at dawn.”",
  ],
  [
    "cue before, clause in front",
    "When the storm passed, Solberg said: “The ferry will sail at dawn.”",
    "Solberg | said | “The ferry will sail at dawn.”",
  ],
  [
    "colon at the end of a paragraph",
    "Solberg told the crew:\n“The ferry will sail at dawn, whatever the weather.”",
    "Solberg | told | “The ferry will sail at dawn, whatever the weather.”",
  ],
  ["straight marks", '"The ferry will sail at dawn," Solberg said.', 'Solberg | said | "The ferry will sail at dawn,"'],
  [
    "British single marks",
    "‘The ferry will sail at dawn,’ Solberg said.",
    "Solberg | said | ‘The ferry will sail at dawn,’",
  ],
  [
    "straight single marks",
    "'The ferry will sail at dawn,' Solberg said.",
    "Solberg | said | 'The ferry will sail at dawn,'",
  ],
  [
    "single marks with an apostrophe",
    "‘The ferry won’t sail at dawn,’ Solberg said.",
    "Solberg | said | ‘The ferry won’t sail at dawn,’",
  ],
  [
    "two apostrophes for a mark",
    "''The ferry will sail at dawn,'' Solberg said.",
    "Solberg | said | ''The ferry will sail at dawn,''",
  ],
  [
    "British comma outside",
    "“The ferry will sail at dawn”, Solberg said.",
    "Solberg | said | “The ferry will sail at dawn”",
  ],
  ["a quote inside a quote", "“Holm said ‘never’ to me,” Solberg said.", "Solberg | said | “Holm said ‘never’ to me,”"],
  [
    "several sentences in one quote",
    "“The ferry will sail. The crew is ready,” Solberg said.",
    "Solberg | said | “The ferry will sail. The crew is ready,”",
  ],
  [
    "interrupted in the middle",
    "“The ferry,” said Solberg, “will sail at dawn.”",
    "Solberg | said | “The ferry,” // “will sail at dawn.”",
  ],
  [
    "interrupted by an adverbial",
    "“The ferry,” Solberg said on Tuesday, “will sail at dawn.”",
    "Solberg | said | “The ferry,” // “will sail at dawn.”",
  ],
  [
    "interrupted by an aside",
    "“The ferry is safe,” said Solberg, speaking of the old ship, “and it will sail at dawn.”",
    "Solberg | said | “The ferry is safe,” // “and it will sail at dawn.”",
  ],
  [
    "interrupted, goes on without marks",
    "“Only the ferry,” Solberg said, would sail at dawn.",
    "Solberg | said | “Only the ferry,” // would sail at dawn",
  ],
  [
    "continued twice",
    "“The ferry will sail,” Solberg said. “The crew is ready.” “Nobody will be left on the quay.”",
    "Solberg | said | “The ferry will sail,” // “The crew is ready.” // “Nobody will be left on the quay.”",
  ],
  [
    "continued in the next paragraph",
    "“The ferry will sail at dawn,” Solberg said.\n“Nobody will be left behind on the quay.”",
    "Solberg | said | “The ferry will sail at dawn,” // “Nobody will be left behind on the quay.”",
  ],
  [
    "over two paragraphs, opened twice",
    "“The ferry will sail at dawn,” Solberg said. “The crew is ready.\n“Nobody will be left behind on the quay.”",
    "Solberg | said | “The ferry will sail at dawn,” // “The crew is ready. // “Nobody will be left behind on the quay.”",
  ],
  [
    "two speakers in a row",
    "“The ferry will sail,” Solberg said. “It will not,” Holm replied.",
    "Solberg | said | “The ferry will sail,”",
    "Holm | replied | “It will not,”",
  ],
];

const MIXED: readonly StatementRow[] = [
  [
    "mixed with that",
    "Solberg said that the pier was “beyond repair”.",
    "Solberg | said | that the pier was “beyond repair”",
  ],
  [
    "mixed without that",
    "Solberg said the pier was “beyond repair” and had to go.",
    "Solberg | said | the pier was “beyond repair” and had to go",
  ],
  [
    "mixed, cue after",
    "The pier is “beyond repair” and has to go, Solberg said.",
    "Solberg | said | The pier is “beyond repair” and has to go",
  ],
  [
    "mixed, pronoun and quote",
    "Solberg said it “must go before winter”.",
    "Solberg | said | it “must go before winter”",
  ],
  ["called", "Solberg called the pier “a disgrace”.", "Solberg | called | the pier “a disgrace”"],
  [
    "called, with a dig behind",
    "Solberg called Holm a “dreamer,” a jab at his plans for the pier.",
    "Solberg | called | Holm a “dreamer,”",
  ],
  [
    "described as",
    "Solberg described the pier as “a disgrace to the town”.",
    "Solberg | described | the pier as “a disgrace to the town”",
  ],
  ["referred to as", "Solberg referred to the pier as “that ruin”.", "Solberg | referred | the pier as “that ruin”"],
  ["denied", "Holm denied he had “any part” in the sale.", "Holm | denied | he had “any part” in the sale"],
  [
    "expressed",
    "Holm expressed his “deep regret” over the sale.",
    "Holm | expressed | his “deep regret” over the sale",
  ],
  [
    "quote ends the statement",
    "Solberg said “the pier must go” after the meeting.",
    "Solberg | said | “the pier must go”",
  ],
  [
    "quote is the subject of the statement",
    "Solberg said “gridlock” in the harbour had cost the town dearly.",
    "Solberg | said | “gridlock” in the harbour had cost the town dearly",
  ],
];

const INDIRECT: readonly StatementRow[] = [
  ["that", "Solberg said that the pier was unsafe.", "Solberg | said | that the pier was unsafe"],
  ["no that", "Solberg said the pier was unsafe.", "Solberg | said | the pier was unsafe"],
  ["no that, pronoun", "Solberg said she would close the pier.", "Solberg | said | she would close the pier"],
  ["no that, name", "Solberg said Holm would close the pier.", "Solberg | said | Holm would close the pier"],
  [
    "no that, plural noun",
    "Solberg said boats from the south would use the pier.",
    "Solberg | said | boats from the south would use the pier",
  ],
  ["told, that", "Solberg told the council that the pier was unsafe.", "Solberg | told | that the pier was unsafe"],
  ["told, no that", "Solberg told the council the pier was unsafe.", "Solberg | told | the pier was unsafe"],
  ["told, name", "Solberg told Radio Fjord she would close the pier.", "Solberg | told | she would close the pier"],
  [
    "told, long hearer",
    "Solberg told a packed hall in the old town that the pier was unsafe.",
    "Solberg | told | that the pier was unsafe",
  ],
  [
    "told, day and that",
    "Solberg told Radio Fjord on Tuesday that the pier was unsafe.",
    "Solberg | told | that the pier was unsafe",
  ],
  ["told, pronoun hearer", "Solberg told him the pier was unsafe.", "Solberg | told | the pier was unsafe"],
  ["said to", "Solberg said to reporters that the pier was unsafe.", "Solberg | said | that the pier was unsafe"],
  [
    "in a statement that",
    "Solberg said in a statement that the pier was unsafe.",
    "Solberg | said | that the pier was unsafe",
  ],
  [
    "in a statement, no that",
    "Solberg said in a statement the pier was unsafe.",
    "Solberg | said | the pier was unsafe",
  ],
  ["day and clause", "Solberg said Tuesday the pier was unsafe.", "Solberg | said | the pier was unsafe"],
  [
    "commas round the adverbial",
    "Solberg said, in a letter to the council, that the pier was unsafe.",
    "Solberg | said | that the pier was unsafe",
  ],
  [
    "dashes round the adverbial",
    "Solberg said — in a letter to the council — that the pier was unsafe.",
    "Solberg | said | that the pier was unsafe",
  ],
  ["perfect tense", "Solberg has repeatedly said the pier is unsafe.", "Solberg | said | the pier is unsafe"],
  ["modal", "Solberg would say only that the pier was unsafe.", "Solberg | say | that the pier was unsafe"],
  ["negated", "Solberg did not say whether the pier was unsafe.", "Solberg | say | whether the pier was unsafe"],
  ["whether", "Holm asked whether the pier was unsafe.", "Holm | asked | whether the pier was unsafe"],
  ["how", "Solberg explained how the pier had been built.", "Solberg | explained | how the pier had been built"],
  ["plural source", "Engineers say the pier is unsafe.", "Engineers | say | the pier is unsafe"],
  [
    "a share of people",
    "Nearly a third say they would miss the pier.",
    "Nearly a third | say | they would miss the pier",
  ],
  [
    "a per cent",
    "About 40 percent of residents said they would miss the pier.",
    "About 40 percent of residents | said | they would miss the pier",
  ],
  [
    "those with a participle",
    "Those surveyed said the pier should stay.",
    "Those surveyed | said | the pier should stay",
  ],
  [
    "an outlet",
    "The Fjord Times reported that the pier was unsafe.",
    "The Fjord Times | reported | that the pier was unsafe",
  ],
  ["a study", "A study found that the pier was unsafe.", "A study | found | that the pier was unsafe"],
  ["an office", "The mayor's office said the pier was unsafe.", "The mayor's office | said | the pier was unsafe"],
  [
    "a list of sources",
    "Solberg, Holm and other councillors said the pier was unsafe.",
    "Solberg, Holm and other councillors | said | the pier was unsafe",
  ],
  ["two sources", "Solberg and Holm said the pier was unsafe.", "Solberg and Holm | said | the pier was unsafe"],
  ["both", "Both said the pier was unsafe.", "Both | said | the pier was unsafe"],
  ["others", "Others said the pier was unsafe.", "Others | said | the pier was unsafe"],
  ["cue after", "The pier is unsafe, Solberg said.", "Solberg | said | The pier is unsafe"],
  ["cue after, inverted", "The pier is unsafe, said Solberg.", "Solberg | said | The pier is unsafe"],
  ["cue after, with a hearer", "The pier is unsafe, Solberg told the council.", "Solberg | told | The pier is unsafe"],
  ["cue after, with a day", "The pier is unsafe, Solberg said Wednesday.", "Solberg | said | The pier is unsafe"],
  [
    "cue after, clause in front",
    "As winter nears, boats have left the pier, Solberg said.",
    "Solberg | said | As winter nears, boats have left the pier",
  ],
  ["cue after, dateline", "BERGEN — The pier is unsafe, Solberg said.", "Solberg | said | The pier is unsafe"],
  ["cue in between", "The pier, Solberg said, is unsafe.", "Solberg | said | The pier // is unsafe"],
  [
    "cue in between, others",
    "That plan, many argue, could ruin the town.",
    "many | argue | That plan // could ruin the town",
  ],
  ["cue in between, inverted", "The pier, said Solberg, is unsafe.", "Solberg | said | The pier // is unsafe"],
  ["link word in front", "Meanwhile, the pier is unsafe, Solberg said.", "Solberg | said | the pier is unsafe"],
  ["time in front", "Last week, Solberg said the pier was unsafe.", "Solberg | said | the pier was unsafe"],
  [
    "phrase in front",
    "In a letter to the council, Solberg said the pier was unsafe.",
    "Solberg | said | the pier was unsafe",
  ],
  [
    "phrase in front, no comma",
    "In a letter the council said the pier was unsafe.",
    "the council | said | the pier was unsafe",
  ],
  ["conjunction in front", "But Solberg said the pier was unsafe.", "Solberg | said | the pier was unsafe"],
  [
    "subordinate clause ends it",
    "While Solberg said the pier was unsafe, the council kept it open.",
    "Solberg | said | the pier was unsafe",
  ],
  [
    "the narrator goes on with while",
    "Solberg said the pier was unsafe, while boats kept using it.",
    "Solberg | said | the pier was unsafe",
  ],
  [
    "the narrator goes on with adding",
    "Solberg said the pier was unsafe, adding that it would close.",
    "Solberg | said | the pier was unsafe",
    "Solberg | adding | that it would close",
  ],
  [
    "shared subject",
    "Solberg said the pier was unsafe and added that it would close.",
    "Solberg | said | the pier was unsafe",
    "Solberg | added | that it would close",
  ],
  [
    "two sources, and",
    "Solberg said the pier was unsafe, and Holm said it was sound.",
    "Solberg | said | the pier was unsafe",
    "Holm | said | it was sound",
  ],
  [
    "two sources, but",
    "Solberg said the pier was unsafe but Holm said it was sound.",
    "Solberg | said | the pier was unsafe",
    "Holm | said | it was sound",
  ],
  [
    "relative clause after a name",
    "Holm met Ingrid Solberg, who said the pier was unsafe.",
    "Ingrid Solberg, who | said | the pier was unsafe",
  ],
  ["relative gap", "Solberg closed the pier, which she said was unsafe.", "she | said | which // was unsafe"],
  [
    "apposition with a comma list",
    "Anders Holm, a fisherman, writer and councillor, said the pier was unsafe.",
    "Anders Holm, a fisherman, writer and councillor | said | the pier was unsafe",
  ],
  [
    "brackets behind the name",
    "Anders Holm (Labour) said the pier was unsafe.",
    "Anders Holm (Labour) | said | the pier was unsafe",
  ],
  [
    "dashes round the apposition",
    "Anders Holm — a fisherman — said the pier was unsafe.",
    "Anders Holm — a fisherman | said | the pier was unsafe",
  ],
  ["possessive source", "Solberg's lawyer said the pier was unsafe.", "Solberg's lawyer | said | the pier was unsafe"],
  [
    "of-phrase in the source",
    "The head of the harbour board said the pier was unsafe.",
    "The head of the harbour board | said | the pier was unsafe",
  ],
  ["promise", "Solberg promised to close the pier.", "Solberg | promised | to close the pier"],
  ["urge", "Solberg urged the council to close the pier.", "Solberg | urged | to close the pier"],
  ["warn", "Solberg warned that the pier was unsafe.", "Solberg | warned | that the pier was unsafe"],
  ["point out", "Holm pointed out that the pier was old.", "Holm | pointed | that the pier was old"],
  ["believe", "Holm believes the pier is sound.", "Holm | believes | the pier is sound"],
  ["criticise", "Holm criticised plans to close the pier.", "Holm | criticised | plans to close the pier"],
  ["deny a thing that is named", "Holm denied the charge."],
  ["praise a thing that is named", "Holm praised the quality of the visitors."],
  ["deny", "Holm denied having sold the pier.", "Holm | denied | having sold the pier"],
  [
    "announce a thing",
    "The council announced the closure of the pier.",
    "The council | announced | the closure of the pier",
  ],
  ["went on to say", "Holm went on to say that the pier was sound.", "Holm | went on to say | that the pier was sound"],
  [
    "refused to say",
    "Holm refused to say whether the pier was sound.",
    "Holm | refused to say | whether the pier was sound",
  ],
  ["participle after a dash", "Holm left the hall – saying the pier was sound.", "Holm | saying | the pier was sound"],
  [
    "participle after with",
    "The vote was close, with 52 percent saying the pier should stay.",
    "52 percent | saying | the pier should stay",
  ],
  [
    "statement saying",
    "The council issued a statement saying the pier was unsafe.",
    "The council | saying | the pier was unsafe",
  ],
  ["claim that", "Holm's claim that the pier was sound convinced nobody.", "Holm | claim | that the pier was sound"],
  [
    "her warning that",
    "Her warning that the pier was unsafe went unheard.",
    "Her | warning | that the pier was unsafe",
  ],
];

const ACCORDING_TO: readonly StatementRow[] = [
  ["in front, comma", "According to Solberg, the pier is unsafe.", "Solberg | According to | the pier is unsafe"],
  [
    "in front, conjunction",
    "But according to Solberg, the pier is unsafe.",
    "Solberg | according to | the pier is unsafe",
  ],
  ["behind", "The pier is unsafe, according to Solberg.", "Solberg | according to | The pier is unsafe"],
  ["behind, no comma", "The pier is unsafe according to Solberg.", "Solberg | according to | The pier is unsafe"],
  [
    "behind, apposition",
    "The pier is unsafe, according to Ingrid Solberg, the harbour master.",
    "Ingrid Solberg, the harbour master | according to | The pier is unsafe",
  ],
  ["in between", "The pier, according to Solberg, is unsafe.", "Solberg | according to | The pier // is unsafe"],
  [
    "a document",
    "The pier is unsafe, according to court documents obtained by Radio Fjord.",
    "court documents obtained by Radio Fjord | according to | The pier is unsafe",
  ],
  [
    "people with a relative clause",
    "The pier is unsafe, according to engineers who inspected it.",
    "engineers who inspected it | according to | The pier is unsafe",
  ],
  [
    "according to, then said",
    "According to Radio Fjord, Solberg said the pier was unsafe.",
    "Radio Fjord | According to | Solberg said the pier was unsafe",
    "Solberg | said | the pier was unsafe",
  ],
  ["as said, in front", "As Solberg told the council, the pier is unsafe.", "Solberg | told | the pier is unsafe"],
  ["as said, behind", "The pier is unsafe, as Solberg noted.", "Solberg | noted | The pier is unsafe"],
  [
    "as reported by",
    "As reported by Radio Fjord, the pier is unsafe.",
    "Radio Fjord | As reported by | the pier is unsafe",
  ],
];

const HEADLINES: readonly StatementRow[] = [
  ["colon, name first", "Solberg: pier is unsafe and must close", "Solberg | : | pier is unsafe and must close"],
  ["comma, says", "Pier is unsafe, mayor says", "mayor | says | Pier is unsafe"],
  ["title case", "Solberg Says Pier Is Unsafe And Must Close", "Solberg | Says | Pier Is Unsafe And Must Close"],
  ["to tell", "Solberg: ‘The pier is unsafe’", "Solberg | : | ‘The pier is unsafe’"],
];

const NONE: readonly StatementRow[] = [
  ["scare quotes", "The so-called “reform” was dropped by the council."],
  ["title in marks", "The band played “Harbour Lights” at dawn."],
  ["noun, not verb", "The reports and claims were filed in a cabinet."],
  ["the states", "The southern states held elections in May."],
  ["attributive participle", "All reported cases were mild."],
  ["plural possessive", "The sailors' boats and the workers' huts burned."],
  ["a measure", 'The plank was 6\'2" long and 4" wide.'],
  ["a decade", "In the '90s the pier was new and the town was rich."],
  ["little said", "Solberg said little."],
  ["known as", "The pier is known as the old lady of the town."],
  ["call by telephone", "Solberg called the harbour office twice."],
  ["found a thing", "Divers found a wreck under the pier."],
];

const NESTED: readonly StatementRow[] = [
  [
    "two levels",
    "The pier is unsafe, Solberg said, according to Radio Fjord.",
    "Radio Fjord | according to | The pier is unsafe, Solberg said",
    "Solberg | said | The pier is unsafe",
  ],
  [
    "two levels, reports",
    "Solberg told Holm the pier was unsafe, Radio Fjord reported.",
    "Radio Fjord | reported | Solberg told Holm the pier was unsafe",
    "Solberg | told | the pier was unsafe",
  ],
  [
    "inside a statement",
    "Solberg said Holm had told her the pier was unsafe.",
    "Solberg | said | Holm had told her the pier was unsafe",
  ],
  [
    "three levels",
    "Holm told Solberg the pier was “beyond repair” and expressed his “regret” about it, the harbour board said in a statement, according to Radio Fjord.",
    "Radio Fjord | according to | Holm told Solberg the pier was “beyond repair” and expressed his “regret” about it, the harbour board said in a statement",
    "the harbour board | said | Holm told Solberg the pier was “beyond repair” and expressed his “regret” about it",
    "Holm | told | the pier was “beyond repair”",
    "Holm | expressed | his “regret” about it",
  ],
];

const HARD: readonly StatementRow[] = [
  ["free direct speech", "Solberg shook her head. The pier was doomed. Nobody would save it now."],
  [
    "quoted as saying",
    "Solberg was quoted as saying that the pier was unsafe.",
    "Solberg | saying | that the pier was unsafe",
  ],
  ["said of", "“It is a ruin,” Solberg said of the pier.", "Solberg | said | “It is a ruin,”"],
  [
    "passive with by",
    "The pier is unsafe, it was announced by the harbour board.",
    "the harbour board | announced | The pier is unsafe",
  ],
  ["nominal without that", "Solberg's view is that the pier is unsafe.", "Solberg | view | that the pier is unsafe"],
  [
    "in the words of",
    "In the words of Solberg, the pier is “a ruin”.",
    "Solberg | In the words of | the pier is “a ruin”",
  ],
  [
    "for her part",
    "For Solberg, the pier is “a ruin” that nobody needs.",
    "Solberg | For | the pier is “a ruin” that nobody needs",
  ],
  ["trailing time", "Solberg said the pier was unsafe on Tuesday's broadcast.", "Solberg | said | the pier was unsafe"],
];

const KNOWN_HARD: readonly StatementRow[] = [
  ["present, then past", "Solberg said the pier is unsafe and walked away.", "Solberg | said | the pier is unsafe"],
  [
    "question and answer",
    "Q: Is the pier safe? A: No, it is a ruin and must go.",
    "A | : | No, it is a ruin and must go",
  ],
  [
    "inverted with aside",
    "“It is a ruin,” said, with a sigh, Ingrid Solberg.",
    "Ingrid Solberg | said | “It is a ruin,”",
  ],
];

const NOMINAL: readonly StatementRow[] = [
  ["claim by", "A claim by Holm that the pier was sound fooled nobody.", "Holm | claim | that the pier was sound"],
  ["call for, quoted", "The council liked his call for “a pier without holes”.", "his | call | “a pier without holes”"],
  ["chants of", "Their chants of “save our pier” went on all night.", "Their | chants | “save our pier”"],
  [
    "pledge to, quoted",
    "The town remembers Solberg's solemn pledge to “mend every plank” by spring.",
    "Solberg | pledge | to “mend every plank” by spring",
  ],
  ["owner unknown", "There were chants of “save our pier” in the square."],
];

const GOVERNED: readonly StatementRow[] = [
  ["warn of", "Solberg warned of a hard winter.", "Solberg | warned | a hard winter"],
  ["warn against", "Solberg warned against closing the pier.", "Solberg | warned | closing the pier"],
  ["call for", "Solberg called for a new pier.", "Solberg | called | a new pier"],
  ["point to", "Solberg pointed to the holes in the deck.", "Solberg | pointed | the holes in the deck"],
  ["complain about", "Holm complained about the noise.", "Holm | complained | the noise"],
  ["comment on", "Holm commented on the state of the pier.", "Holm | commented | the state of the pier"],
  ["argue for", "Holm argued for a stone pier.", "Holm | argued | a stone pier"],
  ["respond with", "Holm responded with a sharp letter.", "Holm | responded | a sharp letter"],
  ["points as a noun", "The plan has three points behind it."],
];

const PARTIAL: readonly StatementRow[] = [
  [
    "talk about",
    "Solberg talked about “the slow death of a town”.",
    "Solberg | talked about | “the slow death of a town”",
  ],
  ["advocate", "Holm advocates a “slow and careful” repair.", "Holm | advocates | a “slow and careful” repair"],
  [
    "perfect tense",
    "Holm has positioned himself as a “friend of the harbour”.",
    "Holm | positioned | himself as a “friend of the harbour”",
  ],
  [
    "that-clause of an unknown verb",
    "Holm confided to a friend that the pier was “older than the town”.",
    "Holm | confided to a friend | that the pier was “older than the town”",
  ],
  ["one word", "Holm derided the “experts” of the board.", "Holm | derided | the “experts” of the board"],
  ["a deed, not a word", "Holm built a “floating garden” behind the pier."],
  ["a thing, not a person", "The storm left a “mess of planks” on the beach."],
  ["a name in marks", "Holm visited the “Golden Anchor” on Friday."],
  [
    "the next sentence carries it on",
    "“The pier is old,” Holm said. Instead of paint, it needs “a new set of legs under it.”",
    "Holm | said | “The pier is old,” // Instead of paint, it needs “a new set of legs under it.”",
  ],
];

const ENDS: readonly StatementRow[] = [
  [
    "which, at the end",
    "Solberg said the pier was unsafe, which surprised the fishermen.",
    "Solberg | said | the pier was unsafe",
  ],
  [
    "a comment",
    "Solberg said the pier was unsafe, a reference to the storm of last year.",
    "Solberg | said | the pier was unsafe",
  ],
  [
    "even though",
    "Solberg said the pier was unsafe, even though the board had mended it.",
    "Solberg | said | the pier was unsafe",
  ],
  [
    "dash, though",
    "Solberg said the pier was unsafe – though nobody had looked at it.",
    "Solberg | said | the pier was unsafe",
  ],
  ["and, another deed", "Solberg asked Holm to leave and closed the pier.", "Solberg | asked | to leave"],
  [
    "fronted participle",
    "After saying that the pier was unsafe, Solberg left the hall.",
    "Solberg | saying | that the pier was unsafe",
  ],
  [
    "fronted clause",
    "Although Solberg said the pier was unsafe, the ferry sailed.",
    "Solberg | said | the pier was unsafe",
  ],
  [
    "relative clause",
    "Solberg, who said the pier was unsafe, left the hall.",
    "Solberg, who | said | the pier was unsafe",
  ],
  [
    "an aside before the verb",
    "Solberg said that the pier, however strong, was old.",
    "Solberg | said | that the pier, however strong, was old",
  ],
  [
    "nothing said before the cue",
    "It was, Solberg said, the end of the pier.",
    "Solberg | said | It was // the end of the pier",
  ],
  [
    "others say",
    "Some say the pier is safe, others say it is not.",
    "Some | say | the pier is safe",
    "others | say | it is not",
  ],
];

const SHAPES: readonly StatementRow[] = [
  [
    "a quote and a name behind a dash",
    "“The pier has had its day.” — Ingrid Solberg, former mayor",
    "Ingrid Solberg, former mayor | — | “The pier has had its day.”",
  ],
  ["a quote and a sentence behind a dash", "“The pier has had its day.” — The board met on Tuesday."],
  ["a title and a paper", "“The Pier” — Bergen Herald"],
  [
    "a quote that goes on in the next paragraph without a mark of its own",
    'Holm said, "The pier was strong once.\n\nIt has had its day, and it must go." The board met on Tuesday.',
    'Holm | said | "The pier was strong once. // It has had its day, and it must go."',
  ],
  [
    "a quote that is never closed",
    'Holm said, "The pier was strong once.\n\nThe board met and heard of a "ruin" on Tuesday.',
    'Holm | said | "The pier was strong once.',
  ],
  [
    "apposition before the name",
    "The mayor of Port Amsel, Edvard Moen, told reporters that the pier was open.",
    "The mayor of Port Amsel, Edvard Moen | told | that the pier was open",
  ],
  ["this alone", "Holm denied this."],
  ["it alone", "Holm denied it."],
  [
    "verb taken for a noun",
    "“The pier is safe and will stay safe,” a voice in the film states.",
    "a voice in the film | states | “The pier is safe and will stay safe,”",
  ],
  [
    "inverted, a source with a participle",
    "“It is a way to mend it without paint,” says a builder involved in the work.",
    "a builder involved in the work | says | “It is a way to mend it without paint,”",
  ],
  [
    "put it",
    "As Ingrid Solberg, the harbour master, put it, “The pier has had its day and its night.”",
    "Ingrid Solberg, the harbour master | put | “The pier has had its day and its night.”",
  ],
  [
    "which, according to",
    "The pier, which, according to Holm, was built in a hurry, is closed.",
    "Holm | according to | was built in a hurry, is closed",
  ],
  [
    "name and colon",
    "Former mayor Ingrid Solberg: “The pier has had its day.”",
    "Former mayor Ingrid Solberg | : | “The pier has had its day.”",
  ],
  [
    "a time behind the verb",
    "The pier is closed, the Herald reported ten days ago.",
    "the Herald | reported | The pier is closed",
  ],
  [
    "a day and a show behind the verb",
    "He is no friend of the pier, Holm said Wednesday morning on “The Early Show.”",
    "Holm | said | He is no friend of the pier",
  ],
  [
    "a book's title",
    "His father left the island, Holm said in his third book, “A Son of the Pier.”",
    "Holm | said | His father left the island",
  ],
  ["showed restraint", "Solberg showed considerable restraint Monday and went home."],
  ["claimed victory", "Solberg claimed victory in the race."],
  ["declared war", "The island declared war on the mainland."],
  ["a show called", "He saw a show called “Brokers” in town."],
  ["editor's note", "Editor's note: Holm has said that he owns shares in the pier."],
];

export const QUOTE_CASES: readonly QuoteCase[] = [
  ...cases(false, "direct", DIRECT),
  ...cases(false, "mixed", MIXED),
  ...cases(false, "indirect", INDIRECT),
  ...cases(false, "according to", ACCORDING_TO),
  ...cases(false, "headlines", HEADLINES),
  ...cases(false, "none", NONE),
  ...cases(false, "nested", NESTED),
  ...cases(false, "nominal", NOMINAL),
  ...cases(false, "governed", GOVERNED),
  ...cases(false, "partial", PARTIAL),
  ...cases(false, "ends", ENDS),
  ...cases(false, "extents", EXTENTS),
  ...cases(false, "cues", CUES),
  ...cases(false, "shapes", SHAPES),
  ...cases(false, "hard", HARD),
  ...cases(true, "hard", KNOWN_HARD),
];
