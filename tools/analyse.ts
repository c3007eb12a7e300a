// Reads documents ({"id", "text"}, one a line) from standard input and writes what was found in each, one line a document:
// {"id", "people", "places", "quotes"}, as `Answer` in answer.ts has it.
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { answer, type PlainDocument } from "./answer.ts";
import { readModels } from "./model-file.ts";

const models = readModels(dirname(import.meta.dirname));
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line) as PlainDocument, models))}\n`);
}
