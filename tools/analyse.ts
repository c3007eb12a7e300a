// Reads documents ({"id", "text"}, one a line) from standard input and writes what was found in each, one line a document:
// {"id", "people", "places", "quotes"}. A person or place has a name and mentions; offsets are UTF-16 code units.
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { analyse, type Analysis } from "../src/analyse.ts";
import { articleOfPlainText } from "../src/article/plain-text.ts";
import type { Entity } from "../src/entities/entity.ts";
import type { Quotation } from "../src/quotes/quotation.ts";
import type { Span } from "../src/text/span.ts";
import { readModels } from "./model-file.ts";

const models = readModels(dirname(import.meta.dirname));

const plainSpan = ({ start, end }: Span): Span => ({ start, end });

function namedThing({ name, mentions }: Entity): object {
  return { name, mentions: mentions.map(plainSpan) };
}

function quote({ content, type, cue, source, speaker, nested }: Quotation, { sources }: Analysis): object {
  const [first, ...more] = content;
  return {
    content: first !== undefined && more.length === 0 ? plainSpan(first) : { spans: content.map(plainSpan) },
    type,
    cue: cue && plainSpan(cue),
    source: source && plainSpan(source),
    speaker: speaker === null ? null : (sources[speaker]?.name ?? null),
    nested,
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  const analysis = analyse(articleOfPlainText(text), models);
  const named = (kind: Entity["kind"]): object[] =>
    analysis.entities.filter((entity) => entity.kind === kind).map(namedThing);
  const found = {
    id,
    people: named("person"),
    places: named("place"),
    quotes: analysis.quotations.map((quotation) => quote(quotation, analysis)),
  };
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
