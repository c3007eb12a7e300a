import { shuffle, type Random } from "../random.ts";
import { type Block } from "./blocks.ts";
import { NEW, type Ledger, textNodes } from "./ledger.ts";

const NEW_WORDS = (
  "however reportedly several roughly officials earlier widely nearly major further recently senior local formal " +
  "unusual a the of and in early late quietly again some many first second possible likely new old"
).split(" ");

const NEW_SENTENCES = [
  "Sign up for the evening letter and never miss a story from the harbour.",
  "ADVERTISEMENT",
  "Fresh bread every morning, delivered to your door by the bakers of Ellery Lane.",
  "Read more: the ten quietest beaches of the northern coast",
  "This story has been updated to add what the lighthouse keepers said on Tuesday evening.",
  "Subscribe now for one crown a week and read everything on every device that you own.",
  "Our reporters walked the whole length of the old canal to find out who still uses it, and why.",
  "Photograph by our own correspondent",
  "The weather service expects fog in the morning, clearing by noon, with a light breeze from the west.",
];

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** Changes a share of all words: half replaced, and taken out, put in or misspelt for the rest. */
export function editWords(ledger: Ledger, nodes: readonly Text[], random: Random, share: number): void {
  for (const node of nodes) {
    // From the end, so that the offsets before it stay right.
    for (const match of [...node.data.matchAll(WORD)].toReversed()) {
      if (random.chance(share)) editWord(ledger, node, match.index, match[0], random);
    }
  }
}

function editWord(ledger: Ledger, node: Text, start: number, word: string, random: Random): void {
  const end = start + word.length;
  const kind = random.next();
  if (kind < 0.5) {
    const origin = ledger.originsOf(node)[start] ?? NEW;
    const replacement = random.pick(NEW_WORDS);
    const standsFor = origin >= 0 ? ~origin : origin;
    ledger.replace(node, start, end, replacement, new Int32Array(replacement.length).fill(standsFor));
  } else if (kind < 0.7) {
    const space = node.data[end] === " " ? 1 : 0;
    ledger.replace(node, start, end + space, "", []);
  } else if (kind < 0.9) {
    ledger.insert(node, end, ` ${random.pick(NEW_WORDS)}`);
  } else if (word.length > 3) {
    const at = start + 1 + random.below(word.length - 2);
    ledger.replace(node, at, at + 1, "", []);
  }
}

/** Replaces every match of `pattern` in the page's text, each with a chance of `share`. */
export function replaceText(
  ledger: Ledger,
  root: Element,
  random: Random,
  share: number,
  pattern: RegExp,
  replacement: (match: string) => string,
): void {
  for (const node of textNodes(root)) {
    for (const match of [...node.data.matchAll(pattern)].toReversed()) {
      if (!random.chance(share)) continue;
      const old = match[0];
      const text = replacement(old);
      const origins = ledger.originsOf(node).slice(match.index, match.index + old.length);
      // The letters that stay keep their origins; a replaced sign inherits the one that it replaces.
      const kept = Int32Array.from(text, (_, i) => origins[Math.min(i, origins.length - 1)] ?? NEW);
      ledger.replace(node, match.index, match.index + old.length, text, kept);
    }
  }
}

/** Puts a soft hyphen into long words. */
export function hyphenate(ledger: Ledger, root: Element, random: Random): void {
  for (const node of textNodes(root)) {
    for (const match of [...node.data.matchAll(/\p{L}{7,}/gu)].toReversed()) {
      if (random.chance(0.5)) ledger.insert(node, match.index + 3 + random.below(match[0].length - 5), "\u00ad");
    }
  }
}

/** Puts elements around words and around halves of words. */
export function wrapWords(ledger: Ledger, root: Element, random: Random): void {
  for (const node of textNodes(root)) {
    for (const match of [...node.data.matchAll(WORD)].toReversed()) {
      if (!random.chance(0.15)) continue;
      const length = random.chance(0.3) ? Math.ceil(match[0].length / 2) : match[0].length;
      const wrapped = ledger.split(node, match.index);
      ledger.split(wrapped, length);
      const element = document.createElement(random.pick(["span", "em", "a", "b", "mark"]));
      wrapped.replaceWith(element);
      element.append(wrapped);
    }
  }
}

function newBlock(random: Random, name: string): Element {
  const element = document.createElement(name);
  const sentences = Array.from({ length: 1 + random.below(3) }, () => random.pick(NEW_SENTENCES));
  element.textContent = sentences.join(" ");
  return element;
}

/** Puts boxes with text between paragraphs: what advertisements and appeals do. */
export function insertBoxes(blocks: readonly Block[], random: Random, count: number): void {
  for (const { element } of shuffle(blocks, random).slice(0, count)) element.before(newBlock(random, "div"));
}

/** Takes out, adds and moves a number of paragraphs each. */
export function shuffleParagraphs(blocks: readonly Block[], random: Random, count: number): void {
  const order = shuffle(blocks, random);
  for (const { element } of order.slice(0, count)) element.remove();
  for (const { element } of order.slice(count, 2 * count)) element.after(newBlock(random, element.localName));
  const rest = order.slice(count);
  for (const { element } of order.slice(2 * count, 3 * count)) {
    const target = random.pick(rest).element;
    if (target !== element && !element.contains(target)) target.after(element);
  }
}
