import { useId, useMemo, useRef, useState } from "preact/hooks";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { Article, ArticleFacts } from "../../../src/text/article.ts";
import { citeStatement } from "../../../src/reading/citation.ts";
import { distinctStatements, type Statement as Said, statementText } from "../../../src/reading/statements.ts";
import type { ArticleName } from "../../../src/reading/names.ts";
import type { Span } from "../../../src/text/span.ts";
import { dateText, message, type MessageKey, plural } from "../../locale/message.ts";
import { OnName } from "../notes/on-name.tsx";
import type { NameNotes } from "../notes/use-name-notes.ts";
import { passedOnBy, statementTypeName } from "../../ui/texts/statement-type.ts";

interface SourcesProps {
  readonly notes: NameNotes;
  /** The user's highlights on the page. */
  readonly highlights: readonly Annotation[];
  readonly article: Article | null;
  readonly facts: ArticleFacts | null;
  readonly sources: readonly ArticleName[];
  readonly onGo: (span: Span) => void;
  /** Saves a statement as a note. Resolves to whether that worked. */
  readonly onSave: (span: Span) => Promise<boolean>;
}

/** Who said what: every source with its role and its statements, in the order of the article. */
export function Sources({ article, facts, sources, highlights, ...actions }: SourcesProps) {
  const marked = useMemo(
    () => new Set(highlights.map(({ target }) => withSingleSpaces(target.selectors.quote.exact))),
    [highlights],
  );
  if (article === null || facts === null || sources.length === 0) return <p class="state">{message("noSources")}</p>;
  return (
    <ul class="list">
      {sources.map((source) => (
        <Source
          key={`${source.kind} ${source.name} ${source.statements[0]?.content[0]?.start}`}
          article={article}
          facts={facts}
          source={source}
          marked={marked}
          {...actions}
        />
      ))}
    </ul>
  );
}

interface SourceProps extends Pick<SourcesProps, "notes" | "onGo" | "onSave"> {
  /** The words that the user has highlighted, with single spaces. */
  readonly marked: ReadonlySet<string>;
  readonly article: Article;
  readonly facts: ArticleFacts;
  readonly source: ArticleName;
}

function Source({ notes, marked, article, facts, source, onGo, onSave }: SourceProps) {
  const statements = distinctStatements(article.text, source.statements);
  return (
    <li class="source-item">
      <div class="source-head">
        <h2>
          <span class="name source" dir="auto">
            {source.name}
          </span>
          <span class="soft">{plural("statements", statements.length)}</span>
        </h2>
        {source.role !== null && (
          <p class="soft" dir="auto">
            {source.role}
          </p>
        )}
      </div>
      <OnName notes={notes} named={source} />
      <ol class="statements">
        {statements.map((statement) => (
          <Statement
            key={statement.content[0]?.start}
            statement={statement}
            text={statementText(article.text, statement)}
            isMarked={marked.has(withSingleSpaces(article.text.slice(...extentOf(statement))))}
            citation={citeStatement(article.text, statement, source, facts, {
              reported: message("statementIndirect").toLowerCase(),
              passedOn: passedOnBy(statement),
              date: facts.publishedLocal === null ? null : dateText(facts.publishedLocal.slice(0, 10)),
            })}
            onGo={onGo}
            onSave={onSave}
          />
        ))}
      </ol>
    </li>
  );
}

interface StatementProps extends Pick<SourcesProps, "onGo" | "onSave"> {
  readonly statement: Said;
  readonly text: string;
  readonly citation: string;
  /** Whether the user has highlighted it already. */
  readonly isMarked: boolean;
}

/** One statement: a click goes to it; it can be copied with its source, and saved as a note. */
function Statement({ statement, text, citation, isMarked, onGo, onSave }: StatementProps) {
  const [outcome, setOutcome] = useState<MessageKey | null>(null);
  const isSaving = useRef(false);
  const id = useId();
  const [first] = statement.content;
  if (first === undefined) return null;
  const isSaved = isMarked || outcome === "savedAsNote";
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(citation);
    setOutcome("copied");
  };
  const save = async (): Promise<void> => {
    if (isSaved || isSaving.current) return;
    isSaving.current = true;
    const [start, end] = extentOf(statement);
    setOutcome((await onSave({ start, end })) ? "savedAsNote" : "notSaved");
    isSaving.current = false;
  };
  const told = outcome ?? (isMarked ? "savedAsNote" : null);
  return (
    <li>
      <button type="button" id={id} onClick={() => onGo(first)}>
        <span class="soft">{statementTypeName(statement)}</span>
        <span dir="auto">{text}</span>
      </button>
      <div class="statement-actions">
        <button type="button" class="plain" aria-describedby={id} onClick={() => void copy()}>
          {message("copy")}
        </button>
        <button
          type="button"
          class="plain"
          aria-describedby={id}
          aria-disabled={isSaved}
          // Not disabled: that would take the focus away from who has just pressed it.
          onClick={() => void save()}
        >
          {message("saveAsNote")}
        </button>
        <span class="soft" role="status">
          {told === null ? "" : message(told)}
        </span>
      </div>
    </li>
  );
}

/** From where to where a statement reaches, with what stands between its pieces. */
function extentOf({ content }: Said): [start: number, end: number] {
  return [content[0]?.start ?? 0, content.at(-1)?.end ?? 0];
}

const withSingleSpaces = (text: string): string => text.replace(/\s+/g, " ").trim();
