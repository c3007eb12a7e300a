import { type Change, compareWords } from "../../src/annotation/anchoring/compare.ts";
import { message } from "../locale/message.ts";

interface RewordingProps {
  readonly before: string;
  readonly after: string;
  /** Takes the new words for the highlighted ones. */
  readonly onKeep: () => void;
}

/** A passage whose words were changed on the page since they were highlighted: then and now, with what is different. */
export function Rewording({ before, after, onKeep }: RewordingProps) {
  const changes = compareWords(before, after);
  return (
    <section class="rewording">
      <h3>{message("markChanged")}</h3>
      <dl>
        <dt>{message("markBefore")}</dt>
        <dd dir="auto">{changes.filter(({ kind }) => kind !== "added").map(showChange)}</dd>
        <dt>{message("markAfter")}</dt>
        <dd dir="auto">{changes.filter(({ kind }) => kind !== "removed").map(showChange)}</dd>
      </dl>
      <button type="button" onClick={onKeep}>
        {message("keepWording")}
      </button>
    </section>
  );
}

function showChange({ kind, text }: Change, index: number) {
  if (kind === "removed") return <del key={index}>{text}</del>;
  if (kind === "added") return <ins key={index}>{text}</ins>;
  return text;
}
