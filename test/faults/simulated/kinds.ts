import type { Random } from "../random.ts";
import { createLedger } from "./ledger.ts";
import { createWorld, type World } from "./world.ts";

/** One kind of fault, over and over again at random moments while notes are written. */
export type Cause = (world: World, random: Random) => void;

const YEAR = 365 * 24 * 3_600_000;

const endBackground: Cause = (world, random) => {
  world.machine.endsWhenAsked = random.chance(0.5) ? 0.3 : 0;
  if (random.chance(0.5)) world.endBackground();
};
const closePage: Cause = (world, random) => {
  random.pick([...world.pages]).close();
  if (random.chance(0.5)) world.endBackground();
};
const killPage: Cause = (world, random) => random.pick([...world.pages]).kill();
const setClock: Cause = (world, random) => {
  const way = random.pick([-20 * YEAR, -YEAR, -3_600_000, -5_000, 5_000, 3_600_000, YEAR, 30 * YEAR]);
  // From the right time, so that it is right again in between.
  world.clock.set(Date.UTC(2021, 5, 1) + (random.chance(0.3) ? 0 : way));
};

/** What happens to the machine, at random moments while notes are written. */
export const CAUSES: readonly { readonly name: string; readonly cause: Cause }[] = [
  { name: "background ended", cause: endBackground },
  { name: "page closed", cause: closePage },
  { name: "page killed", cause: killPage },
  { name: "browser killed", cause: (world) => world.killBrowser() },
  {
    name: "disk full",
    cause(world, random) {
      world.machine.isFull = !world.machine.isFull;
      if (random.chance(0.3)) world.endBackground();
    },
  },
  {
    name: "database refused",
    cause(world, random) {
      world.machine.isRefused = !world.machine.isRefused;
      // A connection that is open stays so; the next background has to open one.
      world.endBackground();
      if (random.chance(0.2)) closePage(world, random);
    },
  },
  {
    name: "clock set",
    cause(world, random) {
      setClock(world, random);
      random.pick([endBackground, closePage, killPage, () => {}])(world, random);
    },
  },
];

/** One run. Gives what is wrong afterwards, in words. */
export async function runKind(cause: Cause, random: Random): Promise<string[]> {
  const world = createWorld(random);
  const ledger = createLedger(world, random);
  const wrong: string[] = [];
  try {
    const rounds = random.between(3, 8);
    for (let round = 0; round < rounds; round += 1) {
      while (world.pages.size < 2) world.open();
      await world.load();
      const letters = random.between(1, 12);
      for (let letter = 0; letter < letters; letter += 1) {
        ledger.write();
        await world.clock.pass(random.pick([5, 30, 120, 500]));
        ledger.look();
      }
      cause(world, random);
      await world.clock.pass(random.pick([0, 20, 300, 3_000]));
      ledger.look();
      wrong.push(...(await unsaid(world, ledger.unsaid)));
    }
    wrong.push(...(await world.settle()));
    wrong.push(...(await ledger.missing()));
  } finally {
    await world.stop();
  }
  return wrong;
}

/** Where nothing can be saved, everybody who waits is told within some seconds. */
async function unsaid(world: World, ask: () => string[]): Promise<string[]> {
  const { machine } = world;
  if (!machine.isFull && !machine.isRefused) return [];
  await world.clock.pass(8_000);
  return ask().map((id) => `${id} can't be saved, and nobody is told`);
}
