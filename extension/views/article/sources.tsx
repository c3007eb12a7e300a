import { useMemo, useRef, useState } from "preact/hooks";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { ArticleName } from "../../../src/reading/names.ts";
import { distinctStatements } from "../../../src/reading/statements.ts";
import type { Article, ArticleFacts } from "../../../src/text/article.ts";
import type { Span } from "../../../src/text/span.ts";
import { message, plural } from "../../locale/message.ts";
import type { NameNotes } from "../notes/use-name-notes.ts";
import { Source } from "./source.tsx";
import { withSingleSpaces } from "../../../src/text/fold.ts";
import type { Correcting } from "./correcting.ts";
import { useInView } from "./use-in-view.ts";

interface SourcesProps {
  readonly notes: NameNotes;
  /** Takes the user's say on who said what; `null` where it can't. */
  readonly correcting: Correcting | null;
  /** The user's highlights on the page. */
  readonly highlights: readonly Annotation[];
  readonly article: Article | null;
  readonly facts: ArticleFacts | null;
  readonly sources: readonly ArticleName[];
  /** The statements that the user has in view on the page, by where each begins. */
  readonly inView: ReadonlySet<number>;
  readonly onGo: (span: Span) => void;
  /** Saves a statement as a note. Resolves to whether that worked. */
  readonly onSave: (span: Span) => Promise<boolean>;
}

/** Who said what: a line for every source, which opens to its statements, in the order of the article. */
export function Sources({ article, facts, sources, highlights, inView, ...actions }: SourcesProps) {
  const list = useRef<HTMLUListElement>(null);
  const marked = useMemo(
    () => new Set(highlights.map(({ target }) => withSingleSpaces(target.selectors.quote.exact))),
    [highlights],
  );
  const rows = useMemo(
    () =>
      sources.map((source, index) => ({
        // Sources of one name are told apart by their turn: where they stand changes as the page grows.
        key: `${source.kind} ${source.name} ${sources.slice(0, index).filter(({ name }) => name === source.name).length}`,
        source,
        statements: distinctStatements(article?.text ?? "", source.statements),
      })),
    [article, sources],
  );
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(rows.length === 1 ? rows.map(({ key }) => key) : []),
  );
  const seen = rows.flatMap(({ statements }) => statements.flatMap(({ content: [first] }) => first?.start ?? []));
  const current = Math.min(...seen.filter((start) => inView.has(start)));
  useInView(list, current);
  if (article === null || facts === null || rows.length === 0) return <p class="state">{message("noSources")}</p>;
  const areAllOpen = rows.every(({ key }) => open.has(key));
  return (
    <>
      <div class="list-head">
        <span class="soft">{plural("statements", seen.length)}</span>
        {rows.length > 1 && (
          <button
            type="button"
            class="plain"
            onClick={() => setOpen(new Set(areAllOpen ? [] : rows.map(({ key }) => key)))}
          >
            {message(areAllOpen ? "closeAll" : "openAll")}
          </button>
        )}
      </div>
      <ul ref={list} class="list">
        {rows.map(({ key, source, statements }) => (
          <Source
            key={key}
            article={article}
            facts={facts}
            source={source}
            statements={statements}
            marked={marked}
            inView={inView}
            current={current}
            isOpen={open.has(key)}
            onToggle={(isOpen) =>
              setOpen((before) => new Set(isOpen ? [...before, key] : [...before].filter((other) => other !== key)))
            }
            {...actions}
          />
        ))}
      </ul>
    </>
  );
}
