import { readFileSync } from "node:fs";
import { join } from "node:path";
import { articleOfPlainText } from "../../src/article/plain-text.ts";
import { decodeModel, type EntityModel } from "../../src/entities/tagging/model.ts";
import { recogniseEntities } from "../../src/entities/recognise.ts";
import { segment } from "../../src/text/segment.ts";
import { tokenise } from "../../src/text/tokenise.ts";
import { ENTITY_MODEL } from "../model-file.ts";
import { compromiseEntities } from "./compromise.ts";
import { ROOT } from "./data.ts";

const ARTICLE_WORDS = 800;
/** Many: a round of ours is over in a tenth of a second, and a busy machine can spoil several in a row. */
const WARM_ROUNDS = 15;

/** Milliseconds of CPU time that a call takes, the runtime's own threads included. */
function cpuMilliseconds(call: () => void): number {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Joins whole documents to texts of about the length of an article. */
function articlesOf(texts: readonly string[]): string[] {
  const articles: string[] = [];
  let article = "";
  for (const text of texts) {
    article += `${text}\n`;
    if (article.split(/\s+/).length < ARTICLE_WORDS) continue;
    articles.push(article.split(/(?<=\s)/, ARTICLE_WORDS).join(""));
    article = "";
  }
  return articles;
}

function tokensPerSecond(articles: readonly string[], milliseconds: number): number {
  const tokens = articles.reduce((total, article) => total + tokenise(article).length, 0);
  return Math.round((1000 * tokens) / milliseconds);
}

/**
 * Measures in this process, in the order in which the figures get warmer, and prints them; the first call of either
 * system must be its first in the process for the cold figure to be one, so call this in a fresh one.
 */
export function measureSpeed(texts: readonly string[]): Record<string, number> {
  const articles = articlesOf(texts);
  const [first = "", ...rest] = articles;
  let model: EntityModel | undefined;
  const cold = cpuMilliseconds(() => {
    const decoded = decodeModel(new Uint8Array(readFileSync(join(ROOT, ENTITY_MODEL))));
    if (!decoded.ok) throw new Error(decoded.error.message);
    model = decoded.value;
    recogniseEntities(segment(articleOfPlainText(first)), model);
  });
  const ours = (article: string): void => {
    if (model !== undefined) recogniseEntities(segment(articleOfPlainText(article)), model);
  };
  const theirCold = cpuMilliseconds(() => compromiseEntities(first));
  const few = rest.slice(0, 12);
  const [warm, theirWarm] = warmTimes([
    { articles: rest, find: ours },
    { articles: few, find: compromiseEntities },
  ]);
  const speed = tokensPerSecond(rest, warm.total);
  const theirSpeed = tokensPerSecond(few, theirWarm.total);
  const line = (name: string, coldTime: number, warmTime: number, tokens: number): void => {
    process.stdout.write(
      `${name.padEnd(12)} ${ARTICLE_WORDS} words: ${coldTime.toFixed(0)} ms CPU cold, ${warmTime.toFixed(1)} ms warm; ` +
        `${tokensPerSecond([first], coldTime)} tokens a CPU second cold, ${tokens} warm\n`,
    );
  };
  line("sourceline", cold, warm.median, speed);
  line("compromise", theirCold, theirWarm.median, theirSpeed);
  process.stdout.write(`sourceline is ${(speed / theirSpeed).toFixed(1)} times as fast\n`);
  return {
    "tokens per CPU second": speed,
    "times as fast as compromise": speed / theirSpeed,
  };
}

/** One system and what it reads. */
interface Trial {
  readonly articles: readonly string[];
  readonly find: (article: string) => void;
}

interface Times {
  /** Of a round, in milliseconds of CPU, and of one article; medians. */
  readonly total: number;
  readonly median: number;
}

/** The times of two systems once they are warm, a round of each in turn: a machine is busier at one time than at another. */
function warmTimes(trials: readonly [Trial, Trial]): [Times, Times] {
  const rounds: [number[][], number[][]] = [[], []];
  for (let round = 0; round < WARM_ROUNDS; round += 1) {
    for (const which of [0, 1] as const) {
      const { articles, find } = trials[which];
      rounds[which].push(articles.map((article) => cpuMilliseconds(() => find(article))));
    }
  }
  return [timesOf(rounds[0]), timesOf(rounds[1])];
}

function timesOf(rounds: readonly number[][]): Times {
  const last = rounds.slice(2);
  const totals = last.map((times) => times.reduce((total, time) => total + time, 0));
  return { total: median(totals), median: median(last.flat()) };
}
