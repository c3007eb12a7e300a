import { useState } from "preact/hooks";
import { type Verdict, VERDICTS } from "../../../src/entities/corrections.ts";
import type { EntityKind } from "../../../src/entities/entity.ts";
import { message, type MessageKey } from "../../locale/message.ts";

const DENIALS: Record<EntityKind, MessageKey> = {
  person: "notPerson",
  place: "notPlace",
  organisation: "notOrganisation",
};
const CLAIMS: Record<EntityKind, MessageKey> = {
  person: "isPerson",
  place: "isPlace",
  organisation: "isOrganisation",
};
const PLACES = [
  ["always", "correctAlways"],
  ["page", "correctPage"],
] as const;

interface CorrectProps {
  /** What the name is taken for now. */
  readonly kind: EntityKind;
  readonly onCorrect: (verdict: Verdict, where: "always" | "page") => void;
}

/** The reader's say on what a name is: folded away until it is wanted. */
export function Correct({ kind, onCorrect }: CorrectProps) {
  const [where, setWhere] = useState<"always" | "page">("always");
  return (
    <details
      class="correct"
      // A long card scrolls: what was unfolded would lie below its edge.
      onToggle={({ currentTarget }) => currentTarget.open && currentTarget.scrollIntoView({ block: "nearest" })}
    >
      <summary>{message("notRight")}</summary>
      <div class="row">
        {VERDICTS.filter((verdict) => verdict !== kind).map((verdict) => (
          <button key={verdict} type="button" onClick={() => onCorrect(verdict, where)}>
            {message(verdict === "none" ? DENIALS[kind] : CLAIMS[verdict])}
          </button>
        ))}
      </div>
      <fieldset>
        <legend class="soft">{message("correctWhere")}</legend>
        {PLACES.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name="where" checked={where === value} onChange={() => setWhere(value)} />
            {message(label)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
