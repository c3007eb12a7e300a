import { existsSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ENTITY_MODEL, TAGGER_MODEL } from "../tools/model-file.ts";
import { readCorpus } from "./corpus.ts";
import { trainEntities, type TrainingCorpus } from "./entities.ts";
import { trainTagger } from "./pos/train.ts";

const HELP = `npm run train [-- MODEL … OPTION …]

Trains what ships in extension/models, or only the models named:
  entities   the recogniser of people and places, entities.bin
  words      the tagger of word classes for quotations, pos.bin, taught by compromise's tags on the corpus gmb
The same corpora give the same bytes. Progress goes to standard error.

  --data FOLDER   the corpora, as JSON Lines files (default: ../shared/data/entities/train)
  --out FOLDER    write there instead of extension/models
  --help          show this

Needs 4 GB of memory and about ten minutes of one core. The corpora and their licences are named in NOTICE; each line of
their files is {"id", "text", "mentions": [{"start", "end", "kind"}]}, offsets in UTF-16 code units, kind "person",
"place", "organisation" or "other". Development sets and CoNLL-2003 are never trained on.
`;

/** The corpora and how much a mistake in each counts: tweets are far from news. */
const CORPORA: readonly (readonly [name: string, weight: number])[] = [
  ["gmb", 1],
  ["redocred", 1],
  ["crossner-other", 1],
  ["crossner-politics", 2],
  ["gum-open-genres", 1],
  ["btc", 0.5],
  ["wnut17", 0.5],
];

const root = dirname(import.meta.dirname);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", default: join(root, "..", "shared", "data", "entities", "train") },
    out: { type: "string", default: join(root, "extension", "models") },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  process.stdout.write(HELP);
} else {
  const folder = resolve(values.data);
  if (!existsSync(folder)) {
    process.stderr.write(`There is no folder ${folder}.\n\n${HELP}`);
    process.exit(1);
  }
  const started = performance.now();
  const log = (message: string): void => {
    const seconds = (performance.now() - started) / 1000;
    process.stderr.write(`${seconds.toFixed(0).padStart(5)} s  ${message}\n`);
  };
  const wanted = (name: string): boolean => positionals.length === 0 || positionals.includes(name);
  const write = (name: string, model: Uint8Array): void => {
    const file = join(values.out, basename(name));
    writeFileSync(file, model);
    log(`${file}: ${model.length} bytes`);
  };
  if (wanted("entities")) {
    const corpora = CORPORA.map(([name, weight]): TrainingCorpus => ({ documents: readCorpus(folder, name), weight }));
    write(ENTITY_MODEL, trainEntities(corpora, log));
  }
  if (wanted("words")) {
    const texts = readCorpus(folder, "gmb").map(({ text }) => text);
    write(TAGGER_MODEL, trainTagger(texts, log));
  }
}
