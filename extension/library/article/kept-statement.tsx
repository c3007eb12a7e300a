import { useId } from "preact/hooks";
import type { KeptArticle, KeptStatement } from "../../../src/annotation/records/kept-article.ts";
import type { Clip } from "../../../src/exchange/export/quoted-words.ts";
import { message } from "../../locale/message.ts";
import { copyClip } from "../../ui/copy.ts";
import { typeName } from "../../ui/texts/statement-type.ts";
import { Said } from "../../views/article/said.tsx";
import { useLibrary } from "../library-world.ts";
import { useOpenPassage } from "./use-open-passage.ts";

interface KeptSaidProps {
  readonly article: Pick<KeptArticle, "page" | "source">;
  readonly statement: Pick<KeptStatement, "text" | "type" | "content">;
}

/** A statement of an article that is kept: a press opens the article there, another copies it with its source. */
export function KeptSaid({ article: { page, source }, statement: { text, type, content } }: KeptSaidProps) {
  const open = useOpenPassage();
  const { database, say } = useLibrary();
  const id = useId();
  const [span] = content;
  const words = text.split(" … ")[0] ?? "";
  const clip = async (): Promise<Clip> => {
    const { keptStatementClip } = await import("../../ui/texts/clips.ts");
    const article = await database.articles.get(page);
    const statement = article?.sheet?.statements.find(({ content: [first] }) => first?.start === span?.start);
    return article === undefined || statement === undefined
      ? { text, html: "" }
      : keptStatementClip(article, statement);
  };
  const copy = async (): Promise<void> => {
    const isCopied = await copyClip(clip());
    say({ text: message(isCopied ? "copied" : "notCopied"), tone: isCopied ? "plain" : "error", undo: null });
  };
  return (
    <>
      <Said
        id={id}
        type={typeName(type)}
        text={text}
        title={message("openPassage")}
        onGo={() => void open({ page, source }, span === undefined ? null : { kind: "words", page, span, words })}
      />
      <button type="button" class="plain reattribute" aria-describedby={id} onClick={() => void copy()}>
        {message("copy")}
      </button>
    </>
  );
}
