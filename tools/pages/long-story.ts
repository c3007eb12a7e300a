/** A story of a hundred thousand words or as many as are wanted, made up by rule: the same words at every call. */

const GIVEN = "Harriet Tobias Ingrid Amara Henrik Liv Ada Silas Petra Oskar Marta Jonas Edith Klaus Nora Felix".split(
  " ",
);
const FAMILY = "Vane Renn Varga Castellane Solberg Andersen Quill Thorne Halvorsen Brandt Okafor Lindqvist Marsh".split(
  " ",
);
const PLACES = ["Lisbon", "Tallinn", "Oslo", "Port Amsel", "Bergen", "Helsinki", "Cork", "Riga", "Aberdeen", "Gdansk"];
const OFFICES = ["harbour master", "mayor", "ferry captain", "head of the pilots' union", "minister of transport"];
const SPEECH = [
  "the pier has to be closed before the autumn storms",
  "nobody was told that the lamp had gone out",
  "the council will pay for every rope that was lost",
  "two boats left the basin without a signal",
  "the tide tables were printed with the wrong year",
];

const sentences: readonly ((pick: (from: readonly string[], step?: number) => string) => string)[] = [
  (pick) =>
    `“${capital(pick(SPEECH))},” said ${pick(GIVEN)} ${pick(FAMILY)}, the ${pick(OFFICES)} of ${pick(PLACES)}, on Tuesday.`,
  (pick) =>
    `The harbour board of ${pick(PLACES)} met for three hours behind closed doors and gave no reason for its decision.`,
  (pick) => `${pick(GIVEN, 5)} ${pick(FAMILY, 3)} told reporters in ${pick(PLACES, 3)} that ${pick(SPEECH, 3)}.`,
  (pick) =>
    `Fishing crews on the quay in ${pick(PLACES, 7)} had waited since dawn for word of the inquiry and went home without it.`,
  (pick) => `According to ${pick(GIVEN, 7)} ${pick(FAMILY, 5)}, who led the inquiry, ${pick(SPEECH, 2)}.`,
];

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How many paragraphs stand between two subheadings. */
const CHAPTER = 40;

/** The paragraphs of the story, of at least `words` words together. */
export function longStory(words: number): readonly { readonly tag: "p" | "h2"; readonly text: string }[] {
  const blocks: { tag: "p" | "h2"; text: string }[] = [];
  let turn = 0;
  let count = 0;
  const pick = (from: readonly string[], step = 1): string => from[(turn * step + (turn >> 3)) % from.length] ?? "";
  while (count < words) {
    if (blocks.length % CHAPTER === CHAPTER - 1) {
      blocks.push({ tag: "h2", text: `The inquiry, part ${Math.ceil(blocks.length / CHAPTER)}` });
    }
    const paragraph: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      turn += 1;
      paragraph.push(sentences[turn % sentences.length]?.(pick) ?? "");
    }
    const text = paragraph.join(" ");
    count += text.split(" ").length;
    blocks.push({ tag: "p", text });
  }
  return blocks;
}

/** The story as a page. Some of its words are links and some are emphasised, as on the web. */
export function longStoryPage(words: number, head = ""): string {
  const body = longStory(words).map(({ tag, text }, index) => {
    const marked = text
      .replace("harbour board", `<a href="/board-${index}">harbour board</a>`)
      .replace("Tuesday", "<em>Tuesday</em>");
    return `<${tag}>${marked}</${tag}>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The inquiry into the harbours, in full</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="1998-03-14T09:00:00Z">${head}
</head><body><main><article><h1>The inquiry into the harbours, in full</h1>
${body.join("\n")}
</article></main></body></html>`;
}
