import * as fc from "fast-check";
import { type Annotation, ANNOTATION_SCHEMA, COLOURS } from "../../../../src/annotation/records/annotation.ts";
import { NAME_NOTE_SCHEMA, type NameNote } from "../../../../src/annotation/records/name-note.ts";
import { NAME_KINDS, nameKey } from "../../../../src/annotation/records/name.ts";
import type { ArticleExport, ExportContext } from "../../../../src/exchange/export/article.ts";

/** Records with every feature and with text that files stumble over, for round trips. */

const AWKWARD = [
  "“Schluss”, sagte sie.",
  'a "quoted" word, and a comma',
  "=SUM(A1:A9)",
  "@import, +1, -1",
  "line one\nline two\r\nline three",
  "</script><script>alert(1)</script>",
  "# no heading\n- no list\n1. no number",
  "*a* _b_ [c](d) `e` ![f](g) <h> &amp; ~~i~~ ==j== %%k%% $l$ ^m #n",
  "{braces} \\back \\slash ~ ^ % $ & _ #",
  "שלום עולם",
  "\u202Egnp.exe",
  "TY  - NEWS\r\nER  - ",
  "---\ntitle: x\n---",
  "{{title}} {{{note}}}",
  "😀 👩‍👩‍👧",
  " ",
];

const text = (longest: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...AWKWARD),
    fc.string({ maxLength: longest }),
    fc.string({ unit: "binary", maxLength: longest }).map((said) => said.replace(/\p{Cs}/gu, "")),
  );
const instant = fc
  .integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2031, 0, 1) })
  .map((milliseconds) => new Date(milliseconds).toISOString());
const tag = fc
  .oneof(fc.constantFrom("claim", "to check", "2019", "a/b", "Überfall"), fc.string({ minLength: 1, maxLength: 20 }))
  .map((said) => said.replace(/[\s#]+/g, " ").trim())
  .filter((said) => said !== "");
const body = fc.record({
  colour: fc.constantFrom(...COLOURS),
  note: fc.oneof(fc.constant(""), text(200)),
  tags: fc.uniqueArray(tag, { maxLength: 4, selector: (said) => said.toLowerCase() }),
});
const stamps = fc.record({
  revision: fc.integer({ min: 1, max: 1_000_000 }),
  created: instant,
  modified: instant,
  deleted: fc.constant(null),
});
const context = text(40).filter((said) => said !== "");
const quote = fc.record(
  {
    type: fc.constant("TextQuoteSelector" as const),
    exact: text(300).filter((said) => said.trim() !== ""),
    prefix: context,
    suffix: context,
  },
  { requiredKeys: ["type", "exact"] },
);
const position = fc
  .tuple(fc.nat(100_000), fc.nat(500))
  .map(([start, length]) => ({ type: "TextPositionSelector" as const, start, end: start + length }));
const selectors = fc.record({ quote, position: fc.option(position) });

interface Page {
  readonly source: string;
  readonly page: string;
  readonly title: string;
}

const page: fc.Arbitrary<Page> = fc
  .tuple(
    fc.constantFrom("post.example", "harbour.example", "xn--bcher-kva.example"),
    fc.stringMatching(/^[a-z0-9-]{1,20}$/),
    text(80),
  )
  .map(([host, path, title]) => ({ source: `https://${host}/${path}?id=7#top`, page: `${host}/${path}?id=7`, title }));

const annotationOn = (target: Page): fc.Arbitrary<Annotation> =>
  fc.record({ id: fc.uuid(), body, selectors, stamps }).map((made) => ({
    id: made.id,
    target: { ...target, selectors: made.selectors },
    body: made.body,
    schema: ANNOTATION_SCHEMA,
    ...made.stamps,
  }));

const nameNoteOn = (origin: Page): fc.Arbitrary<NameNote> =>
  fc
    .record({
      id: fc.uuid(),
      kind: fc.constantFrom(...NAME_KINDS),
      name: text(40).filter((said) => said.trim() !== ""),
      body,
      stamps,
    })
    .map((made) => ({
      id: made.id,
      subject: { kind: made.kind, name: made.name },
      origin,
      body: made.body,
      key: nameKey(made.kind, made.name),
      schema: NAME_NOTE_SCHEMA,
      ...made.stamps,
    }));

/** An article with at least one record. */
export const articleExport: fc.Arbitrary<ArticleExport> = page.chain((on) =>
  fc.record({
    page: fc.constant(on.page),
    source: fc.constant(on.source),
    title: fc.constant(on.title),
    bylines: fc.uniqueArray(fc.constantFrom("Jonna Falk", "Piet van der Berg", "Madonna", "Ada O'Neil Jr."), {
      maxLength: 3,
    }),
    outlet: fc.option(fc.constantFrom("The Harbour Post", "Post & Courier")),
    published: fc.option(fc.constantFrom("1998-04-02", "2004-02-29")),
    annotations: fc.array(annotationOn(on), { minLength: 1, maxLength: 4 }),
    nameNotes: fc.array(nameNoteOn(on), { maxLength: 3 }),
  }),
);

/** Articles, each another page. */
export const articleExports = fc.uniqueArray(articleExport, {
  minLength: 1,
  maxLength: 4,
  selector: (article) => article.page,
});

export const exportContext = (articles: readonly ArticleExport[]): ExportContext => ({
  made: new Date("1998-05-03T10:00:00.000Z"),
  total: articles.reduce((sum, article) => sum + article.annotations.length + article.nameNotes.length, 0),
  colourNames: { yellow: "To check" },
  words: {
    language: "en",
    title: "Highlights and notes",
    onNames: "People and places",
    day: (day) => day.slice(0, 10),
    colour: (colour) => colour,
  },
});
