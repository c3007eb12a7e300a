import browser from "webextension-polyfill";
import { type Analysis, analyseSteps, type Models } from "../../src/analyse.ts";
import type { Article } from "../../src/text/article.ts";
import { decodeModel } from "../../src/entities/tagging/model.ts";
import { failure, type Result, success } from "../../src/result.ts";
import { decodeTaggerModel } from "../../src/english/tagger/model.ts";
import type { Slices } from "../../src/slices.ts";
import { createFairQueue } from "./fair-queue.ts";

/** The models of this background's life. They can always be loaded again, so losing them costs nothing but time. */
let models: Promise<Result<Models>> | null = null;

/** How long the background works on an article before it answers others, in milliseconds. */
const TURN = 10;

const queue = createFairQueue(turnsOf(TURN));

/**
 * Recognises people, places and who is quoted, in turns with the articles of other tabs. Loads the models at the first
 * call. `superseded` where `signal` was aborted before the answer was there.
 */
export async function analyseArticle(
  article: Article,
  tabId: number | undefined,
  signal: AbortSignal,
): Promise<Result<Analysis>> {
  models ??= loadModels();
  const loaded = await models;
  if (!loaded.ok) {
    models = null; // A file that could not be read now may be readable later.
    return loaded;
  }
  const analysis = await queue.run(String(tabId), analyseSteps(article, loaded.value), signal);
  return analysis === null ? failure("superseded", "nobody waits for this article any more") : success(analysis);
}

function turnsOf(length: number): Slices {
  let started = performance.now();
  return {
    shouldPause: () => performance.now() - started >= length,
    async pause() {
      await scheduler.postTask(() => null, { priority: "user-visible" });
      started = performance.now();
    },
  };
}

async function loadModels(): Promise<Result<Models>> {
  const [entityFile, wordFile] = await Promise.all([loadFile("models/entities.bin"), loadFile("models/pos.bin")]);
  if (!entityFile.ok) return entityFile;
  if (!wordFile.ok) return wordFile;
  const entities = decodeModel(entityFile.value);
  const words = decodeTaggerModel(wordFile.value);
  if (!entities.ok) return entities;
  if (!words.ok) return words;
  return success({ entities: entities.value, words: words.value });
}

async function loadFile(path: string): Promise<Result<Uint8Array>> {
  try {
    const response = await fetch(browser.runtime.getURL(path));
    if (!response.ok) return failure("model-damaged", `${path}: ${response.status}`);
    return success(new Uint8Array(await response.arrayBuffer()));
  } catch (error) {
    return failure("model-damaged", `${path}: ${String(error)}`);
  }
}
