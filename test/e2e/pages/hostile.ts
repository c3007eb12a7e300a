/** A story that pages which mean ill are built around: its words, and who and what is in it. */
export const WORDS = "The bell had been silent for eleven years";
export const PEOPLE = ["Marta Lindqvist", "Oskar Brandt"];
export const QUOTED = "Nobody asked me for the key";

const PARAGRAPHS = [
  `LISBON — ${WORDS}, and the town had grown used to being late, when Marta Lindqvist climbed the tower on Monday morning and found the rope where her father had left it.`,
  `“${QUOTED},” said Lindqvist, who keeps the archive of the parish in Lisbon. “They asked for money, and then they asked for a committee, and nobody asked for the key.”`,
  "The committee met in the school for two winters. Its chairman, Oskar Brandt, told a hearing on Tuesday that the tower was never closed and that the council had simply stopped paying the man who wound the clock.",
  "According to Brandt, a survey of 1987 found nothing wrong with the beams. “It was a matter of ninety pounds a year,” he said. The survey itself has been lost, and the firm that made it was dissolved in Tallinn the year after.",
  "On Wednesday evening the bell was rung for the first time. It was heard as far as the ferry, whose captain took it for a fire and turned back, to the annoyance of forty passengers who had already missed one train.",
];

/** The story as a page of the web, with something in its head, before the story and behind it. */
export function storyPage({ head = "", before = "", behind = "" } = {}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A bell is rung after eleven years</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="1998-04-05T06:15:00+01:00">
<style>body { font: 18px/1.6 serif; max-width: 700px; margin: 80px auto }</style>${head}</head>
<body>${before}<main><article><h1>A bell is rung after eleven years</h1>
${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n")}
</article></main>${behind}</body></html>`;
}
