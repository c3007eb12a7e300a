/**
 * Pages that hand over far more than any article has. What is beyond a server's patience they make themselves, by script,
 * before they have loaded. Each goes on counting afterwards, in `ticks`, for as long as its own script has its turn.
 */

const SENTENCE = "The pier was closed at noon, Edvard Moen said, and nobody came to open it again. ";

const TICKING = `<script>window.ticks = 0; setInterval(() => { window.ticks += 1; }, 50);</script>`;

interface Heavy {
  readonly head?: string;
  /** What stands behind the first paragraph of the story. */
  readonly body?: string;
}

const heavyPage = ({ head = "", body = "" }: Heavy): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The pier is closed</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="1998-04-05T06:15:00+01:00">
${TICKING}${head}</head><body><main><article id="story"><h1>The pier is closed</h1>
<p>${SENTENCE.repeat(4)}</p><p>${SENTENCE.repeat(4)}</p><p>${SENTENCE.repeat(4)}</p>${body}</article></main></body></html>`;

const jsonLd = (text: string): string => `<script type="application/ld+json">${text}</script>`;
const ITEM = `{"@type":"Thing","name":"${"a".repeat(40)}","description":"${SENTENCE}"}`;
const itemsOf = (megabytes: number): string =>
  Array.from({ length: Math.ceil((megabytes * 1_000_000) / ITEM.length) }, () => ITEM).join(",");

/** Puts in the story what a script makes, as `story.append(…)`. */
const made = (script: string): Heavy => ({
  body: `<script>{ const story = document.querySelector("#story"); ${script} }</script>`,
});

/** The pages by what they have too much of. */
export const HEAVY: Readonly<Record<string, () => string>> = {
  "50 MB of JSON-LD": () => heavyPage({ head: jsonLd(`{"@graph":[${itemsOf(50)}]}`) }),
  "50 MB of broken JSON-LD": () => heavyPage({ head: jsonLd(`{"@graph":[${itemsOf(50)},{"a":"`) }),
  // Not shown: no browser could draw it. Of 100,000, making them takes the page itself 18 s, without us. At its bottom stands what looks like dates and authors.
  "10,000 elements in one another": () =>
    heavyPage(
      made(`const lines = document.createElement("div");
        for (let count = 0; count < 2000; count += 1) { const line = document.createElement("p"); line.className = "byline date"; line.textContent = "By Marta Lindqvist, 5 April 1998"; lines.append(line); }
        const top = document.createElement("div"); top.hidden = true;
        let deep = top;
        for (let depth = 0; depth < 10000; depth += 1) { const inner = document.createElement("div"); deep.append(inner); deep = inner; }
        deep.append(lines); story.append(top);`),
    ),
  "a text node of 5 MB": () =>
    heavyPage(
      made(
        `const p = document.createElement("p"); p.textContent = ${JSON.stringify(SENTENCE)}.repeat(${Math.ceil(5_000_000 / SENTENCE.length)}); story.append(p);`,
      ),
    ),
  "a million text nodes": () =>
    heavyPage(
      made(`const words = ${JSON.stringify(SENTENCE)}.split(/(?<= )/);
        for (let part = 0; part < 1000; part += 1) { const p = document.createElement("p");
        for (let node = 0; node < 1000; node += 1) p.append(document.createTextNode(words[node % words.length]));
        story.append(p); }`),
    ),
};
