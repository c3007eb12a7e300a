// Reads stored web pages in a real browser: node tools/run.mjs tools/read-pages.ts MANIFEST.jsonl > READ.jsonl
import { loadPage, readManifest } from "./pages/manifest.ts";
import { openPageBrowser } from "./pages/page-browser.ts";
import { pageReader } from "./pages/page-reader.ts";

const [manifest] = process.argv.slice(2);
if (manifest === undefined) {
  console.error("usage: npm run -s read-pages -- MANIFEST.jsonl > READ.jsonl");
  process.exit(2);
}

const entries = readManifest(manifest);
const read = await pageReader();
const browser = await openPageBrowser();
try {
  for (const [index, entry] of entries.entries()) {
    const record = await browser.withPage(loadPage(manifest, entry), read);
    process.stdout.write(`${JSON.stringify({ page: entry.page, ...record })}\n`);
    if (index % 100 === 99) console.error(`${index + 1} of ${entries.length} pages`);
  }
} finally {
  await browser.close();
}
