import { join } from "node:path";
import { expect, test } from "vitest";
import { analyse, analyseSteps, type Analysis } from "../../../src/analyse.ts";
import { articleOfPlainText } from "../../../src/article/plain-text.ts";
import { readModels } from "../../../tools/model-file.ts";
import { longStory } from "../../../tools/pages/long-story.ts";

const models = readModels(join(import.meta.dirname, "../../.."));
const articleOf = (words: number, skipped: number) =>
  articleOfPlainText(
    longStory(words)
      .slice(skipped)
      .map(({ text }) => text)
      .join("\n"),
  );

test("articles that are analysed in turns come out as each by itself", () => {
  const articles = [articleOf(3_000, 0), articleOf(2_000, 7), articleOf(1_000, 3)];
  const alone = articles.map((article) => analyse(article, models));
  const work = articles.map((article) => analyseSteps(article, models));
  const results: (Analysis | null)[] = articles.map(() => null);
  while (results.includes(null)) {
    for (const [index, steps] of work.entries()) {
      const step = results[index] === null ? steps.next() : null;
      if (step?.done === true) results[index] = step.value;
    }
  }
  expect(results).toEqual(alone);
});

test("an article is analysed in many steps: one for each sentence, in each of the passes over them", () => {
  const article = articleOf(2_000, 0);
  const sentences = article.text.split(/[.”] /).length;
  let steps = 0;
  for (const _ of analyseSteps(article, models)) steps += 1;
  expect(steps).toBeGreaterThan(3 * sentences);
});
