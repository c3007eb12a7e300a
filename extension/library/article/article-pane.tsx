import { Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { firstState, type LastState } from "../../../src/annotation/last-state.ts";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { callBackground } from "../../calls/call.ts";
import { dateText, message, type MessageKey } from "../../locale/message.ts";
import { Note } from "../../views/notes/note.tsx";
import { NoteOnName } from "../../views/notes/note-on-name.tsx";
import { copyNote } from "../../views/notes/copy-note.ts";
import { removeNote } from "../../views/notes/remove-note.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useLibrary } from "../library-world.ts";
import { Citation } from "./citation.tsx";
import { SameStory } from "./same-story.tsx";
import { Statements } from "./statements.tsx";
import { useOpenPassage } from "./use-open-passage.ts";
import { Exporting } from "../exporting.tsx";
import { type ArticleSheetView, useArticle } from "./use-article.ts";

const STATES: Partial<Record<LastState, MessageKey>> = {
  moved: "stateMoved",
  edited: "stateEdited",
  lost: "stateLost",
  unseen: "stateUnseen",
};

interface ArticlePaneProps {
  readonly page: string;
  /** The highlight that is pointed at. */
  readonly note: string | null;
}

/** One article: what it says of itself, the user's passages in it, who says what in it, and how it is cited. */
export function ArticlePane({ page, note }: ArticlePaneProps) {
  const { database } = useLibrary();
  const found = useArticle(database, page);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (found.state !== "ready" || note === null) return;
    pane.current?.querySelector(`[data-id="${CSS.escape(note)}"]`)?.scrollIntoView({ block: "nearest" });
  }, [note, found.state]);
  if (found.state === "loading") return <p class="state">{message("loading")}</p>;
  if (found.state === "failed") return <p class="state">{failureText({ code: "storage-failed" })}</p>;
  const { article, highlights } = found.value;
  const where = article ?? highlights[0]?.target;
  if (where === undefined) return <p class="state">{message("articleGone")}</p>;
  return (
    <article ref={pane}>
      <ArticleHead view={found.value} where={where} />
      <Passages view={found.value} pointedAt={note} />
      <SameStory elsewhere={found.value.elsewhere} />
      {article !== null && <Statements article={article} />}
      <NotesOnNames view={found.value} />
      <Citation
        article={{
          bylines: article?.sheet?.bylines ?? [],
          title: where.title,
          outlet: article?.outlet ?? null,
          published: article?.published ?? null,
          url: where.source,
        }}
      />
    </article>
  );
}

interface HeadProps {
  readonly view: ArticleSheetView;
  readonly where: { readonly source: string; readonly title: string; readonly page: string };
}

function ArticleHead({ view: { article, highlights }, where }: HeadProps) {
  const { say } = useLibrary();
  const open = useOpenPassage();
  const isKept = article !== null && article.kept !== null;
  const keep = async (): Promise<void> => {
    const done = await callBackground("setKept", { page: where.page, isKept: !isKept, article: null });
    if (!done.ok) say({ text: failureText(done.error), tone: "error", undo: null });
  };
  const dates = [
    article?.published == null ? "" : dateText(article.published),
    article?.sheet?.updated == null || article.sheet.updated === article.published
      ? ""
      : message("updatedOn", dateText(article.sheet.updated)),
  ];
  return (
    <header class="article-head">
      <h2 dir="auto">{where.title}</h2>
      <p class="soft" dir="auto">
        {[article?.sheet?.bylines.join(", "), article?.outlet, ...dates].filter(Boolean).join(" · ")}
      </p>
      <p class="soft small address">{where.source}</p>
      <div class="row">
        <button type="button" class="primary" onClick={() => void open(where, null)}>
          {message("openPage")}
        </button>
        {article !== null && (
          <button type="button" aria-pressed={isKept} onClick={() => void keep()}>
            {message(isKept ? "keptArticle" : "keepArticle")}
          </button>
        )}
        {highlights.length > 0 && <Exporting scopeOf={async () => ({ kind: "pages", pages: [where.page] })} />}
        {article !== null && !isKept && highlights.length === 0 && (
          <span class="soft small">{message("articleNotKept")}</span>
        )}
      </div>
    </header>
  );
}

/** The user's highlights in the order of the text. */
function Passages({
  view: { highlights, states },
  pointedAt,
}: {
  readonly view: ArticleSheetView;
  readonly pointedAt: string | null;
}) {
  const { database, say } = useLibrary();
  const open = useOpenPassage();
  if (highlights.length === 0) return null;
  const stateOf = (highlight: Annotation): MessageKey | undefined =>
    STATES[states.get(highlight.id) ?? firstState(highlight)];
  return (
    <section aria-label={message("passages")}>
      <h3>{message("passages")}</h3>
      <ul class="list">
        {highlights.map((highlight) => {
          const state = stateOf(highlight);
          return (
            <Fragment key={highlight.id}>
              <Note
                annotation={highlight}
                standing={null}
                showTitle={false}
                onGo={() => void open(highlight.target, { kind: "annotation", id: highlight.id })}
                onCopy={() => void copyNote(highlight, (key) => database.articles.get(key), say)}
                onDelete={() => void removeNote(highlight, say)}
                onEditing={() => {}}
              />
              <li class="passage-end" data-current={highlight.id === pointedAt ? "" : undefined}>
                {state !== undefined && <span class="small state-of">{message(state)}</span>}
                <button
                  type="button"
                  class="plain open-passage end"
                  onClick={() => void open(highlight.target, { kind: "annotation", id: highlight.id })}
                >
                  {message("openPassage")}
                </button>
              </li>
            </Fragment>
          );
        })}
      </ul>
    </section>
  );
}

/** What the user wrote on those whom the article names. */
function NotesOnNames({ view: { nameNotes } }: { readonly view: ArticleSheetView }) {
  const { say, go } = useLibrary();
  if (nameNotes.length === 0) return null;
  return (
    <section aria-label={message("notesOnNames")}>
      <h3>{message("notesOnNames")}</h3>
      <ul class="list">
        {nameNotes.map((note) => (
          <NoteOnName
            key={note.id}
            note={note}
            onGo={() => go({ name: note.key, article: null, note: null })}
            onDelete={() => void removeNote(note, say)}
            onEditing={() => {}}
          />
        ))}
      </ul>
    </section>
  );
}
