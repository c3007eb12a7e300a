import type { Article } from "../../src/article/article.ts";
import type { Quotation } from "../../src/quotes/quotation.ts";
import { statementText, type Subject } from "../../src/reading/subjects.ts";
import type { Span } from "../../src/text/span.ts";
import { message, type MessageKey, plural } from "../locale/message.ts";

const TYPES: Record<Quotation["type"], MessageKey> = {
  direct: "statementDirect",
  mixed: "statementMixed",
  indirect: "statementIndirect",
};

interface SourcesProps {
  readonly article: Article | null;
  readonly sources: readonly Subject[];
  readonly onGo: (span: Span) => void;
}

/** Who said what: every source with its statements. A click goes to the statement. */
export function Sources({ article, sources, onGo }: SourcesProps) {
  if (article === null || sources.length === 0) return <p class="state">{message("noSources")}</p>;
  return (
    <ul class="list">
      {sources.map(({ name, role, statements }) => (
        <li key={name} class="source-item">
          <h2>
            <span class="name source" dir="auto">
              {name}
            </span>
            <span class="soft">{plural("statements", statements.length)}</span>
          </h2>
          {role !== null && <p class="soft">{role}</p>}
          <ol class="statements">
            {statements.map((statement) => (
              <li key={statement.content[0]?.start}>
                <button
                  type="button"
                  onClick={() => {
                    const [first] = statement.content;
                    if (first !== undefined) onGo(first);
                  }}
                >
                  <span class="soft">{message(TYPES[statement.type])}</span>
                  <span dir="auto">{statementText(article.text, statement)}</span>
                </button>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}
