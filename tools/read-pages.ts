// Reads stored web pages in a real browser: node tools/run.mjs tools/read-pages.ts MANIFEST.jsonl > READ.jsonl
import { loadPage, readManifest } from "./pages/manifest.ts";
import { openPageBrowser, type OpenPage } from "./pages/page-browser.ts";
import { pageReader, signalsReader } from "./pages/page-reader.ts";

const [manifest, option] = process.argv.slice(2);
if (manifest === undefined || (option !== undefined && option !== "--signals")) {
  console.error(`usage: npm run -s read-pages -- MANIFEST.jsonl [--signals] > READ.jsonl
  --signals  print only what the detector sees of each page`);
  process.exit(2);
}

const entries = readManifest(manifest);
const read: (page: OpenPage) => Promise<object> = option === "--signals" ? await signalsReader() : await pageReader();
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
