import type { StatementRow } from "./notation.ts";

/** Where statements begin and end. */
export const EXTENTS: readonly StatementRow[] = [
  [
    "a second clause behind the attribution",
    "The pier had no owner, the harbour master said, and had passed every survey.",
    "the harbour master | said | The pier had no owner // and had passed every survey",
  ],
  [
    "a contrast behind the attribution",
    "The pier may not last, they say, but it is still the pride of the town.",
    "they | say | The pier may not last // but it is still the pride of the town",
  ],
  [
    "an attribution joined behind the attribution",
    "The pier was unsafe, Solberg said, and others say so too.",
    "Solberg | said | The pier was unsafe",
  ],
  [
    "an adverb opens the rest",
    "Prices have risen, she says, especially in the old town.",
    "she | says | Prices have risen // especially in the old town",
  ],
  [
    "unless before the attribution",
    "Unless the pier is mended, they say, the ferry will stop.",
    "they | say | Unless the pier is mended // the ferry will stop",
  ],
  [
    "a condition, and where it was said",
    "If elected, Solberg wrote in a letter, the council will mend the pier.",
    "Solberg | wrote | If elected // the council will mend the pier",
  ],
  [
    "a relative that the verb lacks",
    "The pier, which Solberg called “a disgrace,” was closed.",
    "Solberg | called | which // “a disgrace,”",
  ],
  [
    "a relative and a clause without its subject",
    "The council published the surveys, which Solberg said were out of date.",
    "Solberg | said | which // were out of date",
  ],
  [
    "a relative behind a preposition",
    "The council published a letter in which Solberg called the pier “a disgrace.”",
    "Solberg | called | the pier “a disgrace.”",
  ],
  [
    "to before a quote",
    "Solberg vowed to “mend the pier” before the winter.",
    "Solberg | vowed | to “mend the pier” before the winter",
  ],
  [
    "to before a quote that ends in a comma",
    "Solberg promised to “mend the pier,” as she had put it in May.",
    "Solberg | promised | to “mend the pier,”",
  ],
  ["in fact", "In fact, the pier was safe, Solberg said.", "Solberg | said | the pier was safe"],
  [
    "told a programme by its title",
    "“The pier must go,” Solberg told “Harbour and Home,” adding that it was unsafe.",
    "Solberg | told | “The pier must go,”",
    "Solberg | adding | that it was unsafe",
  ],
  [
    "a programme's title before that",
    "Solberg told Radio Fjord’s “Morning Talk” that the pier was unsafe.",
    "Solberg | told | that the pier was unsafe",
  ],
  [
    "a spot and its title",
    "“The pier must go,” Solberg says in the spot titled “Rust,” one of three.",
    "Solberg | says | “The pier must go,”",
  ],
  [
    "a title with a small word of four letters",
    "“The pier must go,” Solberg said on “Harbour Hour with Anders Holm.” “It is unsafe.”",
    "Solberg | said | “The pier must go,” // “It is unsafe.”",
  ],
  [
    "according to a long description",
    "According to first results of a survey by divers working for the Harbour Board, the pier was safe.",
    "first results of a survey by divers working for the Harbour Board | According to | the pier was safe",
  ],
  [
    "now that",
    "Now that Holm has claimed that the pier is a danger, the mayor had some explaining to do.",
    "Holm | claimed | that the pier is a danger",
  ],
  [
    "among those who",
    "Among those who said they cared about the pier, most in both towns wanted a bridge.",
    "those who | said | they cared about the pier",
  ],
  [
    "despite a claim",
    "Despite Holm’s claims that the pier is safe, the engineers put up a fence.",
    "Holm | claims | that the pier is safe",
  ],
  [
    "but, and the narrator's own past",
    "Solberg said the pier had not yet closed, but she sounded a sad note for the old town.",
    "Solberg | said | the pier had not yet closed",
  ],
  [
    "but, and what was put back in time",
    "Solberg said the pier had closed, but she would mend it.",
    "Solberg | said | the pier had closed, but she would mend it",
  ],
  [
    "but, and what nobody sees",
    "Solberg said the pier had closed, but she wanted to mend it.",
    "Solberg | said | the pier had closed, but she wanted to mend it",
  ],
  [
    "and, and the narrator's own past",
    "Solberg said the real danger is the ferry, and she railed against its owners.",
    "Solberg | said | the real danger is the ferry",
  ],
  [
    "but did not",
    "Solberg said that the pier was unsafe but did not name a date.",
    "Solberg | said | that the pier was unsafe",
  ],
  [
    "but did not, of what was spoken of",
    "The council mended the pier, which Solberg said was unsafe but did not threaten lives.",
    "Solberg | said | which // was unsafe but did not threaten lives",
  ],
  [
    "but, and a past after a present",
    "Solberg says she is fond of the pier but took issue with its owners.",
    "Solberg | says | she is fond of the pier",
  ],
  [
    "the narrator sees more in it",
    "Solberg said the ferry might move to the south, reflecting a worry of the old town.",
    "Solberg | said | the ferry might move to the south",
  ],
  [
    "though, and a fact",
    "Solberg said the pier was safe, though the paint is still too thin.",
    "Solberg | said | the pier was safe, though the paint is still too thin",
  ],
  [
    "though, and the speaker's deed",
    "Solberg said the pier was safe, though she did not give a date.",
    "Solberg | said | the pier was safe",
  ],
  [
    "though, and an adjective",
    "Solberg said the pier could win over the older, though poorer, parts of the town.",
    "Solberg | said | the pier could win over the older, though poorer, parts of the town",
  ],
  [
    "while, and others",
    "Solberg said the pier was safe, while the paint was too thin for Holm.",
    "Solberg | said | the pier was safe",
  ],
  [
    "while, and an adjective",
    "Solberg said the pier was a safe, while narrow, landing for the town.",
    "Solberg | said | the pier was a safe, while narrow, landing for the town",
  ],
  [
    "a dash and what it amounts to",
    "Solberg said that the pier had cost two million — an amount that no town could pay.",
    "Solberg | said | that the pier had cost two million",
  ],
  [
    "dashes on both sides",
    "Solberg said the pier had cost — a surprise to all — two million.",
    "Solberg | said | the pier had cost — a surprise to all — two million",
  ],
  [
    "a participle behind the speaker",
    "“The pier is all we have,” said Holm, angered that the town had closed it.",
    "Holm | said | “The pier is all we have,”",
  ],
  [
    "a relative clause before the main one",
    "After a leak of the report, which found that the pier was unsafe, the council stressed that it had closed it.",
    "a leak of the report, which | found | that the pier was unsafe",
    "the council | stressed | that it had closed it",
  ],
  [
    "a relative clause of the subject's",
    "The plans, which Solberg said were old, were burnt.",
    "Solberg | said | which // were old",
  ],
  [
    "when somebody set off said it",
    "When the mayor, Anders Holm, said on Tuesday that the pier was safe, both engineers and boatmen knew better.",
    "the mayor, Anders Holm | said | that the pier was safe",
  ],
  [
    "a semicolon and others",
    "The town says the pier has forty boats; others count sixty.",
    "The town | says | the pier has forty boats",
  ],
  [
    "semicolons of a list",
    "The town says the pier has forty boats; it owns ten of them; and it will sell two.",
    "The town | says | the pier has forty boats; it owns ten of them; and it will sell two",
  ],
  [
    "a comparison with before",
    "The town said it sold forty boats in May, up 31 percent from a year earlier.",
    "The town | said | it sold forty boats in May",
  ],
  [
    "a long way to that",
    "Solberg wrote in one of a series of letters to the council that the pier was unsafe.",
    "Solberg | wrote | that the pier was unsafe",
  ],
  [
    "a town and its land before that",
    "Solberg told voters in Bergen, Norway, that the pier was unsafe.",
    "Solberg | told | that the pier was unsafe",
  ],
  [
    "a nearer verb before that",
    "Holm responded by saying that the pier was safe.",
    "Holm | saying | that the pier was safe",
  ],
  ["a day before to", "Solberg pledged Saturday to close the pier.", "Solberg | pledged | to close the pier"],
  ["in contrast", "In contrast, the ferry was safe, Solberg said.", "Solberg | said | the ferry was safe"],
  [
    "that behind the attribution",
    "It is a pity, Solberg said in a letter, that the pier is gone.",
    "Solberg | said | It is a pity // that the pier is gone",
  ],
  [
    "an opening, and that behind the attribution",
    "As the storm passed, Solberg said, in a letter, that the pier is gone.",
    "Solberg | said | that the pier is gone",
  ],
  [
    "a dash, and that behind the attribution",
    "The pier is gone – a loss, Solberg said, that hurts the town.",
    "Solberg | said | that hurts the town",
  ],
  [
    "as others have",
    "Solberg said that she would not use the pier, as have three of her rivals.",
    "Solberg | said | that she would not use the pier",
  ],
  [
    "as it is",
    "Solberg said that she would open the pier in May, as is the custom of the town.",
    "Solberg | said | that she would open the pier in May, as is the custom of the town",
  ],
  ["for one", "Solberg said that the pier was unsafe, for one.", "Solberg | said | that the pier was unsafe"],
  [
    "a relative clause put back in time",
    "The company said it earned $9 million, which it would spend on the pier.",
    "The company | said | it earned $9 million, which it would spend on the pier",
  ],
  [
    "others who order somebody",
    "Police said the men had beaten the guard and ordered him to open the pier.",
    "Police | said | the men had beaten the guard and ordered him to open the pier",
  ],
  [
    "others who tell somebody",
    "Holm said the robbers pushed the sailors into the hold and told them to sing.",
    "Holm | said | the robbers pushed the sailors into the hold and told them to sing",
  ],
  [
    "while, told of others",
    "The school said the gunmen took six pupils, while one teacher was shot at the pier.",
    "The school | said | the gunmen took six pupils, while one teacher was shot at the pier",
  ],
  [
    "a thing praised beside a statement",
    "Holm said the pier was safe, and he praised the crew.",
    "Holm | said | the pier was safe",
  ],
  [
    "a when and where before a participle of speech",
    "The pier’s “cracks” are grave, Holm said Tuesday in Bergen, noting the plan would fail.",
    "Holm | said | The pier’s “cracks” are grave",
    "Holm | noting | the plan would fail",
  ],
  [
    "a clause put in before the verb",
    "Holm said that the pier, which some say is lost, was a gift to the town.",
    "Holm | said | that the pier, which some say is lost, was a gift to the town",
  ],
  [
    "put in between dashes",
    "The firm was attacked - “We love its boats,” Holm said - and lost the order.",
    "Holm | said | “We love its boats,”",
  ],
  [
    "a comment behind a quote that closes with a comma",
    "Holm said the pier “was his,” referring to the old lease.",
    "Holm | said | the pier “was his,”",
  ],
  [
    "a title that closes with a comma",
    "“The pier is lost,” Holm said on “Morning Talk,” adding, “We tried.”",
    "Holm | said | “The pier is lost,”",
    "Holm | adding | “We tried.”",
  ],
  [
    "hearers that are described",
    "Holm tells those who ask why she left that she was ill.",
    "Holm | tells | that she was ill",
  ],
  [
    "the speaker named once more",
    "Holm said it was no loss — no worse, she said, than the flood of May.",
    "Holm | said | it was no loss — no worse, she said, than the flood of May",
  ],
  [
    "a report in mid-sentence",
    "In the old town, as the Post reported, the pier was lost.",
    "the Post | reported | In the old town // the pier was lost",
  ],
  ["even as", "Holm said that she would stay, even as her crew packed.", "Holm | said | that she would stay"],
  [
    "the narrator tells of today",
    "Holm said that the pier would close, but there is a new one in the bay.",
    "Holm | said | that the pier would close",
  ],
  [
    "a court’s own deed",
    "The court observed that the delay was long and fined the firm.",
    "The court | observed | that the delay was long",
  ],
  [
    "a quote in a quote at its end",
    "''They call it 'old-school,''' said Anna Holm.",
    "Anna Holm | said | ''They call it 'old-school,'''",
  ],
  [
    "a number behind a source",
    "According to the poll, 46 percent of voters are for the pier.",
    "the poll | According to | 46 percent of voters are for the pier",
  ],
  [
    "in an interview",
    "Holm said that the pier was lost in an interview with Radio Oslo on Sunday.",
    "Holm | said | that the pier was lost",
  ],
  [
    "on a day's broadcast",
    "Holm said that the pier was lost on Friday’s broadcast of “Morning Talk.”",
    "Holm | said | that the pier was lost",
  ],
  ["announced on a day", "Holm announced her candidacy on Monday.", "Holm | announced | her candidacy"],
  [
    "others say, behind a hyphen",
    "Some say the pier is safe - an old hope - others say it is a ruin.",
    "Some | say | the pier is safe - an old hope",
    "others | say | it is a ruin",
  ],
];
