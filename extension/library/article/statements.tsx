import type { KeptArticle, KeptStatement } from "../../../src/annotation/records/kept-article.ts";
import { nameKey } from "../../../src/annotation/records/name.ts";
import { message, plural } from "../../locale/message.ts";
import { hashOf } from "../place.ts";
import { KeptSaid } from "./kept-statement.tsx";

/** Who says what in an article, in the order of the text, as it was recognised when it was read. */
export function Statements({ article }: { readonly article: KeptArticle }) {
  const statements = article.sheet?.statements ?? [];
  const speakers = [...new Set(statements.map(({ speaker }) => speaker))];
  if (speakers.length === 0) return null;
  return (
    <section aria-label={message("whoSaidWhat")}>
      <h3>{message("whoSaidWhat")}</h3>
      <ul class="list said">
        {speakers.map((speaker) => (
          <Speaker
            key={speaker}
            article={article}
            speaker={speaker}
            statements={statements.filter((statement) => statement.speaker === speaker)}
          />
        ))}
      </ul>
    </section>
  );
}

interface SpeakerProps {
  readonly article: KeptArticle;
  /** An index into its subjects; `null` for all whose speaker is open. */
  readonly speaker: number | null;
  readonly statements: readonly KeptStatement[];
}

function Speaker({ article, speaker, statements }: SpeakerProps) {
  const subject = speaker === null ? undefined : article.subjects[speaker];
  const role = speaker === null ? null : (article.sheet?.roles[speaker] ?? null);
  return (
    <li>
      <h4>
        {subject === undefined ? (
          message("unnamedSpeaker")
        ) : (
          <a href={hashOf({ view: "people", name: nameKey(subject.kind, subject.name) })} dir="auto">
            {subject.name}
          </a>
        )}{" "}
        <span class="soft small">{[role, plural("statements", statements.length)].filter(Boolean).join(" · ")}</span>
      </h4>
      <ol class="statements">
        {statements.map((statement) => (
          <li key={statement.content[0]?.start}>
            <KeptSaid article={article} statement={statement} />
          </li>
        ))}
      </ol>
    </li>
  );
}
