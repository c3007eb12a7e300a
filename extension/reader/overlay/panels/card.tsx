import { useId, useMemo, useState } from "preact/hooks";
import type { Analysis } from "../../../../src/analyse.ts";
import { formsOf } from "../../../../src/corrections/splitting.ts";
import { namesakesToChoose, speakersToChoose } from "../../../../src/reading/choices.ts";
import type { Article, ArticleFacts } from "../../../../src/text/article.ts";
import type { Claim } from "../../../../src/corrections/corrections.ts";
import { distinctStatements } from "../../../../src/reading/statements.ts";
import type { ArticleName } from "../../../../src/reading/names.ts";
import type { Span } from "../../../../src/text/span.ts";
import { message, plural } from "../../../locale/message.ts";
import { partName } from "../../../ui/texts/part-name.ts";
import type { FrameView } from "../../../calls/frame-view.ts";
import { ChoiceList } from "../../../ui/corrections/choice-list.tsx";
import { Correct } from "../../../ui/corrections/correct.tsx";
import { kindText, nameText } from "../../../ui/texts/voice-text.ts";
import type { Where } from "../../../calls/save-claim.ts";
import { Panel } from "./panel.tsx";
import { PrivateSlot } from "./private-slot.tsx";
import { statementClip } from "../../../ui/texts/clips.ts";
import { CardStatement } from "./card-statement.tsx";

interface CardProps {
  readonly anchor: Range;
  /** Where its statements stand on the page: they stay uncovered where there is room. */
  readonly said: readonly Range[];
  readonly article: Article;
  readonly facts: ArticleFacts;
  /** Of the article: what else it offers to who says that something on the card is wrong. */
  readonly analysis: Analysis;
  readonly named: ArticleName;
  /** The mention that the card was opened on. */
  readonly mention: Span;
  /** What the user keeps on the name: for the private frame alone. */
  readonly kept: FrameView;
  readonly onGo: (span: Span) => void;
  readonly onNote: (mention: Span) => void;
  /** Opens the panel beside the page; `null` where the browser does not let a page's button do that. */
  readonly onPanel: (() => void) | null;
  readonly onCorrect: (claim: Claim, where: Where) => void;
  readonly onClose: () => void;
}

/** What the article says of one person, place or source. */
export function Card(props: CardProps) {
  const { anchor, said, article, facts, analysis, named, mention, kept, onGo, onNote, onPanel, onCorrect, onClose } =
    props;
  const { kind, role, aliases, mentions, isGiven } = named;
  const cardId = useId();
  const wrong = useMemo(
    () => ({
      speakers: speakersToChoose(analysis, named),
      namesakes: namesakesToChoose(analysis, named),
      forms: formsOf(article.text, analysis, named),
    }),
    [analysis, named],
  );
  const placement = useMemo(() => ({ apart: said }), [said]);
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
    <Panel
      anchor={anchor}
      label={nameText(named)}
      className="card of-name"
      placement={placement}
      takesFocus
      onClose={onClose}
    >
      <div class="head">
        <div>
          {/* Not a button: after a click with the mouse a ring around one says nothing. */}
          <h2 tabIndex={-1} data-focus>
            {nameText(named)}
          </h2>
          <span class={`kind ${kind}`}>{kindText(named)}</span>
          {statements.length > 0 && kind !== "source" && <span class="kind source">{message("kindSource")}</span>}
          {role !== null && <p class="office">{role}</p>}
        </div>
        <button type="button" class="plain" aria-label={message("close")} onClick={onClose}>
          ✕
        </button>
      </div>
      <div class="body">
        {isGiven && <p class="soft">{message("givenName")}</p>}
        {aliases.length > 0 && <p class="soft">{message("alsoCalled", aliases.join(", "))}</p>}
        {mentions.length > 1 && (
          <p class="soft" aria-live="polite">
            {plural("mentions", mentions.length)}
            {" · "}
            {message("mentionHere", current + 1, mentions.length, partName(article, here))}
          </p>
        )}
        {statements.length > 0 && (
          <>
            <h3>{plural("statements", statements.length)}</h3>
            <ol class="statements">
              {statements.map((statement, index) => (
                <CardStatement
                  key={statement.content[0]?.start}
                  id={`${cardId}-${index}`}
                  statement={statement}
                  article={article}
                  clip={() => statementClip(article, statement, named, facts)}
                  speakers={wrong.speakers}
                  onGo={onGo}
                  onCorrect={onCorrect}
                />
              ))}
            </ol>
          </>
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
      </div>
      <div class="row foot">
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
        {onPanel !== null && (
          <button type="button" class="plain" onClick={onPanel}>
            {message("openPanel")}
          </button>
        )}
        <button type="button" class="primary end" onClick={() => onNote(here)}>
          {message("addNote")}
        </button>
      </div>
      <PrivateSlot view={kept} takesFocus={false} />
    </Panel>
  );
}
