import { benchAnchoring } from "./anchoring/main.ts";
import { benchDurability } from "./durability/main.ts";
import { benchHeavyFiles } from "./exchange/heavy-files.ts";
import { benchExchange } from "./exchange/main.ts";
import { benchFirstKey } from "./first-key/main.ts";
import { benchHostile } from "./hostile/main.ts";
import { benchLibrary } from "./library/main.ts";
import { benchLinear } from "./linear/main.ts";
import { benchLongPage } from "./long-page/main.ts";
import { benchPainting } from "./painting/main.ts";
import { benchPanel } from "./panel/main.ts";
import { benchPeers } from "./peers/main.ts";
import { benchSync } from "./sync/main.ts";

const USAGE = `usage: npm run bench -- anchoring [--data DIRECTORY] [--pages COUNT] [--skip COUNT] [--failures]
       npm run bench -- painting
       npm run bench -- long-page
       npm run bench -- hostile [--only NAME]
       npm run bench -- panel
       npm run bench -- peers [--no-growth]
       npm run bench -- durability [--browser chromium|firefox] [--runs COUNT]
       npm run bench -- first-key [--browser chromium|firefox] [--runs COUNT]
       npm run bench -- library [COUNT …]
       npm run bench -- exchange [COUNT] [FORMAT …]
       npm run bench -- sync [COUNT]
       npm run bench -- heavy-files [--megabytes COUNT] [--only NAME]
       npm run bench -- linear [--steps] [--entry NAME] [--up-to LENGTH] [--every N] [--json]

anchoring  finds marks again on real pages after eighteen kinds of change, and rows that read alike, beside two peers; and times it
painting   paints 2,000 ranges with CSS highlights and with <mark> elements
long-page  has the built extension read and paint a story of 100,000 words, and tells its longest task
hostile    opens pages that hand over far too much, with the built extension and without, and tells the longest tasks
panel      opens the panel on an article of sixty statements, and tells what it takes, and what it costs the page
peers      visits an article and a front page without an extension, with ours and with two usual builds; writes docs/performance.md
durability writes notes with each of the browser's promises of when they are on the disk
first-key  types while the shortcut for a note is pressed, and tells how soon a key is kept, and shown
library    fills the built extension with 1,000, 10,000 and 100,000 made-up notes, and times popup, panel, library and search
exchange   exports, backs up and imports 100,000 made-up notes in the built extension: speed, memory, progress, cancel (Linux)
sync       joins a new database with 10,000 made-up notes, and then takes them to another browser: time, progress, memory (Linux);
           how soon a highlight is on another machine that has a page of the extension open
heavy-files has the import look at files of 500 MB that are made to hurt: what it says of them, and its memory (Linux)
linear     doubles hostile texts from 1,000 letters on and tells the worst ratio of CPU time for each way into the code

--data      the folder with the article pages (../shared/data/articles)
--pages     how many pages (40; with 0, only the time is measured); --skip leaves out the first ones of the list, to measure on others
--no-growth leaves out the articles of up to 100,000 words
--failures  also tells which passages were not found exactly, by page, kind of change and number
--steps     counts steps instead of time, which is the same at every run: for one doubling, or up to a length; --json prints
            one line for each way in
--entry     only that way in (may stand several times); --up-to the longest text (512000); --every takes one pattern in N`;

const [name, ...options] = process.argv.slice(2);
const benches: ReadonlyMap<string | undefined, (options: string[]) => Promise<boolean>> = new Map([
  ["anchoring", benchAnchoring],
  ["painting", benchPainting],
  ["long-page", benchLongPage],
  ["hostile", benchHostile],
  ["panel", benchPanel],
  ["peers", benchPeers],
  ["durability", benchDurability],
  ["first-key", benchFirstKey],
  ["library", benchLibrary],
  ["exchange", benchExchange],
  ["sync", benchSync],
  ["heavy-files", benchHeavyFiles],
  ["linear", benchLinear],
]);
const bench = benches.get(name);
if (bench === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (!(await bench(options))) {
  process.exitCode = 1;
}
