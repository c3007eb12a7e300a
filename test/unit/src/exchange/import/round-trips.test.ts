import * as fc from "fast-check";
import { expect, test } from "vitest";
import { writeWhole } from "../../../../../src/exchange/export/format.ts";
import { FILE_FORMATS } from "../../../../../src/exchange/export/formats.ts";
import type { Noted } from "../../../../../src/annotation/records/name-note.ts";
import { articleExports, exportContext } from "../arbitraries.ts";
import { readAll } from "./read-all.ts";

const sizes = fc.constantFrom(1, 7, 64, 4_096);

test("W3C annotations come back as they were, notes on names too", () => {
  fc.assert(
    fc.property(articleExports, sizes, (articles, size) => {
      const text = writeWhole(FILE_FORMATS.w3c, articles, exportContext(articles));
      const { problem, items, refused } = readAll({ "notes.jsonld": text }, size);
      expect(problem).toBeNull();
      expect(refused).toEqual([]);
      expect(items).toEqual(
        articles.flatMap(({ annotations, nameNotes }) => [
          ...annotations.map((item) => ({ list: "annotations", item })),
          ...nameNotes.map((item) => ({ list: "subjectNotes", item })),
        ]),
      );
    }),
  );
});

test("a file of Hypothesis's keeps words, place, note, tags, instants and ids", () => {
  fc.assert(
    fc.property(articleExports, sizes, (articles, size) => {
      const text = writeWhole(FILE_FORMATS.hypothesis, articles, exportContext(articles));
      const { problem, items } = readAll({ "notes.json": text }, size);
      expect(problem).toBeNull();
      const read = new Map(items.flatMap(({ list, item }) => (list === "annotations" ? [[item.id, item]] : [])));
      for (const { id, target, body, created, modified } of articles.flatMap(({ annotations }) => annotations)) {
        const item = read.get(id);
        expect(item?.target.selectors.quote.exact).toBe(target.selectors.quote.exact.trim());
        expect(item?.body.note).toBe(body.note.replace(/\r\n?/g, "\n").trim());
        expect(item?.body.tags.map((tag) => tag.toLowerCase()).length).toBeGreaterThanOrEqual(
          Math.min(1, body.tags.length),
        );
        expect(item?.created).toBe(created);
        expect(item?.modified).toBe(modified < created ? created : modified);
      }
    }),
  );
});

test("our own table comes back with words, names, notes and colours, each as the record that it was", () => {
  fc.assert(
    fc.property(articleExports, sizes, (articles, size) => {
      const text = writeWhole(FILE_FORMATS.csv, articles, { ...exportContext(articles), colourNames: {} });
      const { problem, items } = readAll({ "notes.csv": text }, size);
      expect(problem).toBeNull();
      const highlights = items.flatMap(({ list, item }) => (list === "annotations" ? [item] : []));
      const onNames = items.flatMap(({ list, item }) => (list === "subjectNotes" ? [item] : []));
      const note = ({ body }: Noted): string => body.note.replace(/\r\n?/g, "\n").trim();
      expect(highlights.map((one) => [one.id, one.target.selectors.quote.exact, note(one), one.body.colour])).toEqual(
        articles
          .flatMap(({ annotations }) => annotations)
          .map((one) => [one.id, one.target.selectors.quote.exact.trim(), note(one), one.body.colour]),
      );
      expect(onNames.map((one) => [one.id, one.subject, one.origin.source, note(one), one.created])).toEqual(
        articles
          .flatMap(({ nameNotes }) => nameNotes)
          .map((one) => [one.id, one.subject, one.origin.source, note(one), one.created]),
      );
    }),
  );
});

test("the same file twice gives the same items", () => {
  fc.assert(
    fc.property(articleExports, fc.constantFrom("hypothesis", "csv", "readwise", "w3c"), (articles, name) => {
      const text = writeWhole(FILE_FORMATS[name], articles, exportContext(articles));
      expect(readAll({ file: text }, 50)).toEqual(readAll({ file: text }, 5_000));
    }),
  );
});
