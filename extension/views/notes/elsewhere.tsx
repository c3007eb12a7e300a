import { anchor } from "../../../src/annotation/anchoring/anchor.ts";
import { createTextIndex } from "../../../src/annotation/anchoring/text-index.ts";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { KeptArticle } from "../../../src/annotation/records/kept-article.ts";
import { finish } from "../../../src/slices.ts";
import type { Article } from "../../../src/text/article.ts";
import { fingerprintOf } from "../../../src/text/fingerprint.ts";
import type { Span } from "../../../src/text/span.ts";
import { callBackground } from "../../calls/call.ts";
import { message, plural } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { type Elsewhere, sameStoryElsewhere } from "../../store/same-story.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import type { Say } from "../toast.tsx";
import { OtherOutlet, outletOf } from "./other-outlet.tsx";

interface ElsewhereProps {
  readonly database: Database;
  readonly page: string;
  /** The article as it stands on the page. */
  readonly article: Article;
}

/** The same story at other outlets, as far as the user keeps it; none while that is not known. */
function useElsewhere({ database, page, article }: ElsewhereProps): readonly Elsewhere[] {
  const found = useLiveQuery(
    () => sameStoryElsewhere(database, page, fingerprintOf(article)),
    [database, page, article.text],
  );
  return found.state === "ready" ? found.value : [];
}

/** Tells that the user has something on the same story, and where; pressed, it leads there. */
export function ElsewhereNotice({ onShow, ...props }: ElsewhereProps & { readonly onShow: () => void }) {
  const found = useElsewhere(props);
  if (found.length === 0) return null;
  const count = found.reduce((sum, { highlights }) => sum + highlights.length, 0);
  const outlets = found.map(({ article }) => outletOf(article)).join(", ");
  return (
    <button type="button" class="elsewhere-notice" dir="auto" onClick={onShow}>
      {count === 0
        ? message("sameStoryKept", outlets)
        : message("sameStoryNotes", plural("highlights", count), outlets)}
    </button>
  );
}

interface ElsewhereNotesProps extends ElsewhereProps {
  readonly say: Say;
  /** Shows words of the article on the page. */
  readonly onGo: (span: Span) => void;
  /** A page was opened in a tab. */
  readonly onOpened: () => void;
}

/** The user's notes on the same story at other outlets. One leads to its words here, or there where they are not here. */
export function ElsewhereNotes({ say, onGo, onOpened, ...props }: ElsewhereNotesProps) {
  const found = useElsewhere(props);
  const open = async (at: Pick<KeptArticle, "source" | "page">, id: string | null): Promise<void> => {
    const opened = await callBackground("openPassage", {
      url: at.source,
      page: at.page,
      target: id === null ? null : { kind: "annotation", id },
    });
    if (opened.ok) onOpened();
    else say({ text: failureText(opened.error), tone: "error", undo: null });
  };
  const go = ({ id, target }: Annotation): void => {
    const here = placeIn(props.article, target);
    if (here === null) void open(target, id);
    else onGo(here);
  };
  return found.map((other) => (
    <OtherOutlet key={other.article.page} other={other} say={say} onGo={go}>
      <button type="button" class="plain" onClick={() => void open(other.article, null)}>
        {message("openPage")}
      </button>
    </OtherOutlet>
  ));
}

/** Where a passage of another outlet's stands in an article; `null` where it does not. */
function placeIn({ text }: Article, { selectors: { quote } }: Annotation["target"]): Span | null {
  // Where it stood there says nothing of where it stands here.
  const found = finish(anchor(createTextIndex(text), { quote, position: null }));
  return found.state === "lost" ? null : found.span;
}
