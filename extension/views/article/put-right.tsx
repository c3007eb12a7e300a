import { useMemo } from "preact/hooks";
import { formsOf } from "../../../src/corrections/splitting.ts";
import { wordsOfStatement } from "../../../src/corrections/statement-words.ts";
import { namesakesToChoose, speakersToChoose } from "../../../src/reading/choices.ts";
import type { ArticleName } from "../../../src/reading/names.ts";
import type { Statement } from "../../../src/reading/statements.ts";
import type { Article } from "../../../src/text/article.ts";
import { Correct } from "../../ui/corrections/correct.tsx";
import { NameField } from "../../ui/corrections/name-field.tsx";
import { StatementSpeaker } from "../../ui/corrections/statement-speaker.tsx";
import { correct } from "./correct.ts";
import type { Correcting } from "./correcting.ts";

/** What of an article the user has something to say on. */
interface PutRightProps {
  readonly article: Article;
  readonly source: ArticleName;
  readonly correcting: Correcting;
  /** A statement of the source's, or `null` for the source itself. */
  readonly statement: Statement | null;
  /** The element that has the statement's words. */
  readonly describedBy: string;
}

/** The user's say on a source, or on who said one of its statements: somebody of the article, or a name that is typed. */
export function PutRight({ article, source, correcting, statement, describedBy }: PutRightProps) {
  const { analysis } = correcting;
  const { text } = article;
  const isOnSource = statement === null;
  // Each scroll of the page draws this anew.
  const { speakers, namesakes, forms } = useMemo(
    () => ({
      speakers: isOnSource ? [] : speakersToChoose(analysis, source),
      namesakes: isOnSource ? namesakesToChoose(analysis, source) : [],
      forms: isOnSource ? formsOf(text, analysis, source) : [],
    }),
    [text, analysis, source, isOnSource],
  );
  if (statement === null) {
    return (
      <Correct
        named={source}
        namesakes={namesakes}
        forms={forms}
        Chooser={NameField}
        onCorrect={(claim, where) => void correct(correcting, claim, where)}
      />
    );
  }
  return (
    <StatementSpeaker
      Chooser={NameField}
      choices={speakers}
      describedBy={describedBy}
      onChoose={(speaker) => {
        const said = wordsOfStatement(text, statement.content);
        void correct(correcting, { about: "speaker", statement: said, speaker }, "page");
      }}
    />
  );
}
