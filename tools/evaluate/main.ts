// npm run evaluate -- SUBJECT: measures the shipped code on the development sets and checks the floors in floors.json.

/** One subject a line: each module exports `run`, which prints its table and gives true where all floors hold. */
const SUBJECTS: Readonly<Record<string, () => Promise<{ run: (options: readonly string[]) => Promise<boolean> }>>> = {
  articles: () => import("./articles.ts"),
  entities: () => import("./entities.ts"),
  frames: () => import("./frames.ts"),
  names: () => import("./names.ts"),
  reprints: () => import("./reprints.ts"),
  quotes: () => import("./quotes.ts"),
  speakers: () => import("./speakers.ts"),
};

/** Gives the exit code. */
export async function main([subject, ...options]: readonly string[]): Promise<number> {
  const load = SUBJECTS[subject ?? ""];
  if (load === undefined) {
    process.stderr.write(
      `usage: npm run evaluate -- ${Object.keys(SUBJECTS).join("|")} [--data FOLDER]\n       articles takes --by-publisher as well\n`,
    );
    return 2;
  }
  const { run } = await load();
  return (await run(options)) ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
}
