import { closings } from "./closings.ts";

const USAGE = `usage: npm run faults -- closings [--browser chromium|firefox] [--runs COUNT] [--only FAULT] [--seed NUMBER]

closings  types notes, and closes the tab, leaves the page or ends the background at random moments within 600 ms of
          the last key; tells how many notes lost a letter

--browser  in which browser (chromium); --runs how often each (50); --only the faults whose
           name begins so, such as "tab"; --seed has the same moments and texts again`;

const [name, ...options] = process.argv.slice(2);
if (name !== "closings") {
  console.error(USAGE);
  process.exitCode = 2;
} else if (!(await closings(options))) {
  process.exitCode = 1;
}
