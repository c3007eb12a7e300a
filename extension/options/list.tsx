import type { ComponentChildren } from "preact";
import { message } from "../locale/message.ts";
import { failureText } from "../ui/texts/failure-text.ts";
import type { LiveAnswer } from "../ui/use-live-query.ts";
import type { Change } from "./use-change.ts";

interface ListProps<T> {
  /** Also the section's id, for its heading. */
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly empty: string;
  readonly items: LiveAnswer<readonly T[]>;
  readonly keyOf: (item: T) => string;
  readonly row: (item: T) => ComponentChildren;
  readonly change: Change;
  /** What the button says that undoes the last change. */
  readonly wayBack: string;
  /** What stands below the list, such as a way to add to it. */
  readonly children?: ComponentChildren;
}

/** A section with a list out of the database, and a line on what was just changed in it. */
export function List<T>({ name, title, hint, empty, items, keyOf, row, change, wayBack, children }: ListProps<T>) {
  return (
    <section id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{title}</h2>
      <p class="soft">{hint}</p>
      {items.state === "loading" && <p class="state">{message("loading")}</p>}
      {items.state === "failed" && (
        <p class="state" role="alert">
          {failureText({ code: "storage-failed" })}
        </p>
      )}
      {items.state === "ready" && items.value.length === 0 && <p class="state">{empty}</p>}
      {items.state === "ready" && items.value.length > 0 && (
        <ul>
          {items.value.map((item) => (
            <li key={keyOf(item)}>{row(item)}</li>
          ))}
        </ul>
      )}
      {children}
      <div role="status">
        {change.done !== null && (
          <p class="notice">
            {change.done.text}
            <button type="button" onClick={change.done.undo}>
              {wayBack}
            </button>
          </p>
        )}
      </div>
      {change.problem !== null && (
        <p class="notice error" role="alert">
          {change.problem}
        </p>
      )}
    </section>
  );
}
