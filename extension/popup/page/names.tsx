import { useState } from "preact/hooks";
import type { Subject } from "../../../src/reading/names.ts";
import type { Span } from "../../../src/text/span.ts";
import { OnName } from "../notes/on-name.tsx";
import type { NameNotes } from "../notes/use-name-notes.ts";
import { message, plural } from "../../locale/message.ts";

interface NamesProps {
  readonly notes: NameNotes;
  readonly subjects: readonly Subject[];
  readonly empty: string;
  readonly onGo: (span: Span) => void;
}

/** People or places with their counts. A click goes to the first mention, the next click to the next one. */
export function Names({ notes, subjects, empty, onGo }: NamesProps) {
  if (subjects.length === 0) return <p class="state">{empty}</p>;
  return (
    <ul class="list">
      {subjects.map((subject) => (
        <Name
          key={`${subject.kind} ${subject.name} ${subject.mentions[0]?.start}`}
          notes={notes}
          subject={subject}
          onGo={onGo}
        />
      ))}
    </ul>
  );
}

function Name({ notes, subject, onGo }: Omit<NamesProps, "subjects" | "empty"> & { readonly subject: Subject }) {
  const { name, kind, role, aliases, mentions } = subject;
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
      <OnName notes={notes} subject={subject} />
    </li>
  );
}
