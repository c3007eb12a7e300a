import { createCanvas } from "../../extension/dom/painting/painter.ts";

/** What painting ranges took, in milliseconds, and how often it changed the page. */
export interface Painting {
  readonly milliseconds: number;
  readonly mutations: number;
}

/** The paragraphs of invented words that the ranges are on. */
export function makePage(paragraphs: number, words: number): void {
  const vocabulary = "harbour ferry council lantern pier fog island baker rope tide signal keeper".split(" ");
  const nodes = Array.from({ length: paragraphs }, (_, i) => {
    const paragraph = document.createElement("p");
    const text = Array.from({ length: words }, (_word, j) => vocabulary[(i * 7 + j * 5) % vocabulary.length]);
    paragraph.textContent = `${text.join(" ")}.`;
    return paragraph;
  });
  document.body.replaceChildren(...nodes);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("::highlight(sourceline-yellow) { background: gold } mark { background: gold }");
  document.adoptedStyleSheets = [sheet];
}

/** Ranges over single words, spread evenly over the page. */
function ranges(count: number): Range[] {
  const paragraphs = [...document.querySelectorAll("p")];
  const each = Math.ceil(count / paragraphs.length);
  return paragraphs
    .flatMap((paragraph) => {
      const node = paragraph.firstChild as Text;
      return [...node.data.matchAll(/\p{L}+/gu)]
        .filter((_, i, all) => i % Math.max(1, Math.floor(all.length / each)) === 0)
        .slice(0, each)
        .map((match) => {
          const range = document.createRange();
          range.setStart(node, match.index);
          range.setEnd(node, match.index + match[0].length);
          return range;
        });
    })
    .slice(0, count);
}

/** As the extension paints. */
function paintHighlights(marked: readonly Range[]): void {
  createCanvas(new AbortController().signal).createPainter().paint("yellow", marked);
}

function wrapInMarks(marked: readonly Range[]): void {
  // From the end, so that wrapping moves none of the ranges that are still to come.
  for (const range of marked.toReversed()) range.surroundContents(document.createElement("mark"));
}

const PAINTERS = { highlights: paintHighlights, marks: wrapInMarks };

let targets: readonly Range[] = [];

/** Makes `count` ranges, and waits until the page itself has been drawn. */
export async function prepare(count: number): Promise<void> {
  targets = ranges(count);
  if (targets.length !== count) throw new Error(`only ${targets.length} ranges`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await nextFrame();
}

/** Paints the ranges and waits until they are on the screen. */
export async function paint(painter: keyof typeof PAINTERS): Promise<Painting> {
  let mutations = 0;
  const observer = new MutationObserver((records) => {
    mutations += records.length;
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const started = performance.now();
  PAINTERS[painter](targets);
  mutations += observer.takeRecords().length;
  await nextFrame();
  const milliseconds = performance.now() - started;
  observer.disconnect();
  return { milliseconds, mutations };
}

/** Resolves when a frame has been drawn. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener("message", () => resolve());
      channel.port1.start();
      channel.port2.postMessage(null);
    }),
  );
}
