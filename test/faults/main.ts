import { closings } from "./closings.ts";
import { killings } from "./killings.ts";
import { simulations } from "./simulations.ts";
import { soak } from "./soak.ts";
import { syncHistories } from "./sync/main.ts";

const USAGE = `usage: npm run faults -- simulated [--runs COUNT] [--only KIND] [--seed NUMBER]
       npm run faults -- sync [--runs COUNT] [--seed NUMBER]
       npm run faults -- closings [--browser chromium|firefox] [--runs COUNT] [--only FAULT] [--seed NUMBER]
       npm run faults -- killings [--browser chromium|firefox] [--runs COUNT] [--only FAULT] [--seed NUMBER]
       npm run faults -- soak [--browser chromium|firefox] [--pages COUNT]

simulated  on a simulated machine, with nothing real but the extension's own code: ends backgrounds, pages and the
           browser, fills the disk, refuses the database, sets the clock, damages records, upgrades old databases,
           and has two editors at one note; tells how many runs lost something or kept quiet about it
sync       has two to five machines change notes and meet on one server, with clocks that lie, messages that are lost or
           repeated, and backgrounds that are ended in the midst of each step; tells whether all come to the same, and
           which acknowledged text is lost
closings   types notes in a browser, and closes the tab, leaves the page, ends the background or updates the extension at
           random moments within 600 ms of the last key; tells how many notes lost a letter
killings   kills a browser while notes are typed, and starts it again with the same profile; damages or blocks its
           database in between
soak       reads pages and writes notes on them, one after the other, and looks at memory, listeners and errors

--browser  in which browser (chromium); --runs how often each (200 simulated and sync, 50 closings, 10 killings); --only the
           faults whose name begins so, such as "tab"; --seed has the same moments and texts again; --pages how many (500)`;

const COMMANDS: ReadonlyMap<string | undefined, (options: string[]) => Promise<boolean>> = new Map([
  ["simulated", simulations],
  ["closings", closings],
  ["killings", killings],
  ["soak", soak],
  ["sync", syncHistories],
]);

const [name, ...options] = process.argv.slice(2);
const command = COMMANDS.get(name);
if (command === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  process.exitCode = (await command(options)) ? 0 : 1;
}
