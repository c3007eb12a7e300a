import { useId, useState } from "preact/hooks";
import type { ListedKind, ListedName } from "../../../src/library/names.ts";
import { useAnswer } from "../../search/use-answer.ts";
import { useLibrary } from "../library-world.ts";

/** How many names are offered. */
const OFFERED = 8;

/** A search for other names of a kind. Nothing is asked for before it is opened. */
export interface NameFinder {
  readonly isOpen: boolean;
  readonly typed: string;
  readonly setOpen: (isOpen: boolean) => void;
  readonly setTyped: (typed: string) => void;
  /** Those that begin with what is typed, who says most first, but for the name itself. */
  readonly others: readonly ListedName[];
}

/**
 * @param key of the name that others are looked for beside.
 * @param leftOut how many of those found may not be offered.
 */
export function useNameFinder(key: string, leftOut: number): NameFinder {
  const { search } = useLibrary();
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const kind = key.slice(0, key.indexOf(":")) as ListedKind;
  const offered = useAnswer(search, "names", isOpen ? { kind, typed, limit: OFFERED + 1 + leftOut } : null);
  const others = offered.state === "ready" ? offered.value.items.filter((other) => other.key !== key) : [];
  return { isOpen, typed, setOpen, setTyped, others };
}

interface FindNameProps {
  readonly finder: NameFinder;
  readonly title: string;
  readonly hint: string;
  /** Whom to offer; the first few are. */
  readonly names: readonly ListedName[];
  readonly label: (name: ListedName) => string;
  readonly onChoose: (name: ListedName) => void;
  readonly class?: string;
}

/** A field that finds a name, and the names to choose from. */
export function FindName({ finder, title, hint, names, label, onChoose, class: className }: FindNameProps) {
  const id = useId();
  return (
    <details
      class={className}
      open={finder.isOpen}
      onToggle={({ currentTarget }) => finder.setOpen(currentTarget.open)}
    >
      <summary>{title}</summary>
      <label for={id}>{hint}</label>
      <input
        id={id}
        type="search"
        dir="auto"
        value={finder.typed}
        onInput={({ currentTarget }) => finder.setTyped(currentTarget.value)}
      />
      <ul class="list">
        {names.slice(0, OFFERED).map((name) => (
          <li key={name.key}>
            <button type="button" class="plain" dir="auto" onClick={() => onChoose(name)}>
              {label(name)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
