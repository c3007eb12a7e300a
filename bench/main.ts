import { benchAnchoring } from "./anchoring/main.ts";
import { benchLongPage } from "./long-page/main.ts";
import { benchPainting } from "./painting/main.ts";

const USAGE = `usage: npm run bench -- anchoring [--data DIRECTORY] [--pages COUNT] [--skip COUNT] [--failures]
       npm run bench -- painting
       npm run bench -- long-page

anchoring  finds marks again on real pages after sixteen kinds of change, beside two peers, and times it
painting   paints 2,000 ranges with CSS highlights and with <mark> elements
long-page  has the built extension read and paint a story of 100,000 words, and tells its longest task

--data      the folder with the article pages (../shared/data/articles)
--pages     how many pages (40; with 0, only the time is measured); --skip leaves out the first ones of the list, to measure on others
--failures  also tells which passages were not found exactly, by page, kind of change and number`;

const [name, ...options] = process.argv.slice(2);
const benches: ReadonlyMap<string | undefined, (options: string[]) => Promise<boolean>> = new Map([
  ["anchoring", benchAnchoring],
  ["painting", benchPainting],
  ["long-page", benchLongPage],
]);
const bench = benches.get(name);
if (bench === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (!(await bench(options))) {
  process.exitCode = 1;
}
