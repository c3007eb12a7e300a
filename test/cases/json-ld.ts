import type { JsonValue } from "../../src/article/facts/json-ld.ts";

interface JsonLdCase {
  readonly why: string;
  readonly source: string;
  readonly values: readonly JsonValue[];
}

const STORY = { "@type": "NewsArticle", headline: "Harbour reopens" };
const WRITTEN = '{"@type":"NewsArticle","headline":"Harbour reopens"}';

/** JSON-LD blocks as web pages write them, and the values in them. */
export const jsonLdCases: readonly JsonLdCase[] = [
  { why: "well-formed", source: WRITTEN, values: [STORY] },
  { why: "an array", source: `[${WRITTEN},${WRITTEN}]`, values: [[STORY, STORY]] },
  { why: "an HTML comment around", source: `<!-- ${WRITTEN} -->`, values: [STORY] },
  { why: "a CDATA section around", source: `<![CDATA[${WRITTEN}]]>`, values: [STORY] },
  { why: "a commented CDATA section around", source: `//<![CDATA[\n${WRITTEN}\n//]]>`, values: [STORY] },
  { why: "a CDATA section in block comments", source: `/*<![CDATA[*/${WRITTEN}/*]]>*/`, values: [STORY] },
  { why: "a byte order mark", source: `\ufeff${WRITTEN}`, values: [STORY] },
  { why: "a semicolon at the end", source: `${WRITTEN};`, values: [STORY] },
  {
    why: "block comments",
    source: '{/* kind */"@type":"NewsArticle",/* title */"headline":"Harbour reopens"}',
    values: [STORY],
  },
  { why: "line comments", source: '{"@type":"NewsArticle", // kind\n"headline":"Harbour reopens"}', values: [STORY] },
  {
    why: "no comment in an address",
    source: '{"url":"https://courier.example//a",}',
    values: [{ url: "https://courier.example//a" }],
  },
  { why: "a comma before the end", source: '{"@type":"NewsArticle","headline":"Harbour reopens",}', values: [STORY] },
  {
    why: "a comma before an array's end",
    source: '{"author":["Ada Quill","Ben Marsh",]}',
    values: [{ author: ["Ada Quill", "Ben Marsh"] }],
  },
  { why: "two commas", source: '{"@type":"NewsArticle",,"headline":"Harbour reopens"}', values: [STORY] },
  { why: "a forgotten comma", source: '{"@type":"NewsArticle"\n"headline":"Harbour reopens"}', values: [STORY] },
  {
    why: "a line break in a string",
    source: '{"headline":"Harbour\nreopens"}',
    values: [{ headline: "Harbour\nreopens" }],
  },
  { why: "a tab in a string", source: '{"headline":"Harbour\treopens"}', values: [{ headline: "Harbour\treopens" }] },
  {
    why: "a control character in a string",
    source: '{"headline":"Harbour \u0003reopens"}',
    values: [{ headline: "Harbour \u0003reopens" }],
  },
  {
    why: "an unknown escape",
    source: String.raw`{"headline":"The harbour\'s open"}`,
    values: [{ headline: "The harbour's open" }],
  },
  {
    why: "a Unicode escape",
    source: String.raw`{"headline":"Caf\u00e9 \'open\'"}`,
    values: [{ headline: "Café 'open'" }],
  },
  { why: "a broken Unicode escape", source: String.raw`{"headline":"C:\users"}`, values: [{ headline: "C:users" }] },
  {
    why: "quotation marks inside",
    source: '{"headline":"Mayor says "yes" to ferry","a":1}',
    values: [{ headline: 'Mayor says "yes" to ferry', a: 1 }],
  },
  {
    why: "quotation marks before a comma",
    source: '{"headline":"Mayor says "yes", then leaves","a":1}',
    values: [{ headline: 'Mayor says "yes", then leaves', a: 1 }],
  },
  { why: "single quotation marks", source: "{'@type':'NewsArticle','headline':'Harbour reopens'}", values: [STORY] },
  { why: "bare keys", source: '{headline:"Harbour reopens"}', values: [{ headline: "Harbour reopens" }] },
  {
    why: "a bare value",
    source: '{"paid":undefined,"headline":"Harbour reopens"}',
    values: [{ paid: "undefined", headline: "Harbour reopens" }],
  },
  {
    why: "numbers and words",
    source: '{"free":true,"paid":false,"none":null,"words":-412.5,}',
    values: [{ free: true, paid: false, none: null, words: -412.5 }],
  },
  { why: "a missing value", source: '{"headline":,"section":"Port",}', values: [{ section: "Port" }] },
  { why: "several in a row", source: `${WRITTEN}\n${WRITTEN}`, values: [STORY, STORY] },
  { why: "several with commas", source: `${WRITTEN},${WRITTEN}`, values: [STORY, STORY] },
  {
    why: "cut off",
    source: '{"@type":"NewsArticle","headline":"Harbour reopens","author":{"name":"Ada',
    values: [{ ...STORY, author: { name: "Ada" } }],
  },
  { why: "a brace too many", source: `${WRITTEN}}`, values: [STORY] },
  { why: "a bracket that closes nothing", source: '{"author":["Ada Quill"}', values: [{ author: ["Ada Quill"] }] },
  { why: "character references for all quotation marks", source: WRITTEN.replaceAll('"', "&quot;"), values: [STORY] },
  {
    why: "references twice over",
    source: "{&quot;headline&quot;:&quot;Tides &amp; ferries&quot;}",
    values: [{ headline: "Tides & ferries" }],
  },
  { why: "empty", source: "", values: [] },
  { why: "white space", source: " \n ", values: [] },
  { why: "prose", source: "No data here.", values: [] },
  { why: "only commas", source: ",,,", values: [] },
  { why: "only an opening brace", source: "{", values: [{}] },
];
