import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { CERTAIN, CLOSED, closedTag, laterTag } from "../../../../../src/english/tagger/tags.ts";
import { walkSentence } from "../../../../../src/english/tagger/walk.ts";
import { ADVERBS, NOT_ADVERBS_IN_LY } from "../../../../../src/english/closed-classes.ts";
import { tokenise } from "../../../../../src/text/tokenise.ts";

/** Everything that the trainer's walk makes of a text: the class by list, or the rows of an open word. */
function walked(text: string, knownTag: typeof closedTag): string {
  const walk = walkSentence(tokenise(text), 2 ** 15, knownTag);
  const seen: string[] = [];
  let step = walk.next();
  while (step.done !== true) {
    seen.push(step.value.rows.join(" "));
    step = walk.next("noun");
  }
  return [...seen, ...step.value].join("\n");
}

describe("words whose class is known by list", () => {
  test.each([
    ["suggested", "past"],
    ["think", "base"],
    ["believe", "base"],
    ["US", "noun"],
    ["WHO", "noun"],
  ])("%s was added since the model was trained, which learnt it without the list", (text, tag) => {
    const [token] = tokenise(text);
    expect(laterTag(token!, text.toLowerCase(), undefined)).toBe(tag);
    expect(closedTag(token!, text.toLowerCase(), undefined)).not.toBe(tag);
  });

  test("the shipped model is the one that training makes with these lists and features", () => {
    const trainedAround = [...CERTAIN.keys()].filter((word) => closedTag(tokenise(word)[0]!, word, undefined) !== null);
    const words = [...CLOSED.keys(), ...trainedAround, ...ADVERBS, ...NOT_ADVERBS_IN_LY];
    const passage = `${words.join(" ")} The mayor's 40 well-kept boats, she may claim in May, cost $3; so it's sadly done.`;
    const fingerprint = createHash("sha256").update(walked(passage, closedTag)).digest("hex").slice(0, 16);
    // Where this fails, run `npm run train -- words`, commit the file that it makes, and set the fingerprint.
    expect(fingerprint).toBe("39fe520f3adf60d3");
  });
});
