import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeModel, type EntityModel } from "../src/entities/model.ts";

/** Where the committed model lies, from the root of the project. */
export const ENTITY_MODEL = join("extension", "models", "entities.bin");

/** Reads the model that ships with the extension. */
export function readEntityModel(root: string): EntityModel {
  const decoded = decodeModel(new Uint8Array(readFileSync(join(root, ENTITY_MODEL))));
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value;
}
