/** One construction. `statements` are written `source | cue | content`, with ` // ` where the content is interrupted. */
export interface QuoteCase {
  readonly construction: string;
  readonly text: string;
  readonly statements: readonly string[];
  /** Set where the rules are known to fail: the test then expects the failure, so that a mended case is noticed. */
  readonly known?: true;
}

export const QUOTE_CASES: readonly QuoteCase[] = [
  {
    construction: "direct, cue after",
    text: "“The ferry will sail at dawn,” the harbour master said.",
    statements: ["the harbour master | said | “The ferry will sail at dawn,”"],
  },
  {
    construction: "direct, inverted",
    text: "“The ferry will sail at dawn,” said Ingrid Solberg, the harbour master.",
    statements: ["Ingrid Solberg, the harbour master | said | “The ferry will sail at dawn,”"],
  },
  {
    construction: "direct, interrupted",
    text: "“The ferry,” Ingrid Solberg said, “will sail at dawn.”",
    statements: ["Ingrid Solberg | said | “The ferry,” // “will sail at dawn.”"],
  },
  {
    construction: "direct, continued in the next sentence",
    text: "“The ferry will sail at dawn,” Ingrid Solberg said. “Nobody will be left behind on the quay.”",
    statements: ["Ingrid Solberg | said | “The ferry will sail at dawn,” // “Nobody will be left behind on the quay.”"],
  },
  {
    construction: "direct, straight marks, cue before with a colon",
    text: 'Solberg told the council: "The ferry will sail at dawn."',
    statements: ['Solberg | told | "The ferry will sail at dawn."'],
  },
  {
    construction: "indirect with that",
    text: "Ingrid Solberg said that the ferry would sail at dawn.",
    statements: ["Ingrid Solberg | said | that the ferry would sail at dawn"],
  },
  {
    construction: "indirect without that",
    text: "Public health experts said money was needed for the lighthouse.",
    statements: ["Public health experts | said | money was needed for the lighthouse"],
  },
  {
    construction: "indirect, cue after",
    text: "The lighthouse will be closed for the winter, the harbour board announced.",
    statements: ["the harbour board | announced | The lighthouse will be closed for the winter"],
  },
  {
    construction: "apposition between source and cue",
    text: "Anders Holm, an independent fisherman raised in Bergen, said the nets were empty.",
    statements: ["Anders Holm, an independent fisherman raised in Bergen | said | the nets were empty"],
  },
  {
    construction: "according to, behind",
    text: "Forty boats were lost in the storm, according to the coast guard.",
    statements: ["the coast guard | according to | Forty boats were lost in the storm"],
  },
  {
    construction: "according to, in front",
    text: "According to the coast guard, forty boats were lost in the storm.",
    statements: ["the coast guard | According to | forty boats were lost in the storm"],
  },
  {
    construction: "three levels",
    text: "Holm told Solberg the pier was “beyond repair” and expressed his “regret” about it, the harbour board said in a statement, according to Radio Fjord.",
    statements: [
      "Radio Fjord | according to | Holm told Solberg the pier was “beyond repair” and expressed his “regret” about it, the harbour board said in a statement",
      "the harbour board | said | Holm told Solberg the pier was “beyond repair” and expressed his “regret” about it",
      "Holm | told | the pier was “beyond repair”",
      "Holm | expressed | his “regret” about it",
    ],
  },
  {
    construction: "two coordinated statements",
    text: "Solberg said the pier was unsafe and said the board had known it for years.",
    statements: ["Solberg | said | the pier was unsafe", "Solberg | said | the board had known it for years"],
  },
  {
    construction: "no quotation: an apostrophe and a title",
    text: "The fishermen's boats lay in the sailors' harbour and nobody sailed.",
    statements: [],
  },
];
