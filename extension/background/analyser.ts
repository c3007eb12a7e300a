import browser from "webextension-polyfill";
import { type Analysis, analyse, type Models } from "../../src/analyse.ts";
import type { Article } from "../../src/text/article.ts";
import { decodeModel } from "../../src/entities/tagging/model.ts";
import { failure, type Result, success } from "../../src/result.ts";
import { decodeTaggerModel } from "../../src/english/tagger/model.ts";

/** The models of this background's life. They can always be loaded again, so losing them costs nothing but time. */
let models: Promise<Result<Models>> | null = null;

/** Recognises people, places and who is quoted. Loads the models at the first call. */
export async function analyseArticle(article: Article): Promise<Result<Analysis>> {
  models ??= loadModels();
  const loaded = await models;
  if (!loaded.ok) {
    models = null; // A file that could not be read now may be readable later.
    return loaded;
  }
  return success(analyse(article, loaded.value));
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
