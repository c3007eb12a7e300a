import { distinctStatements, statementText } from "../../src/reading/statements.ts";
import { message, plural } from "../locale/message.ts";
import { statementTypeName } from "../ui/texts/statement-type.ts";
import { kindText, nameText } from "../ui/texts/voice-text.ts";
import type { TryOut } from "./try-out.ts";

interface SaidProps {
  readonly tryOut: TryOut;
  /** The place of the one whose statements are unfolded, or `null`. */
  readonly opened: number | null;
  readonly onOpen: (place: number | null) => void;
}

/** Who is quoted in the article, each to be unfolded to what it says, as in popup and panel. */
export function Said({ tryOut: { view, sources }, opened, onOpen }: SaidProps) {
  const { text } = view.live.article;
  return (
    <section aria-label={message("whoSaidWhat")}>
      {sources.map((source, place) => {
        const statements = distinctStatements(text, source.statements);
        return (
          <details
            key={source.name}
            open={place === opened}
            onToggle={({ currentTarget }) => {
              if (currentTarget.open) onOpen(place);
              else if (place === opened) onOpen(null);
            }}
          >
            <summary>
              <b>{nameText(source)}</b> <span class="soft">{source.role ?? kindText(source)}</span>{" "}
              <span class="count" title={plural("statements", statements.length)}>
                {statements.length}
              </span>
            </summary>
            <ul>
              {statements.map((statement) => (
                <li key={statement.content[0]?.start}>
                  <span class="soft">{statementTypeName(statement)}</span>
                  <span lang="en">{statementText(text, statement)}</span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
