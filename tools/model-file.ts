import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Models } from "../src/analyse.ts";
import { decodeModel, type EntityModel } from "../src/entities/tagging/model.ts";
import { decodeTaggerModel, type TaggerModel } from "../src/english/tagger/model.ts";

/** Where the committed model lies, from the root of the project. */
export const ENTITY_MODEL = join("extension", "models", "entities.bin");

function readEntityModel(root: string): EntityModel {
  const decoded = decodeModel(new Uint8Array(readFileSync(join(root, ENTITY_MODEL))));
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value;
}

/** Where the committed word tagger lies, from the root of the project. */
export const TAGGER_MODEL = join("extension", "models", "pos.bin");

function readTaggerModel(root: string): TaggerModel {
  const decoded = decodeTaggerModel(new Uint8Array(readFileSync(join(root, TAGGER_MODEL))));
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value;
}

/** Everything that `analyse` needs, as it ships. Throws where a file is missing or damaged. */
export function readModels(root: string): Models {
  return { entities: readEntityModel(root), words: readTaggerModel(root) };
}
