import { useState } from "preact/hooks";
import type { ArticleName } from "../../../src/reading/names.ts";
import type { Article } from "../../../src/text/article.ts";
import type { Span } from "../../../src/text/span.ts";
import { OnName } from "../notes/on-name.tsx";
import type { NameNotes } from "../notes/use-name-notes.ts";
import { message, plural } from "../../locale/message.ts";
import { later } from "../../ui/later.tsx";
import type { Correcting } from "./correcting.ts";

const PutRight = later(async () => (await import("./put-right.tsx")).PutRight);

interface NamesProps {
  readonly article: Article | null;
  /** Takes the user's say on a name; `null` where it can't. */
  readonly correcting: Correcting | null;
  readonly notes: NameNotes;
  readonly names: readonly ArticleName[];
  readonly empty: string;
  readonly onGo: (span: Span) => void;
}

/** People or places with their counts. A click goes to the first mention, the next click to the next one. */
export function Names({ names, empty, ...rest }: NamesProps) {
  if (names.length === 0) return <p class="state">{empty}</p>;
  return (
    <ul class="list">
      {names.map((named) => (
        <Name key={`${named.kind} ${named.name} ${named.mentions[0]?.start}`} named={named} {...rest} />
      ))}
    </ul>
  );
}

function Name(props: Omit<NamesProps, "names" | "empty"> & { readonly named: ArticleName }) {
  const { article, correcting, notes, named, onGo } = props;
  const { name, kind, role, aliases, mentions } = named;
  const [visited, setVisited] = useState(0);
  const details = [role, aliases.length > 0 ? message("alsoCalled", aliases.join(", ")) : null].filter(
    (detail) => detail !== null,
  );
  return (
    <li class="name-item">
      <button
        type="button"
        class="item"
        title={message("goToMention")}
        onClick={() => {
          const span = mentions[visited % mentions.length];
          if (span !== undefined) onGo(span);
          setVisited(visited + 1);
        }}
      >
        <span class="item-text">
          <span class={`name ${kind}`} dir="auto">
            {name}
          </span>
          {details.length > 0 && <span class="soft">{details.join(" · ")}</span>}
        </span>
        <span class="soft">
          {visited === 0
            ? plural("mentions", mentions.length)
            : message("position", ((visited - 1) % mentions.length) + 1, mentions.length)}
        </span>
      </button>
      <OnName notes={notes} named={named} />
      {/* Who was gone to is looked at; a list of nothing but names stays one. */}
      {visited > 0 && article !== null && correcting !== null && (
        <PutRight article={article} source={named} correcting={correcting} statement={null} describedBy="" />
      )}
    </li>
  );
}
