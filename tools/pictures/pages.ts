import { readFileSync } from "node:fs";
import { join } from "node:path";
import { STORIES } from "../start/samples.ts";

/** How papers set their pages: the background, the text on it, and the links. */
const PAPERS = {
  white: { background: "#ffffff", text: "#1a1a1a", link: "#17457a" },
  salmon: { background: "#fff1e5", text: "#33302e", link: "#0d7680" },
  dark: { background: "#121417", text: "#dcdfe3", link: "#8ab4f8" },
} as const;

export type Paper = keyof typeof PAPERS;
export const PAPER_NAMES = Object.keys(PAPERS) as readonly Paper[];

/** Where the story stands in the look of a paper. */
export const pathOn = (paper: Paper): string => `/${paper}${STORIES.nested}`;

/** The same story in the look of every paper, by the path that it is served at. */
export function papersIn(site: string): ReadonlyMap<string, string> {
  const story = readFileSync(join(site, STORIES.nested), "utf8");
  return new Map(PAPER_NAMES.map((paper) => [pathOn(paper), printedOn(paper, story)]));
}

function printedOn(paper: Paper, story: string): string {
  const { background, text, link } = PAPERS[paper];
  const scheme = paper === "dark" ? "dark" : "light";
  const style = `:root{color-scheme:${scheme}}body{background:${background};color:${text}}a{color:${link}}`;
  return story.replace("</head>", `<style>${style}</style></head>`);
}
