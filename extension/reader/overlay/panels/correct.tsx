import { useState } from "preact/hooks";
import type { Judgement } from "../../../../src/corrections/corrections.ts";
import { ENTITY_KINDS, type EntityKind } from "../../../../src/entities/entity.ts";
import type { NameKind } from "../../../../src/annotation/records/name.ts";
import { message, type MessageKey } from "../../../locale/message.ts";

const DENIALS: Record<NameKind, MessageKey> = {
  person: "notPerson",
  place: "notPlace",
  organisation: "notOrganisation",
  source: "notSource",
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
  readonly kind: NameKind;
  /** Whether statements are attributed to it. */
  readonly isQuoted: boolean;
  readonly onCorrect: (judgement: Judgement, where: "always" | "page") => void;
}

/** The user's say on what a name is: folded away until it is wanted. */
export function Correct({ kind, isQuoted, onCorrect }: CorrectProps) {
  const [where, setWhere] = useState<"always" | "page">("always");
  const denials: readonly NameKind[] = kind !== "source" && isQuoted ? [kind, "source"] : [kind];
  const claims = kind === "source" ? [] : ENTITY_KINDS.filter((claim) => claim !== kind);
  return (
    <details
      class="correct"
      // A long card scrolls: what was unfolded would lie below its edge.
      onToggle={({ currentTarget }) => currentTarget.open && currentTarget.scrollIntoView({ block: "nearest" })}
    >
      <summary>{message("notRight")}</summary>
      <div class="row">
        {denials.map((from) => (
          <button key={from} type="button" onClick={() => onCorrect({ verdict: "none", from }, where)}>
            {message(DENIALS[from])}
          </button>
        ))}
        {claims.map((verdict) => (
          <button key={verdict} type="button" onClick={() => onCorrect({ verdict, from: null }, where)}>
            {message(CLAIMS[verdict])}
          </button>
        ))}
      </div>
      {isQuoted && <p class="soft">{message(kind === "source" ? "notSourceHint" : "correctQuotedHint")}</p>}
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
