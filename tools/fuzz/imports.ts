import * as fc from "fast-check";
import { type CheckedItem, openImport } from "../../src/exchange/import/open-import.ts";
import { damaged, texts } from "./texts.ts";

/** Files of other programs: whole, damaged and false. */

/** A file's name, which tells some kinds, and its text. */
type File = readonly [name: string, text: string];

/** Files of one import, and whether some of them are damaged. */
interface Import {
  readonly files: readonly File[];
  readonly isDamaged: boolean;
}

const addresses = fc.oneof(
  fc.constantFrom(
    "https://post.example/pier",
    "HTTP://a.example/?b=1&amp;c",
    "https://bank.com@evil.example/",
    "javascript:alert(1)",
    "//post.example",
    "",
  ),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);
const instants = fc.oneof(
  fc.constantFrom("1998-04-02 09:00", "1998-04-02T09:00:00Z", "891507600", "9999-99-99", ""),
  fc.integer(),
  texts,
);

/** Now and then something else than what belongs there. */
const mostly = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: fc.jsonValue() });

const json = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> => value.map((made) => JSON.stringify(made) ?? "");
const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 4 });

const highlight = fc.oneof(
  texts,
  fc.record({ text: mostly(texts), notes: mostly(few(texts)), color: mostly(texts), timestamp: mostly(instants) }),
);
const page = fc.record(
  {
    url: mostly(addresses),
    uri: mostly(addresses),
    title: mostly(texts),
    slug: mostly(fc.constantFrom("pier", "quay")),
    labels: mostly(few(mostly(texts))),
    savedAt: mostly(instants),
    text: mostly(texts),
    tags: mostly(few(mostly(texts))),
    highlights: mostly(few(mostly(highlight))),
  },
  { requiredKeys: ["title"] },
);
const pages = json(fc.oneof(few(mostly(page)), fc.record({ rows: mostly(few(mostly(page))) }), mostly(page)));

const selector = fc.record({
  type: fc.constantFrom("TextQuoteSelector", "TextPositionSelector", "Choice", "FragmentSelector"),
  exact: mostly(texts),
  prefix: mostly(texts),
  start: mostly(fc.integer()),
  end: mostly(fc.integer()),
});
const annotation = fc.record({
  type: fc.constantFrom("Annotation", ["oa:Annotation"], "Note"),
  id: mostly(fc.uuid().map((id) => `urn:uuid:${id}`)),
  body: mostly(few(mostly(fc.record({ value: mostly(texts), purpose: fc.constantFrom("tagging", "commenting") })))),
  target: mostly(
    fc.record({
      source: mostly(addresses),
      "dcterms:title": mostly(texts),
      selector: mostly(
        few(mostly(fc.tuple(selector, selector).map(([outer, inner]) => ({ ...outer, refinedBy: inner })))),
      ),
    }),
  ),
  created: mostly(instants),
  "sourceline:revision": mostly(fc.constantFrom(undefined, 1)),
});

const cell = fc.oneof(
  texts.map((text) => `"${text.replaceAll('"', '""')}"`),
  texts.map((text) => text.replaceAll('"', "")),
  addresses,
);
const columns = fc.constantFrom(
  "url,title,highlight,note,tags",
  "url;text;comment",
  "title,url,tags,comments,annotations,created_at",
  "\uFEFFURL\tQuote\tCreated",
  "nothing",
);
const table = fc
  .tuple(columns, fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), fc.constantFrom("\n", "\r\n"))
  .map(([head, rows, end]) => {
    const separator = /[,;\t]/.exec(head)?.[0] ?? ",";
    return [head, ...rows.map((row) => row.join(separator))].join(end);
  });

const link = fc
  .tuple(addresses, texts, texts, fc.constantFrom("</a>", "</A >", "", "<a "))
  .map(([url, attributes, title, end]) => `<A HREF="${url}" ${attributes} TAGS="${title}">${title}${end}`);
const bookmarks = few(link).map((links) => `<DL>${links.join("\n<DT>")}`);

const markdown = few(fc.tuple(fc.constantFrom("> ", "", "# ", "Note: "), texts)).map((blocks) =>
  blocks.map((block) => block.join("")).join("\n\n"),
);

const named = (name: string, text: fc.Arbitrary<string>): fc.Arbitrary<Import> =>
  fc
    .boolean()
    .chain((isDamaged) =>
      (isDamaged ? damaged(text) : text).map((made) => ({ files: [[name, made] as const], isDamaged })),
    );

/** What each way of reading another program's files may be given, by its name. */
export const IMPORTS: Readonly<Record<string, fc.Arbitrary<Import>>> = {
  json: named("notes.json", pages),
  csv: named("notes.csv", table),
  links: named("bookmarks.html", bookmarks),
  omnivore: fc
    .tuple(named("metadata_0_to_20.json", pages), named("highlights/pier.md", markdown))
    .map(([metadata, { files }]) => ({ ...metadata, files: [...files, ...metadata.files] })),
  w3c: named(
    "notes.jsonld",
    json(fc.oneof(few(annotation), fc.record({ first: fc.record({ items: few(annotation) }) }))),
  ),
};

const END = "9999-12-31T23:59:59.999Z";

interface Read {
  readonly isWhole: boolean;
  readonly items: readonly CheckedItem[];
}

function read(files: readonly File[], size: number): Read {
  const items: CheckedItem[] = [];
  const sink = { item: (item: CheckedItem) => items.push(item), refused: () => {}, preferences: () => {} };
  const importing = openImport(sink, { fallback: new Date(0).toISOString(), ownerLabels: () => 2 }, END);
  let isWhole = true;
  for (const [name, text] of files) {
    const reader = importing.open(name, text.slice(0, 1_000));
    let problem = null;
    for (let start = 0; start < text.length && problem === null; start += size)
      problem = reader?.write(text.slice(start, start + size)) ?? null;
    isWhole &&= (problem ?? reader?.end() ?? null) === null;
  }
  importing.end();
  return { isWhole, items };
}

/** Throws unless the pieces in which whole files come make no difference, and nothing is taken that is not of the web. */
export function readsThemInPieces([{ files, isDamaged }, size]: readonly [given: Import, size: number]): void {
  const [whole, pieces] = [read(files, Number.POSITIVE_INFINITY), read(files, size)];
  if (!isDamaged && JSON.stringify(whole) !== JSON.stringify(pieces)) {
    throw new Error("what is read depends on the pieces in which a file comes");
  }
  for (const { list, item } of [...whole.items, ...pieces.items]) {
    if (list === "annotations" && !/^https?:\/\//i.test(item.target.source))
      throw new Error("an address leads off the web");
  }
}
