import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../../src/text/sentences.ts";
import { tokenise } from "../../../../src/text/tokenise.ts";

/** A bar stands where one sentence ends and the next begins. */
const CASES: readonly (readonly [name: string, text: string])[] = [
  ["plain", "It rained. | Nobody minded. | They sang!"],
  ["title", "Mr. Holm spoke to Gen. Ada Vance. | She listened."],
  ["initial", "Edith W. Marsh won. | J. Cole lost."],
  ["company", "Acorn Corp. Chairman Lou Reyes resigned. | He had led Acorn Corp. | The shares fell."],
  ["country", "He left the U.S. Senate. | She moved to the U.S. | The move was long."],
  ["month", "It began on Jan. 5 at 9 a.m. in Oslo. | It ended."],
  ["dateline", "HARBOURTON, Jan. 9 (XYZ) — The bridge opened. | Crowds came."],
  ["quotation closed after the stop", "“We are done.” | He left."],
  ["straight quotation marks", 'He said: "We are done." | "Never," she said.'],
  ["question inside a sentence", "“Are we done?” he asked. | Nobody knew."],
  ["question with a named speaker", "“Are we done?” Marsh asked. | Nobody knew."],
  ["exclamation, then a new sentence", "“We won!” | The crowd outside the hall began to sing."],
  ["missing space", "It ended.|Then it rained."],
  ["number", "Prices rose 3.5 percent. | 40 people came."],
  ["decimal and ordinal", "No. 4 seed Ada Vance won 6.5 points. | She wept."],
  ["dots in mid-sentence", "We waited ... and waited. | Then we left."],
  ["brackets", "They left (at last.) | We stayed."],
  ["no capital, no break", "the site example.org is down. we know"],
  ["state", "They met in Boise, Idaho, and Miami, Fla. | The talks failed."],
];

describe("splitSentences", () => {
  it.each(CASES)("%s", (_name, marked) => {
    const expected = marked.split(/ ?\| ?/);
    const text = marked.replaceAll(" | ", " ").replaceAll("|", "");
    const sentences = splitSentences(text, tokenise(text));
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it("gives every token to one sentence", () => {
    const text = CASES.map(([, marked]) => marked.replaceAll("|", "")).join("\n");
    const tokens = tokenise(text);
    expect(splitSentences(text, tokens).flatMap((sentence) => sentence.tokens)).toEqual(tokens);
  });

  it("breaks at a line break after a stop, whatever follows", () => {
    const text = "First.\nsecond.";
    expect(splitSentences(text, tokenise(text))).toHaveLength(2);
  });

  it("gives nothing for nothing", () => {
    expect(splitSentences("", [])).toEqual([]);
  });

  it("cuts what goes on and on", () => {
    const text = "Ann and ".repeat(1_000);
    const lengths = splitSentences(text, tokenise(text)).map(({ tokens }) => tokens.length);
    expect(lengths).toEqual([400, 400, 400, 400, 400]);
  });

  it("judges each stop of a run by what follows the run", () => {
    const starts = (text: string) => splitSentences(text, tokenise(text)).map(({ start }) => start);
    expect(starts(`We won${"!".repeat(50)} The crowd sang.`)).toEqual([0, 57]);
    expect(starts(`We won${"!".repeat(50)}” Marsh said.`)).toEqual([0]);
  });
});
