import { useState } from "preact/hooks";
import type { Claim } from "../../../../src/corrections/corrections.ts";
import { wordsOfStatement } from "../../../../src/corrections/statement-words.ts";
import type { Clip } from "../../../../src/exchange/export/quoted-words.ts";
import type { Choice } from "../../../../src/reading/choices.ts";
import { type Statement, statementText } from "../../../../src/reading/statements.ts";
import type { Article } from "../../../../src/text/article.ts";
import type { Span } from "../../../../src/text/span.ts";
import type { Where } from "../../../calls/save-claim.ts";
import { message, type MessageKey } from "../../../locale/message.ts";
import { copyClip } from "../../../ui/copy.ts";
import { ChoiceList } from "../../../ui/corrections/choice-list.tsx";
import { StatementSpeaker } from "../../../ui/corrections/statement-speaker.tsx";
import { statementTypeName } from "../../../ui/texts/statement-type.ts";

interface CardStatementProps {
  readonly id: string;
  readonly statement: Statement;
  readonly article: Article;
  /** Makes what copying it gives. */
  readonly clip: () => Clip;
  /** Who else may have said it. */
  readonly speakers: readonly Choice[];
  readonly onGo: (span: Span) => void;
  readonly onCorrect: (claim: Claim, where: Where) => void;
}

/** One statement on a card: a press goes to it; it can be copied with its source, and given to who really said it. */
export function CardStatement({ id, statement, article, clip, speakers, onGo, onCorrect }: CardStatementProps) {
  const [outcome, setOutcome] = useState<MessageKey | null>(null);
  const copy = async (): Promise<void> => setOutcome((await copyClip(clip())) ? "copied" : "notCopied");
  return (
    <li>
      <button
        type="button"
        id={id}
        onClick={() => {
          const [first] = statement.content;
          if (first !== undefined) onGo(first);
        }}
      >
        <span class="soft">{statementTypeName(statement)}</span>
        {statementText(article.text, statement)}
      </button>
      <button type="button" class="plain reattribute" aria-describedby={id} onClick={() => void copy()}>
        {message("copy")}
      </button>
      <StatementSpeaker
        Chooser={ChoiceList}
        choices={speakers}
        describedBy={id}
        onChoose={(speaker) => {
          const said = wordsOfStatement(article.text, statement.content);
          onCorrect({ about: "speaker", statement: said, speaker }, "page");
        }}
      />
      <span class="soft" role="status">
        {outcome === null ? "" : message(outcome)}
      </span>
    </li>
  );
}
