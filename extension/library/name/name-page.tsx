import { useState } from "preact/hooks";
import { message, plural } from "../../locale/message.ts";
import { Note } from "../../views/notes/note.tsx";
import { NoteOnName } from "../../views/notes/note-on-name.tsx";
import { removeNote } from "../../views/notes/remove-note.ts";
import type { Called, NameSheet } from "../../search/name-sheet.ts";
import { useAnswer } from "../../search/use-answer.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useOpenPassage } from "../article/use-open-passage.ts";
import { typeName } from "../article/statements.tsx";
import { shortDate } from "../dates.ts";
import { useLibrary } from "../library-world.ts";
import { hashOf } from "../place.ts";
import { Merging } from "./merging.tsx";

/** How many statements and names are shown at first, and how many more each time; and how many highlights, which are taller. */
const STEP = 30;
const HIGHLIGHTS = 10;

/** Everything that one person, place or organisation said in the user's articles, and what the user has on them. */
export function NamePage({ name: key }: { readonly name: string }) {
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
      <Calls title={message("calledNames")} calls={sheet.names} isShort />
      <Calls title={message("calledRoles")} calls={sheet.roles} />
      <Merging sheet={sheet} />
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
  const open = useOpenPassage();
  const [limit, setLimit] = useState(STEP);
  if (statements.length === 0) return null;
  return (
    <section aria-label={message("theirStatements")}>
      <h3>{message("theirStatements")}</h3>
      <ol class="list said-by">
        {statements.slice(0, limit).map(({ text, type, content: [first], article }, at) => {
          const where = articles[article];
          if (where === undefined) return null;
          const words = text.split(" … ")[0] ?? "";
          return (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>
              <button
                type="button"
                class="said-words"
                title={message("openPassage")}
                onClick={() =>
                  void open(
                    where.source,
                    first === undefined ? null : { kind: "words", page: where.page, span: first, words },
                  )
                }
              >
                <span dir="auto">{text}</span> <span class="soft small">{typeName(type)}</span>
              </button>
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
          {message("showMore")}
        </button>
      )}
    </section>
  );
}

/** The user's highlights in which they speak or are named. */
function HighlightsOfThem({ sheet: { highlights } }: { readonly sheet: NameSheet }) {
  const { say } = useLibrary();
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
            onGo={() => void open(highlight.target.source, { kind: "annotation", id: highlight.id })}
            onDelete={() => void removeNote(highlight, say)}
            onEditing={() => {}}
          />
        ))}
      </ul>
      {highlights.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + HIGHLIGHTS)}>
          {message("showMore")}
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
