import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import nlp from "compromise";
import { analyse } from "../../src/analyse.ts";
import { articleOfPlainText } from "../../src/article/plain-text.ts";
import { readModels } from "../../tools/model-file.ts";
import { longStory } from "../../tools/pages/long-story.ts";
import { withExtension } from "../browser.ts";
import { median } from "./median.ts";

/** How many words are read again and again, those of a long text fewer times; the first rounds are not warm. */
const WORDS_READ = 30_000;
const COLD = 2;
const STARTS = 7;
const PATIENCE = 30_000;

/** Milliseconds of CPU that a text takes of our analysis, and of compromise's people, places and quotations. */
export interface AnalysisTimes {
  readonly ours: number;
  readonly theirs: number;
}

/** Both in this process, warm, and in turn: a machine is busier at one time than at another. */
export function timeAnalysis(words: number): AnalysisTimes {
  const text = longStory(words)
    .map((block) => block.text)
    .join("\n\n");
  const models = readModels(resolve("."));
  const article = articleOfPlainText(text);
  const runs = [
    () => void analyse(article, models),
    () => {
      const read = nlp(text);
      for (const found of [read.people(), read.places(), read.quotations()]) found.json({ offset: true });
    },
  ];
  const times = runs.map(() => [] as number[]);
  const rounds = COLD + Math.min(12, Math.max(2, Math.round(WORDS_READ / words)));
  for (let round = 0; round < rounds; round += 1) {
    for (const [which, run] of runs.entries()) {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      if (round >= COLD) times[which]?.push((user + system) / 1000);
    }
  }
  const [ours = Number.NaN, theirs = Number.NaN] = times.map(median);
  return { ours, theirs };
}

/** Milliseconds of CPU of the background's thread, since the browser had started it anew. */
export interface StartTimes {
  /** Until a setting was told. */
  readonly answer: number;
  /** Until an article was read: the models loaded, the article analysed, its names painted. */
  readonly article: number;
}

/** Starts the built extension's background again and again, as browsers do that end it after half a minute (Linux). */
export function timeStarts(origin: string, path: string): Promise<StartTimes> {
  return withExtension(async ({ context, office }) => {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(office);
    await cdp.send("ServiceWorker.enable");
    const started: { answer: number[]; article: number[] } = { answer: [], article: [] };
    for (let start = 0; start < STARTS; start += 1) {
      await cdp.send("ServiceWorker.stopAllWorkers");
      await office.waitForTimeout(300);
      await office.evaluate(`chrome.runtime.sendMessage({ call: "siteSettings", input: { site: "page.test" } })`);
      started.answer.push(workerTime());
      await page.goto("about:blank");
      await cdp.send("ServiceWorker.stopAllWorkers");
      await office.waitForTimeout(300);
      await page.goto(`${origin}${path}`);
      await page.waitForFunction(() => CSS.highlights.has("sourceline-statement"), null, {
        polling: 100,
        timeout: PATIENCE,
      });
      started.article.push(workerTime());
    }
    return { answer: median(started.answer), article: median(started.article) };
  });
}

/** What the thread of the one service worker that this process's browser runs has taken so far (proc(5), schedstat). */
function workerTime(): number {
  const times = readdirSync("/proc")
    .filter((id) => /^\d+$/.test(id))
    .flatMap((id) => {
      try {
        if (!readFileSync(`/proc/${id}/cmdline`, "latin1").includes("--extension-process")) return [];
        return readdirSync(`/proc/${id}/task`).flatMap((task) => {
          const thread = `/proc/${id}/task/${task}`;
          // The system cuts names off after fifteen letters.
          if (readFileSync(`${thread}/comm`, "utf8").trim() !== "ServiceWorker t") return [];
          return [{ id, time: Number(readFileSync(`${thread}/schedstat`, "utf8").split(" ")[0]) / 1e6 }];
        });
      } catch {
        return []; // It has ended just now.
      }
    })
    .filter(({ id }) => isOurs(id));
  const [only] = times;
  if (only === undefined || times.length > 1) throw new Error(`${times.length} service workers run, not one`);
  return only.time;
}

/** Whether this process has started another one, or one that did. */
function isOurs(id: string): boolean {
  const parent = readFileSync(`/proc/${id}/stat`, "latin1")
    .replace(/^.*\) /s, "")
    .split(" ")[1];
  return parent === String(process.pid) || (parent !== undefined && Number(parent) > 1 && isOurs(parent));
}
