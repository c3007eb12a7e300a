import { longStory, longStoryPage } from "../../tools/pages/long-story.ts";

/** The structured data and the styles that a paper's article comes with. */
const HEAD = `<meta name="description" content="What the harbour boards said, and what they did not.">
<meta property="og:site_name" content="The Amsel Courier"><meta name="author" content="Ada Quill">
<script type="application/ld+json">${JSON.stringify({
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: "The inquiry into the harbours, in full",
  datePublished: "1998-03-14T09:00:00Z",
  dateModified: "1998-03-14T11:30:00Z",
  author: [{ "@type": "Person", name: "Ada Quill" }],
  publisher: { "@type": "Organization", name: "The Amsel Courier" },
})}</script>
<style>body{font:18px/1.6 Georgia,serif;max-width:44rem;margin:0 auto}nav a,footer a{margin-right:1rem}</style>`;

const MENU = `<nav>${["Home", "Harbours", "Weather", "Letters", "Sport"].map(link).join("")}</nav>`;
const FOOT = `<footer>${["About us", "Privacy", "Contact"].map(link).join("")}</footer>`;

function link(text: string): string {
  return `<a href="/${text.toLowerCase().replaceAll(" ", "-")}">${text}</a>`;
}

/** A paper's article of about so many words, between its menu and the links to other stories. */
export function articlePage(words: number): string {
  return longStoryPage(words, HEAD)
    .replace("<main>", `${MENU}<main>`)
    .replace("</main>", `<aside><h2>More from the harbours</h2>${teasers(12)}</aside></main>${FOOT}`);
}

/** A paper's front page: many headlines that lead elsewhere, and no story. */
export function frontPage(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Amsel Courier</title>
<meta property="og:type" content="website"><style>body{font:18px/1.6 Georgia,serif;max-width:60rem;margin:0 auto}</style>
</head><body>${MENU}<main><h1>The Amsel Courier</h1>${teasers(120)}</main>${FOOT}</body></html>`;
}

/** The first words of a made-up story each, as papers announce them. */
function teasers(count: number): string {
  const texts = longStory(count * 60).flatMap(({ tag, text }) => (tag === "p" ? [text] : []));
  const items = texts
    .slice(0, count)
    .map((text, number) => `<li><a href="/story-${number}">${text.split(" ").slice(0, 11).join(" ")}</a></li>`);
  return `<ul>${items.join("")}</ul>`;
}
