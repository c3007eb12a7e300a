import type { Unit } from "../../syntax/unit.ts";
import type { Candidate } from "../candidate.ts";
import { settle } from "../select.ts";
import { accordingTo, reportedBy } from "./according.ts";
import { colonForm } from "./colon-form.ts";
import { creditForm } from "./credit-form.ts";
import { madeClear } from "./make-clear.ts";
import { nominalCues } from "./nominal-cues.ts";
import { partialQuotes } from "./partial-quotes.ts";
import { quoteFrames } from "./quote-frames.ts";
import { verbCues } from "./verb-cues.ts";

/** Every attribution of a unit, each with its own extent. */
export function candidatesIn(unit: Unit): Candidate[] {
  if (isEditorial(unit)) return [];
  const found = [
    ...verbCues(unit),
    ...accordingTo(unit),
    ...nominalCues(unit),
    ...madeClear(unit),
    ...reportedBy(unit),
  ];
  const framed = [...found, ...quoteFrames(unit, found)];
  const all = [...framed, ...partialQuotes(unit, framed)];
  const formed = all.length > 0 ? all : creditForm(unit);
  return settle(formed.length > 0 ? formed : colonForm(unit)).filter((candidate) => !pointsOnly(candidate));
}

/** "Editor's note: …": the paper's own words about itself. */
const isEditorial = ({ words }: Unit): boolean =>
  /^(?:editor 's|publisher 's|correction) note? ?:/.test(
    words
      .slice(0, 4)
      .map(({ lower }) => lower)
      .join(" "),
  );

/** "Smith denied this": a word that only points at what was said elsewhere says nothing. */
function pointsOnly({ unit, content }: Candidate): boolean {
  const spoken = content.flatMap(({ from, to }) => unit.words.slice(from, to)).filter((word) => word.spoken);
  return (
    spoken.length <= 2 &&
    spoken.every(
      ({ lower, text, tag, quoted }) =>
        quoted === null &&
        (/^[@#]|^https?:/.test(text) ||
          tag === "pronoun" ||
          tag === "be" ||
          /^(?:this|that|these|those|so|such|both|all|much|what|which)$/.test(lower)),
    )
  );
}
