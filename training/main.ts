import { existsSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ENTITY_MODEL, TAGGER_MODEL } from "../tools/model-file.ts";
import { readCorpus } from "./corpus.ts";
import { gatherKnownWords, trainEntities, type TrainingCorpus } from "./entities.ts";
import { type Counts, NONE, scoresOf, sum } from "../tools/evaluate/spans.ts";
import { crossValidate } from "./cross-validate.ts";
import { trainTagger } from "./pos/train.ts";

const HELP = `npm run train [-- MODEL … OPTION …]

Trains what ships in extension/models, or only the models named:
  entities   the recogniser of people and places, entities.bin
  words      the tagger of word classes for quotations, pos.bin, taught by compromise's tags on the corpus gmb
The same corpora give the same bytes. Progress goes to standard error.

  --data FOLDER   the corpora, as JSON Lines files (default: ../shared/data/entities/train)
  --cross-validate documents|corpora
                  writes nothing, but trains the recogniser without every third document, three times, or without each
                  corpus in turn, and prints how the shipped code finds people and places in what was held out
  --clusters FILE clusters of words: a compressed table with tabs, the commonest word first, each with its cluster among
                  1,024, among 256 and among 64 (default: ../shared/data/clusters/glove-100d.tsv.gz)
  --out FOLDER    write there instead of extension/models
  --help          show this

Needs 4 GB of memory and about five minutes of one core for each training. The corpora and their licences are named in NOTICE; each line of
their files is {"id", "text", "mentions": [{"start", "end", "kind"}]}, offsets in UTF-16 code units, kind "person",
"place", "organisation" or "other". Development sets and CoNLL-2003 are never trained on.
`;

/** The corpora and how much a mistake in each counts: tweets are far from news. */
const CORPORA: readonly Omit<TrainingCorpus, "documents">[] = [
  { name: "gmb", weight: 1, isSilver: true },
  { name: "redocred", weight: 1, isSilver: true },
  { name: "crossner-other", weight: 1, isSilver: false },
  { name: "crossner-politics", weight: 2, isSilver: false },
  { name: "gum-open-genres", weight: 1, isSilver: false },
  { name: "btc", weight: 0.5, isSilver: false },
  { name: "wnut17", weight: 0.5, isSilver: false },
];

const root = dirname(import.meta.dirname);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", default: join(root, "..", "shared", "data", "entities", "train") },
    "cross-validate": { type: "string" },
    out: { type: "string", default: join(root, "extension", "models") },
    clusters: { type: "string", default: join(root, "..", "shared", "data", "clusters", "glove-100d.tsv.gz") },
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
  const readCorpora = (): TrainingCorpus[] =>
    CORPORA.map((corpus) => ({ ...corpus, documents: readCorpus(folder, corpus.name) }));
  const trainFrom = (corpora: readonly TrainingCorpus[]): Uint8Array =>
    trainEntities(corpora, gatherKnownWords(corpora, resolve(values.clusters)), log);
  const holdOut = values["cross-validate"];
  if (holdOut === "documents" || holdOut === "corpora") {
    const totals = new Map<string, Counts>();
    for (const { corpus, counts } of crossValidate(readCorpora(), holdOut, trainFrom)) {
      totals.set(corpus, sum(totals.get(corpus) ?? NONE, counts));
    }
    for (const [corpus, counts] of totals) {
      const { precision, recall, f1 } = scoresOf(counts);
      process.stdout.write(
        `${corpus.padEnd(20)} P ${precision.toFixed(1)}  R ${recall.toFixed(1)}  F1 ${f1.toFixed(1)}\n`,
      );
    }
    process.exit(0);
  }
  if (holdOut !== undefined) {
    process.stderr.write(`--cross-validate takes documents or corpora.\n\n${HELP}`);
    process.exit(1);
  }
  if (wanted("entities")) write(ENTITY_MODEL, trainFrom(readCorpora()));
  if (wanted("words")) {
    const texts = readCorpus(folder, "gmb").map(({ text }) => text);
    write(TAGGER_MODEL, trainTagger(texts, log));
  }
}
