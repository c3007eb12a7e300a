import { useState } from "preact/hooks";
import { message, plural } from "../../locale/message.ts";
import { later } from "../../ui/later.tsx";
import { Note } from "../../views/notes/note.tsx";
import { NoteOnName } from "../../views/notes/note-on-name.tsx";
import { copyNote } from "../../views/notes/copy-note.ts";
import { removeNote } from "../../views/notes/remove-note.ts";
import type { Called, NameSheet } from "../../search/name-sheet.ts";
import { useAnswer } from "../../search/use-answer.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useOpenPassage } from "../article/use-open-passage.ts";
import { KeptSaid } from "../article/kept-statement.tsx";
import { shortDate } from "../dates.ts";
import { useLibrary } from "../library-world.ts";
import { Exporting } from "../exporting.tsx";
import { hashOf } from "../place.ts";
import { Merging } from "./merging.tsx";

/** With it comes what draws the chart. */
const OverTime = later(async () => (await import("./over-time.tsx")).OverTime);

/** How many statements and names are shown at first, and how many more each time; and how many highlights, which are taller. */
const STEP = 30;
const HIGHLIGHTS = 10;

interface NamePageProps {
  /** The key of the name. */
  readonly name: string;
  /** The keys of the names that it is compared with over time. */
  readonly beside: readonly string[];
}

/** Everything that one person, place or organisation said in the user's articles, and what the user has on them. */
export function NamePage({ name: key, beside }: NamePageProps) {
  const { search } = useLibrary();
  const answer = useAnswer(search, "name", { key });
  if (answer.state === "loading") return <p class="state">{message("loading")}</p>;
  if (answer.state === "failed") return <p class="state">{failureText({ code: "storage-failed" })}</p>;
  const sheet = answer.value;
  const { name, articles, quotedIn, statements } = sheet;
  return (
    <article class="name-page">
      <h2 dir="auto">{name}</h2>
      <p class="soft">
        {quotedIn > 0
          ? message("quotedIn", plural("libraryArticles", quotedIn), plural("statements", statements.length))
          : message("namedIn", plural("libraryArticles", articles.length))}
      </p>
      {sheet.notes.length + sheet.highlights.length > 0 && (
        <div class="row">
          <Exporting
            scopeOf={async () => ({ kind: "records", ids: [...sheet.notes, ...sheet.highlights].map(({ id }) => id) })}
          />
        </div>
      )}
      <Calls title={message("calledNames")} calls={sheet.names} isShort />
      <Calls title={message("calledRoles")} calls={sheet.roles} />
      <Merging sheet={sheet} />
      {statements.length > 0 && <OverTime name={sheet.key} beside={beside} />}
      <NotesOnThem sheet={sheet} />
      <SaidByThem sheet={sheet} />
      <HighlightsOfThem sheet={sheet} />
      <BesideThem sheet={sheet} />
    </article>
  );
}

/** What they were called, and from when to when. One name alone says nothing that the heading does not. */
function Calls({
  title,
  calls,
  isShort = false,
}: {
  readonly title: string;
  readonly calls: readonly Called[];
  readonly isShort?: boolean;
}) {
  if (calls.length <= (isShort ? 1 : 0)) return null;
  const when = ({ first, last }: Called): string =>
    first === last ? shortDate(first) : `${shortDate(first)} – ${shortDate(last)}`;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul class="list calls">
        {calls.slice(0, STEP).map((call) => (
          <li key={call.text}>
            <span dir="auto">{call.text}</span>{" "}
            <span class="soft small">
              {when(call)} · {plural("libraryArticles", call.articles)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NotesOnThem({ sheet: { notes } }: { readonly sheet: NameSheet }) {
  const { say, go } = useLibrary();
  if (notes.length === 0) return null;
  return (
    <section aria-label={message("notesOnName")}>
      <h3>{message("notesOnName")}</h3>
      <ul class="list">
        {notes.map((note) => (
          <NoteOnName
            key={note.id}
            note={note}
            onGo={() => go({ article: note.origin.page, note: null, name: null })}
            onDelete={() => void removeNote(note, say)}
            onEditing={() => {}}
          />
        ))}
      </ul>
    </section>
  );
}

/** Their statements, the newest article first, each with its day, article and outlet. */
function SaidByThem({ sheet: { statements, articles } }: { readonly sheet: NameSheet }) {
  const [limit, setLimit] = useState(STEP);
  if (statements.length === 0) return null;
  return (
    <section aria-label={message("theirStatements")}>
      <h3>{message("theirStatements")}</h3>
      <ol class="statements said-by">
        {statements.slice(0, limit).map((statement, at) => {
          const where = articles[statement.article];
          if (where === undefined) return null;
          return (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>
              <KeptSaid article={where} statement={statement} />
              <p class="soft small" dir="auto">
                {where.published !== null && <time dateTime={where.published}>{shortDate(where.published)}</time>}{" "}
                <a href={hashOf({ article: where.page })}>{where.title}</a> {where.outlet}
              </p>
            </li>
          );
        })}
      </ol>
      {statements.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + STEP)}>
          {plural("moreLeft", statements.length - limit)}
        </button>
      )}
    </section>
  );
}

/** The user's highlights in which they speak or are named. */
function HighlightsOfThem({ sheet: { highlights } }: { readonly sheet: NameSheet }) {
  const { database, say } = useLibrary();
  const open = useOpenPassage();
  const [limit, setLimit] = useState(HIGHLIGHTS);
  if (highlights.length === 0) return null;
  return (
    <section aria-label={message("highlightsOfThem")}>
      <h3>{message("highlightsOfThem")}</h3>
      <ul class="list">
        {highlights.slice(0, limit).map((highlight) => (
          <Note
            key={highlight.id}
            annotation={highlight}
            standing={null}
            showTitle
            onGo={() => void open(highlight.target, { kind: "annotation", id: highlight.id })}
            onCopy={() => void copyNote(highlight, (key) => database.articles.get(key), say)}
            onDelete={() => void removeNote(highlight, say)}
            onEditing={() => {}}
          />
        ))}
      </ul>
      {highlights.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + HIGHLIGHTS)}>
          {plural("moreLeft", highlights.length - limit)}
        </button>
      )}
    </section>
  );
}

function BesideThem({ sheet: { beside } }: { readonly sheet: NameSheet }) {
  if (beside.length === 0) return null;
  return (
    <section aria-label={message("quotedBeside")}>
      <h3>{message("quotedBeside")}</h3>
      <ul class="list beside">
        {beside.map(({ key, name, articles }) => (
          <li key={key}>
            <a href={hashOf({ view: "people", name: key })} dir="auto">
              {name}
            </a>{" "}
            <span class="soft small">{plural("libraryArticles", articles)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
