import { expect, test } from "vitest";
import { readAll } from "./read-all.ts";

/** What other programs write, in the layouts that they document or that their code has; the stories are invented. */

interface Wanted {
  readonly url: string;
  readonly quote?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly colour?: string;
  readonly created?: string;
  readonly kept?: true;
}

const JSON_OF = (value: unknown): string => JSON.stringify(value, null, 2);

const FILES: readonly (readonly [name: string, files: Record<string, string>, wanted: readonly Wanted[]])[] = [
  [
    "Hypothesis, the client's export (1.1400)",
    {
      "ha.json": JSON_OF({
        export_date: "1998-04-03T10:00:00Z",
        export_userid: "acct:ada@hypothes.is",
        client_version: "1.1400.0",
        annotations: [
          {
            id: "Xk2mQGcvEeyJ",
            created: "1998-04-02T09:00:00.123456+00:00",
            updated: "1998-04-02T09:30:00.123456+00:00",
            user: "acct:ada@hypothes.is",
            uri: "https://post.example/pier",
            text: "ask the *harbour master*",
            tags: ["pier", "to check"],
            document: { title: ["Mayor denies everything"] },
            target: [
              {
                source: "https://post.example/pier",
                selector: [
                  {
                    type: "RangeSelector",
                    startContainer: "/p[1]",
                    endContainer: "/p[1]",
                    startOffset: 0,
                    endOffset: 5,
                  },
                  { type: "TextPositionSelector", start: 120, end: 129 },
                  { type: "TextQuoteSelector", exact: "the piles", prefix: "nothing about ", suffix: " at all" },
                ],
              },
            ],
          },
          {
            id: "b",
            uri: "https://post.example/pier",
            text: "on the page as a whole",
            tags: [],
            document: { title: ["Mayor denies everything"] },
            target: [{ source: "https://post.example/pier" }],
          },
        ],
      }),
    },
    [
      {
        url: "https://post.example/pier",
        quote: "the piles",
        note: "ask the *harbour master*",
        tags: ["pier", "to check"],
        created: "1998-04-02T09:00:00.123Z",
      },
      { url: "https://post.example/pier", quote: "Mayor denies everything", note: "on the page as a whole" },
    ],
  ],
  [
    "Hypothesis, the client's CSV",
    {
      "ha.csv":
        'Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\r\n1998-04-02T09:00:00Z,ada,,https://post.example/pier,Public,Annotation,"the ""old"" piles","two\nlines","pier,to check"\r\n',
    },
    [
      {
        url: "https://post.example/pier",
        quote: 'the "old" piles',
        note: "two\nlines",
        tags: ["pier", "to check"],
        created: "1998-04-02T09:00:00.000Z",
      },
    ],
  ],
  [
    "Hypothesis, a search of its API",
    {
      "search.json": JSON_OF({
        total: 1,
        rows: [
          {
            id: "r1",
            uri: "https://post.example/quay",
            text: "",
            tags: ["quay"],
            target: [{ selector: [{ type: "TextQuoteSelector", exact: "quay wall" }] }],
          },
        ],
      }),
    },
    [{ url: "https://post.example/quay", quote: "quay wall", tags: ["quay"] }],
  ],
  [
    "Readwise, its bulk import",
    {
      "readwise.csv":
        'Highlight,Title,Author,URL,Note,Location,Date\n"The piles, he said, were sound.",Mayor denies everything,Jonna Falk,https://post.example/pier,.pier .to_check see minutes,120,1998-04-02 09:00:00\n',
    },
    [
      {
        url: "https://post.example/pier",
        quote: "The piles, he said, were sound.",
        note: "see minutes",
        tags: ["pier", "to check"],
        created: "1998-04-02T09:00:00.000Z",
      },
    ],
  ],
  [
    "Obsidian Web Clipper, its highlights",
    {
      "obsidian-web-clipper-highlights-199804021000.json": JSON_OF([
        {
          url: "https://post.example/pier",
          highlights: [
            { text: "<p>The <em>piles</em> &amp; the quay</p>", timestamp: "1998-04-02T09:00:00.000Z" },
            { text: "plain words" },
          ],
        },
      ]),
    },
    [
      { url: "https://post.example/pier", quote: "The piles & the quay", created: "1998-04-02T09:00:00.000Z" },
      { url: "https://post.example/pier", quote: "plain words" },
    ],
  ],
  [
    "Memex, its CSV",
    {
      "memex.csv":
        'url,title,highlight,comment,tags,createdWhen\nhttps://post.example/pier,Mayor denies everything,the piles,ask,"pier,quay",891507600000\n',
    },
    [
      {
        url: "https://post.example/pier",
        quote: "the piles",
        note: "ask",
        tags: ["pier", "quay"],
        created: "1998-04-02T09:00:00.000Z",
      },
    ],
  ],
  [
    "Diigo, its CSV",
    {
      "diigo.csv":
        'title,url,tags,description,comments,annotations,created_at\n"Mayor denies everything",https://post.example/pier,"pier,to check","see minutes","","Highlight: the piles\nHighlight: the quay","1998-04-02 09:00:00"\n"A page",https://post.example/other,no_tag,"","","","1998-04-02 09:00:00"\n',
    },
    [
      { url: "https://post.example/pier", quote: "the piles", note: "see minutes", tags: ["pier", "to check"] },
      { url: "https://post.example/pier", quote: "the quay", tags: ["pier", "to check"] },
      { url: "https://post.example/other", kept: true },
    ],
  ],
  [
    "Pocket, its archive",
    {
      "pocket/part_000000.csv":
        "title,url,time_added,tags,status\nMayor denies everything,https://post.example/pier,891507600,pier|quay,unread\nA page,https://post.example/other,891507600,,archive\n",
      "pocket/annotations/part_000000.json": JSON_OF([
        {
          url: "https://post.example/pier",
          title: "Mayor denies everything",
          highlights: [{ quote: "the piles", created_at: 891507600 }],
        },
      ]),
    },
    [
      { url: "https://post.example/pier", quote: "Mayor denies everything", tags: ["pier", "quay"] },
      { url: "https://post.example/other", kept: true, created: "1998-04-02T09:00:00.000Z" },
      { url: "https://post.example/pier", quote: "the piles", created: "1998-04-02T09:00:00.000Z" },
    ],
  ],
  [
    "Pocket, its former HTML",
    {
      "ril_export.html":
        '<!DOCTYPE html><html><body><h1>Unread</h1><ul><li><a href="https://post.example/pier?a=1&amp;b=2" time_added="891507600" tags="pier">Mayor denies &quot;everything&quot;</a></li></ul></body></html>',
    },
    [
      {
        url: "https://post.example/pier?a=1&b=2",
        quote: 'Mayor denies "everything"',
        tags: ["pier"],
        created: "1998-04-02T09:00:00.000Z",
      },
    ],
  ],
  [
    "Omnivore, its archive",
    {
      "metadata_0_to_20.json": JSON_OF([
        {
          id: "8d1f1c1e-0000-4000-8000-000000000001",
          slug: "mayor-denies",
          title: "Mayor denies everything",
          url: "https://post.example/pier",
          labels: ["pier"],
          savedAt: "1998-04-02T09:00:00.000Z",
          state: "Active",
        },
      ]),
      "content/mayor-denies.html": "<p>ignored</p>",
      "highlights/mayor-denies.md": "> the piles,\n> he said\n\nask\n\n> the quay\n",
    },
    [
      { url: "https://post.example/pier", quote: "Mayor denies everything", tags: ["pier"] },
      { url: "https://post.example/pier", quote: "the piles,\nhe said", note: "ask" },
      { url: "https://post.example/pier", quote: "the quay" },
    ],
  ],
  [
    "a browser's bookmarks",
    {
      "bookmarks.html":
        '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<DL><p>\n<DT><H3 ADD_DATE="1">News</H3>\n<DL><p>\n<DT><A HREF="https://post.example/pier" ADD_DATE="891507600" ICON="data:image/png;base64,AAAA">Mayor denies everything</A>\n<DT><A HREF="javascript:alert(1)">script</A>\n<DT><A HREF="place:sort=8">recent</A>\n</DL><p></DL><p>',
    },
    [{ url: "https://post.example/pier", kept: true, created: "1998-04-02T09:00:00.000Z" }],
  ],
  [
    "W3C annotations of another program",
    {
      "anno.jsonld": JSON_OF([
        {
          "@context": "http://www.w3.org/ns/anno.jsonld",
          id: "http://example.org/anno1",
          type: ["Annotation"],
          bodyValue: "see minutes",
          created: "1998-04-02T09:00:00Z",
          target: {
            source: { id: "https://post.example/pier" },
            selector: {
              type: "FragmentSelector",
              value: "x",
              refinedBy: { type: "TextQuoteSelector", exact: "the piles" },
            },
          },
        },
      ]),
    },
    [
      {
        url: "https://post.example/pier",
        quote: "the piles",
        note: "see minutes",
        created: "1998-04-02T09:00:00.000Z",
      },
    ],
  ],
];

test.each(FILES)("%s", (_name, files, wanted) => {
  const { problem, items, refused } = readAll(files, 30);
  expect(problem).toBeNull();
  expect(refused).toEqual([]);
  const read = items.map((found): Wanted => {
    if (found.list === "articles") return { url: found.item.source, kept: true, created: found.item.created };
    if (found.list !== "annotations") throw new Error(`a ${found.list}`);
    const { target, body, created } = found.item;
    return {
      url: target.source,
      quote: target.selectors.quote.exact,
      note: body.note,
      tags: body.tags,
      colour: body.colour,
      created,
    };
  });
  expect(read).toHaveLength(wanted.length);
  read.forEach((item, index) => expect(item).toMatchObject(wanted[index] ?? {}));
});
