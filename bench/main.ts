import { benchAnchoring } from "./anchoring/main.ts";
import { benchDurability } from "./durability/main.ts";
import { benchLibrary } from "./library/main.ts";
import { benchLinear } from "./linear/main.ts";
import { benchLongPage } from "./long-page/main.ts";
import { benchPainting } from "./painting/main.ts";
import { benchPanel } from "./panel/main.ts";

const USAGE = `usage: npm run bench -- anchoring [--data DIRECTORY] [--pages COUNT] [--skip COUNT] [--failures]
       npm run bench -- painting
       npm run bench -- long-page
       npm run bench -- panel
       npm run bench -- durability [--browser chromium|firefox] [--runs COUNT]
       npm run bench -- library [COUNT …]
       npm run bench -- linear [--steps] [--entry NAME] [--up-to LENGTH] [--every N] [--json]

anchoring  finds marks again on real pages after sixteen kinds of change, beside two peers, and times it
painting   paints 2,000 ranges with CSS highlights and with <mark> elements
long-page  has the built extension read and paint a story of 100,000 words, and tells its longest task
panel      opens the panel on an article of sixty statements, and tells what it takes, and what it costs the page
durability writes notes with each of the browser's promises of when they are on the disk
library    fills the built extension with 1,000, 10,000 and 100,000 made-up notes, and times popup, panel, library and search
linear     doubles hostile texts from 1,000 letters on and tells the worst ratio of CPU time for each way into the code

--data      the folder with the article pages (../shared/data/articles)
--pages     how many pages (40; with 0, only the time is measured); --skip leaves out the first ones of the list, to measure on others
--failures  also tells which passages were not found exactly, by page, kind of change and number
--steps     counts steps instead of time, which is the same at every run; --json prints one line for each way in
--entry     only that way in (may stand several times); --up-to the longest text (512000); --every takes one pattern in N`;

const [name, ...options] = process.argv.slice(2);
const benches: ReadonlyMap<string | undefined, (options: string[]) => Promise<boolean>> = new Map([
  ["anchoring", benchAnchoring],
  ["painting", benchPainting],
  ["long-page", benchLongPage],
  ["panel", benchPanel],
  ["durability", benchDurability],
  ["library", benchLibrary],
  ["linear", benchLinear],
]);
const bench = benches.get(name);
if (bench === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (!(await bench(options))) {
  process.exitCode = 1;
}
