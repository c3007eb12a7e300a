import { useId } from "preact/hooks";
import type { ArticleName, Voice } from "../../../src/reading/names.ts";
import { type Statement as Said, statementText } from "../../../src/reading/statements.ts";
import type { Article, ArticleFacts } from "../../../src/text/article.ts";
import type { Span } from "../../../src/text/span.ts";
import { message, plural } from "../../locale/message.ts";
import { later } from "../../ui/later.tsx";
import { kindText, nameText } from "../../ui/texts/voice-text.ts";
import { OnName } from "../notes/on-name.tsx";
import type { NameNotes } from "../notes/use-name-notes.ts";
import type { Correcting } from "./correcting.ts";
import { withSingleSpaces } from "../../../src/text/fold.ts";
import { extentOf, Statement } from "./statement.tsx";

const PutRight = later(async () => (await import("./put-right.tsx")).PutRight);

const isToldApart = (voice: Voice | null): boolean => voice === "government" || voice === "open";

interface SourceProps {
  readonly article: Article;
  readonly facts: ArticleFacts;
  readonly source: ArticleName;
  readonly statements: readonly Said[];
  /** The words that the user has highlighted, with single spaces. */
  readonly marked: ReadonlySet<string>;
  /** The statements that stand in the page's viewport, and the first of them, by where they begin. */
  readonly inView: ReadonlySet<number>;
  readonly current: number;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly notes: NameNotes;
  readonly correcting: Correcting | null;
  readonly onGo: (span: Span) => void;
  readonly onSave: (span: Span) => Promise<boolean>;
}

/** One source: a line with its name, its role and how much it says, which opens to the statements and the user's notes. */
export function Source({ article, facts, source, statements, marked, isOpen, onToggle, ...rest }: SourceProps) {
  const { inView, current, notes, correcting, onGo, onSave } = rest;
  const id = useId();
  const starts = statements.flatMap(({ content: [first] }) => first?.start ?? []);
  // A country that speaks is no place, and who stays open is nobody of that name.
  const detail = source.role ?? (isToldApart(source.voice) ? kindText(source) : null);
  const hasNotes = (notes.about(source)?.notes.length ?? 0) > 0;
  return (
    <li
      class="source-item"
      data-in-view={starts.some((start) => inView.has(start)) ? "" : undefined}
      data-current={!isOpen && starts.includes(current) ? "" : undefined}
    >
      <h2>
        <button
          type="button"
          class="source-line"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-current={starts.includes(current) ? "true" : undefined}
          onClick={() => onToggle(!isOpen)}
        >
          <span class="name source" dir="auto">
            {nameText(source)}
          </span>
          {detail !== null && (
            <span class="soft role" dir="auto">
              {detail}
            </span>
          )}
          {hasNotes && !isOpen && <span class="soft noted">{message("hasNote")}</span>}
          <span class="count">
            <span aria-hidden="true">{statements.length}</span>
            <span class="unseen">{plural("statements", statements.length)}</span>
          </span>
        </button>
      </h2>
      <div id={id} class="source-body" hidden={!isOpen}>
        {isOpen && (
          <>
            <OnName notes={notes} named={source} />
            <ol class="statements">
              {statements.map((statement) => (
                <Statement
                  key={statement.content[0]?.start}
                  statement={statement}
                  text={statementText(article.text, statement)}
                  isMarked={marked.has(withSingleSpaces(article.text.slice(...extentOf(statement))))}
                  isInView={inView.has(statement.content[0]?.start ?? -1)}
                  isCurrent={statement.content[0]?.start === current}
                  clip={async () =>
                    (await import("../../ui/texts/clips.ts")).statementClip(article, statement, source, facts)
                  }
                  putRight={
                    correcting === null
                      ? null
                      : (describedBy) => (
                          <PutRight
                            article={article}
                            source={source}
                            correcting={correcting}
                            statement={statement}
                            describedBy={describedBy}
                          />
                        )
                  }
                  onGo={onGo}
                  onSave={onSave}
                />
              ))}
            </ol>
            {correcting !== null && !source.isGiven && (
              <PutRight article={article} source={source} correcting={correcting} statement={null} describedBy={id} />
            )}
          </>
        )}
      </div>
    </li>
  );
}
