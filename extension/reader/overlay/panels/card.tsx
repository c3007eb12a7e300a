import { useEffect, useId, useMemo, useState } from "preact/hooks";
import type { Annotation } from "../../../../src/annotation/records/annotation.ts";
import type { Analysis } from "../../../../src/analyse.ts";
import { formsOf } from "../../../../src/corrections/splitting.ts";
import { namesakesToChoose, speakersToChoose } from "../../../../src/reading/choices.ts";
import type { Article } from "../../../../src/text/article.ts";
import type { Claim } from "../../../../src/corrections/corrections.ts";
import type { AboutName } from "../../../../src/reading/about-name.ts";
import { distinctStatements, statementText } from "../../../../src/reading/statements.ts";
import type { ArticleName } from "../../../../src/reading/names.ts";
import type { Span } from "../../../../src/text/span.ts";
import { message, plural } from "../../../locale/message.ts";
import { partName } from "../../../ui/texts/part-name.ts";
import { NotesOnName } from "../../../ui/notes/name-notes.tsx";
import type { CardNotes } from "../contract.ts";
import { ChoiceList } from "../../../ui/corrections/choice-list.tsx";
import { Correct } from "../../../ui/corrections/correct.tsx";
import { StatementSpeaker } from "../../../ui/corrections/statement-speaker.tsx";
import { kindText, nameText } from "../../../ui/texts/voice-text.ts";
import type { Where } from "../../../calls/save-claim.ts";
import { wordsOfStatement } from "../../../../src/corrections/statement-words.ts";
import { HighlightButtons } from "./highlight-list.tsx";
import { Panel } from "./panel.tsx";
import { statementTypeName } from "../../../ui/texts/statement-type.ts";

interface CardProps {
  readonly anchor: Range;
  readonly article: Article;
  /** Of the article: what else it offers to who says that something on the card is wrong. */
  readonly analysis: Analysis;
  readonly named: ArticleName;
  /** The mention that the card was opened on. */
  readonly mention: Span;
  /** The user's highlights on it. */
  readonly highlights: readonly Annotation[];
  readonly onHighlight: (id: string) => void;
  readonly onGo: (span: Span) => void;
  readonly onNote: (mention: Span) => void;
  /** Opens the panel beside the page; `null` where the browser does not let a page's button do that. */
  readonly onPanel: (() => void) | null;
  readonly onCorrect: (claim: Claim, where: Where) => void;
  readonly notes: CardNotes;
  /** Grows whenever something may have changed about the name. */
  readonly renewals: number;
  readonly onClose: () => void;
}

/** What the article says of one person, place or source. */
export function Card(props: CardProps) {
  const {
    anchor,
    article,
    analysis,
    named,
    mention,
    highlights,
    onHighlight,
    onGo,
    onNote,
    onPanel,
    onCorrect,
    notes,
    renewals,
    onClose,
  } = props;
  const [about, setAbout] = useState<AboutName | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      const answer = await notes.about(named);
      if (isCurrent) setAbout(answer);
    })();
    return () => {
      isCurrent = false;
    };
  }, [named, renewals]);
  const { name, kind, role, aliases, mentions, isGiven } = named;
  const cardId = useId();
  const wrong = useMemo(
    () => ({
      speakers: speakersToChoose(analysis, named),
      namesakes: namesakesToChoose(analysis, named),
      forms: formsOf(article.text, analysis, named),
    }),
    [analysis, named],
  );
  const statements = distinctStatements(article.text, named.statements);
  const opened = mentions.findIndex(({ start, end }) => start <= mention.start && mention.end <= end);
  const [current, setCurrent] = useState(Math.max(0, opened));
  const here = mentions[current] ?? mention;
  const step = (by: number): void => {
    const next = (current + by + mentions.length) % mentions.length;
    const target = mentions[next];
    if (target === undefined) return;
    setCurrent(next);
    onGo(target);
  };

  return (
    <Panel anchor={anchor} label={nameText(named)} className="card" placement="bottom" takesFocus onClose={onClose}>
      <div class="head">
        <div>
          <h2>{nameText(named)}</h2>
          <span class={`kind ${kind}`}>{kindText(named)}</span>
          {statements.length > 0 && kind !== "source" && <span class="kind source">{message("kindSource")}</span>}
        </div>
        <button type="button" class="plain" data-focus aria-label={message("close")} onClick={onClose}>
          ✕
        </button>
      </div>
      {isGiven && <p class="soft">{message("givenName")}</p>}
      {role !== null && <p>{role}</p>}
      {aliases.length > 0 && <p class="soft">{message("alsoCalled", aliases.join(", "))}</p>}
      {mentions.length > 0 && (
        <p class="soft" aria-live="polite">
          {plural("mentions", mentions.length)}
          {" · "}
          {message("mentionHere", current + 1, mentions.length, partName(article, here))}
        </p>
      )}
      <NotesOnName
        name={name}
        about={about}
        unsavedWith={(id, changes) => notes.unsavedWith(id, named, changes)}
        onDelete={({ id }) => void notes.remove(id)}
        isCompact={false}
        isWithheld
      />
      {statements.length > 0 && (
        <>
          <h3>{plural("statements", statements.length)}</h3>
          <ol class="statements">
            {statements.map((statement, index) => (
              <li key={statement.content[0]?.start}>
                <button
                  type="button"
                  id={`${cardId}-${index}`}
                  onClick={() => {
                    const [first] = statement.content;
                    if (first !== undefined) onGo(first);
                  }}
                >
                  <span class="soft">{statementTypeName(statement)}</span>
                  {statementText(article.text, statement)}
                </button>
                <StatementSpeaker
                  Chooser={ChoiceList}
                  choices={wrong.speakers}
                  describedBy={`${cardId}-${index}`}
                  onChoose={(speaker) => {
                    const said = wordsOfStatement(article.text, statement.content);
                    onCorrect({ about: "speaker", statement: said, speaker }, "page");
                  }}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      {highlights.length > 0 && (
        <>
          <h3>{message("yourMarksHere")}</h3>
          <HighlightButtons highlights={highlights} onOpen={onHighlight} />
        </>
      )}
      <div class="row">
        {mentions.length > 1 && (
          <>
            <button type="button" onClick={() => step(-1)}>
              {message("previous")}
            </button>
            <button type="button" onClick={() => step(1)}>
              {message("next")}
            </button>
          </>
        )}
        <button type="button" class="primary end" onClick={() => onNote(here)}>
          {message("addNote")}
        </button>
      </div>
      {onPanel !== null && (
        <button type="button" class="plain" onClick={onPanel}>
          {message("openPanel")}
        </button>
      )}
      {!isGiven && (
        <Correct
          named={named}
          namesakes={wrong.namesakes}
          forms={wrong.forms}
          Chooser={ChoiceList}
          onCorrect={onCorrect}
        />
      )}
    </Panel>
  );
}
