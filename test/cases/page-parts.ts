import type { Tree } from "../unit/src/article/outline-tree.ts";

/** A page with a class of boilerplate or of easily lost text in it, and what of it is the story's. */
export interface PartsCase {
  readonly why: string;
  /** Stands among the story's paragraphs, each of which is set by `set`. */
  readonly among: readonly Tree[];
  /** How the page sets a paragraph of its story; a `<p>` where it does not say. */
  readonly set?: (text: string) => Tree;
  /** Stands after the story. */
  readonly after?: readonly Tree[];
  /** Texts that are the story's, and texts that are not. */
  readonly story?: readonly string[];
  readonly others?: readonly string[];
}

const boxed =
  (...boxes: readonly string[]) =>
  (text: string): Tree =>
    boxes.reduceRight<Tree>((inner, box) => [box, inner], ["p", text]);

const LETTER_EN =
  "Every morning at six the tides, the ferries and the weather in one letter that takes two minutes to read.";
const LETTER_DE =
  "Jeden Morgen um sechs die Gezeiten, die Fähren und das Wetter in einem Brief, kurz und ohne Umschweife.";
const LETTER_FR =
  "Chaque matin à six heures, les marées, les bacs et le temps dans une lettre que vous lirez en deux minutes.";
const LETTER_ES =
  "Cada mañana a las seis, las mareas, los transbordadores y el tiempo en una carta que se lee en dos minutos.";
const CONSENT_EN =
  "A message from another network belongs here. It is shown once you agree that it may set files of its own.";
const CONSENT_DE =
  "Hier steht ein Beitrag aus einem anderen Netz. Er wird gezeigt, sobald Sie seinen Bedingungen zustimmen.";
const CONSENT_NL =
  "Hier hoort een bericht van een ander netwerk te staan. Het verschijnt zodra u met de voorwaarden instemt.";
const TARIFF =
  "Four weeks for one crown, then nine crowns a month, and you can leave whenever you have had enough of us.";
const TIP =
  "Do you know more about the pier? Write to us in confidence, and we will treat whatever you send with care.";
const POLL = "Should the ferry run at night as well, and who ought to pay for the crew that would have to stay awake?";
const BIO =
  "Ada Quill has written about harbours for twenty years and keeps bees on the roof of the old customs house.";
const NEXT =
  "The bell of the old ferry was found in a barn, where a farmer had kept potatoes under it for forty years.";
const NEXT_MORE =
  "He will give it back to the harbour in spring, he said, provided that somebody else carries it down the hill.";

export const partsCases: readonly PartsCase[] = [
  // Boxes that offer something, in other words, layouts and languages.
  {
    why: "a letter to subscribe to",
    among: [["div", ["h3", "The tides"], ["p", LETTER_EN], ["button"]]],
    others: [LETTER_EN, "The tides"],
  },
  {
    why: "the same with its field beside it",
    among: [["section", ["div", ["p", LETTER_DE]], ["div", ["button"], ["button"]]]],
    others: [LETTER_DE],
  },
  {
    why: "the same in boxes in boxes",
    among: [["div", ["div", ["div", ["p", LETTER_FR]], ["div", ["div", ["button"]]]]]],
    others: [LETTER_FR],
  },
  { why: "the same without a paragraph", among: [["div.x", ["div", LETTER_ES], ["button"]]], others: [LETTER_ES] },
  {
    why: "a question for consent",
    among: [["div", ["p", CONSENT_EN], ["p", "More about this"], ["button"]]],
    others: [CONSENT_EN],
  },
  {
    why: "the same, set as a figure's neighbour",
    among: [["div", ["div", CONSENT_DE], ["div", ["button"]]]],
    others: [CONSENT_DE],
  },
  { why: "the same in a component", among: [["embed-box", ["p", CONSENT_NL], ["button"]]], others: [CONSENT_NL] },
  {
    why: "prices of a subscription",
    among: [
      [
        "div",
        ["h4", "Stay with us"],
        ["p", TARIFF],
        ["ul", ["li", "All stories, all islands, no advertisements."]],
        ["button"],
      ],
    ],
    others: [TARIFF, "All stories, all islands, no advertisements."],
  },
  { why: "a request to get in touch", among: [["div", ["p", TIP], ["button"]]], others: [TIP] },
  {
    why: "a poll",
    among: [["div", ["p", POLL], ["div", "Yes, every night of the year."], ["div", "No, sleep is good."], ["button"]]],
    others: [POLL],
  },
  {
    why: "the same where each paragraph has boxes of its own",
    set: boxed("div.row", "div.cell"),
    among: [["div.row", ["div.cell", ["div.card", ["p", LETTER_EN], ["button"]]]]],
    others: [LETTER_EN],
  },
  // Other stories and messages.
  {
    why: "a message of links",
    among: [
      [
        "blockquote.feed",
        ["p", "The lamp is lit again [#skerrypoint] [picture.example/lamp-at-night]"],
        ["div", "— Harbour Office [4 May 2019]"],
      ],
    ],
    others: ["The lamp is lit again #skerrypoint picture.example/lamp-at-night"],
  },
  {
    why: "teasers with summaries, many of them",
    among: [],
    after: Array.from({ length: 9 }, (_, i): Tree => [
      "div.card",
      ["h3", `[Ferry bell number ${i} found in a barn]`],
      ["p", `${NEXT} (${i})`],
    ]),
    others: [`${NEXT} (0)`, `${NEXT} (8)`],
  },
  {
    why: "a line about the author that begins with their trade",
    among: [],
    after: [["p", `The harbour historian ${BIO.replace(" has written", " is a reporter and has written")}`]],
    others: [`The harbour historian ${BIO.replace(" has written", " is a reporter and has written")}`],
  },
  // What is the story's, and short or linked or oddly boxed.
  {
    why: "a line before a quotation",
    among: [["p", "The Harbour Post reported:"]],
    story: ["The Harbour Post reported:"],
  },
  {
    why: "a price in a list of prices",
    among: [
      ["p", "Oilskin, yellow – 40 crowns"],
      ["p", "Lamp oil, a litre – 3 crowns"],
    ],
    story: ["Oilskin, yellow – 40 crowns", "Lamp oil, a litre – 3 crowns"],
  },
  {
    why: "winners",
    among: [
      ["p", "Best lamp: Skerry Point"],
      ["p", "Best ferry: the Ada"],
    ],
    story: ["Best lamp: Skerry Point", "Best ferry: the Ada"],
  },
  { why: "one sentence", among: [["p", "Nobody came."]], story: ["Nobody came."] },
  {
    why: "a sentence that is one link",
    among: [["p", "[The minister never answered the letter that the keepers sent him.]"]],
    story: ["The minister never answered the letter that the keepers sent him."],
  },
  {
    why: "a round-up of linked names",
    among: [["p", "[Ole Brandt, 54], [Sten Varga, 30], and [Anton Small, 39], [all denied it]."]],
    story: ["Ole Brandt, 54, Sten Varga, 30, and Anton Small, 39, all denied it."],
  },
  {
    why: "a linked headline stays another story's",
    among: [["p", "[Ferry bell found in a barn]"]],
    others: ["Ferry bell found in a barn"],
  },
  {
    why: "a heading that begins like one that leads away",
    among: [["h2", "Latest news from the rock"]],
    story: ["Latest news from the rock"],
  },
  {
    why: "a heading over related stories",
    among: [
      ["h2", "Related stories"],
      ["ul", ["li", "[Ferry bell found in a barn]"], ["li", "[Mayor opens museum of tides]"]],
    ],
    others: ["Related stories"],
  },
  {
    why: "a heading with its line in an element of its own",
    among: [["h3", ["div", "Looking ahead"]]],
    story: ["Looking ahead"],
  },
  {
    why: "a heading whose anchor sounds like a box",
    among: [["h2.toc_2", "A boat on Tuesdays"]],
    story: ["A boat on Tuesdays"],
  },
  {
    why: "a live post with a picture",
    among: [
      [
        "div.post",
        [
          "div.entry",
          ["h3", "Ten past six"],
          ["p", "The boat has left the quay with the keepers on board."],
          ["figure", ["img"]],
        ],
      ],
    ],
    set: (text) => ["div.post", ["div.entry", ["p", text]]],
    story: ["Ten past six", "The boat has left the quay with the keepers on board."],
  },
  {
    why: "the end of a story behind a box, each paragraph in its own boxes",
    set: boxed("div.row", "div.cell"),
    among: [
      [
        "div.row",
        [
          "div.related",
          ...Array.from({ length: 6 }, (_, i): Tree => [
            "p",
            `[Another story number ${i} that is not this one at all]`,
          ]),
        ],
      ],
    ],
    after: [["div.row", ["div.cell", ["p", "The boat comes back on Tuesday, if the wind allows it."]]]],
    story: ["The boat comes back on Tuesday, if the wind allows it."],
  },
  {
    why: "a question that opens and closes its answer",
    among: [
      [
        "div",
        ["h3", "How do they get their bread?"],
        ["p", "By boat, on Tuesdays, together with the post and the paraffin."],
      ],
    ],
    story: ["By boat, on Tuesdays, together with the post and the paraffin."],
  },
  {
    why: "the next story under its linked headline",
    among: [],
    after: [["div.next", ["h2", "[Ferry bell found in a barn]"], ["p", NEXT], ["p", NEXT_MORE]]],
    others: [NEXT, NEXT_MORE],
  },
];
