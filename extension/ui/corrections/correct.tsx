import type { ComponentType } from "preact";
import { useId, useState } from "preact/hooks";
import type { NameKind } from "../../../src/annotation/records/name.ts";
import { type Claim, mayHoldEverywhere } from "../../../src/corrections/corrections.ts";
import { ENTITY_KINDS, type EntityKind } from "../../../src/entities/entity.ts";
import type { Choice } from "../../../src/reading/choices.ts";
import type { ArticleName } from "../../../src/reading/names.ts";
import { message, type MessageKey } from "../../locale/message.ts";
import type { ChooserProps } from "./choice-list.tsx";

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
type Where = (typeof PLACES)[number][0];

interface CorrectProps {
  readonly named: ArticleName;
  /** Whom it may be one with. */
  readonly namesakes: readonly Choice[];
  /** What else the article calls it, any of which may be somebody else. */
  readonly forms: readonly string[];
  readonly Chooser: ComponentType<ChooserProps>;
  readonly onCorrect: (claim: Claim, where: Where) => void;
}

/** The user's say on what a name is, and on who is one with it and who is not: folded away until it is wanted. */
export function Correct({ named, namesakes, forms, Chooser, onCorrect }: CorrectProps) {
  const { kind, name, voice, statements } = named;
  const group = useId();
  const [where, setWhere] = useState<Where>("always");
  const isQuoted = statements.length > 0;
  const denials: readonly NameKind[] = kind !== "source" && isQuoted ? [kind, "source"] : [kind];
  const claims = kind === "source" ? [] : ENTITY_KINDS.filter((claim) => claim !== kind);
  const say = (claim: Claim): void => onCorrect(claim, mayHoldEverywhere(claim) ? where : "page");
  const who = { kind, name };
  return (
    <details
      class="correct"
      // A long card scrolls: what was unfolded would lie below its edge.
      onToggle={({ currentTarget }) => currentTarget.open && currentTarget.scrollIntoView({ block: "nearest" })}
    >
      <summary>{message("notRight")}</summary>
      <fieldset>
        <legend class="soft">{message("correctWhere")}</legend>
        {PLACES.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name={group} checked={where === value} onChange={() => setWhere(value)} />
            {message(label)}
          </label>
        ))}
      </fieldset>
      <div class="row">
        {denials.map((from) => (
          <button key={from} type="button" onClick={() => say({ about: "name", name, verdict: "none", from })}>
            {message(DENIALS[from])}
          </button>
        ))}
        {claims.map((verdict) => (
          <button key={verdict} type="button" onClick={() => say({ about: "name", name, verdict, from: null })}>
            {message(CLAIMS[verdict])}
          </button>
        ))}
      </div>
      {isQuoted && (
        <p class="soft">
          {kind === "source" ? message("notSourceHint") : message("correctQuotedHint", message(DENIALS[kind]))}
        </p>
      )}
      {where === "always" && (namesakes.length > 0 || forms.length > 0) && (
        <p class="soft">{message("correctPageOnly")}</p>
      )}
      {voice !== "open" && namesakes.length > 0 && (
        <Chooser
          label={message("sameAsLabel", name)}
          choices={namesakes}
          isFree={false}
          action={message("makeSame")}
          onChoose={(other) => other !== null && say({ about: "same", who, other })}
        />
      )}
      {forms.length > 0 && (
        <div class="row" role="group" aria-label={message("notTheSame")}>
          {forms.map((form) => (
            <button key={form} type="button" dir="auto" onClick={() => say({ about: "apart", who, form })}>
              {message(kind === "person" ? "isSomebodyElse" : "isSomethingElse", form)}
            </button>
          ))}
        </div>
      )}
    </details>
  );
}
