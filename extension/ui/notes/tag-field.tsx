import { useEffect, useId, useRef, useState } from "preact/hooks";
import { addTags, cleanTag, TAG_SEPARATOR } from "../../../src/annotation/records/annotation.ts";
import { completeTag, type TagUse } from "../../../src/annotation/records/tags.ts";
import { message } from "../../locale/message.ts";

interface TagFieldProps {
  readonly tags: readonly string[];
  /** The user's own tags, for completion. */
  readonly known: readonly TagUse[];
  /** Whether the field has the focus when it appears. */
  readonly takesFocus: boolean;
  /** What is half typed counts as a tag, so that it is kept whatever happens. */
  readonly onChange: (tags: readonly string[], when: "after-rest" | "at-once") => void;
}

/**
 * Tags as chips, and a field that completes them from the user's own: the combobox with a list of WAI-ARIA's Authoring
 * Practices. Enter or a comma takes what was typed or chosen, Tab the first that completes it, Backspace in the empty
 * field takes the last chip away. Escape closes the list and nothing else; where there is none, it takes back what is
 * half typed. Left in any other way, what is half typed is a tag. A chip that was taken away last can be brought back.
 */
export function TagField({ tags, known, takesFocus, onChange }: TagFieldProps) {
  const [chips, setChips] = useState(tags);
  const [typed, setTyped] = useState("");
  /** The chip that was taken away last, and its place. */
  const [removed, setRemoved] = useState<{ readonly tag: string; readonly index: number } | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  // What others changed, or undo did, is taken over; what came of the typing here is there already.
  useEffect(() => {
    if (addTags(chips, typed).join("\n") === tags.join("\n")) return;
    setChips(tags);
    setTyped("");
  }, [tags]);

  const options = isOpen ? completeTag(typed, known, chips) : [];
  const chosen = options[active];

  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  /** Makes chips of a text and empties the field. */
  const take = (text: string): void => {
    const next = addTags(chips, text);
    setChips(next);
    setTyped("");
    close();
    onChange(next, "at-once");
  };
  const remove = (tag: string): void => {
    const next = chips.filter((chip) => chip !== tag);
    setChips(next);
    setRemoved({ tag, index: chips.indexOf(tag) });
    onChange(addTags(next, typed), "at-once");
    field.current?.focus();
  };
  const bringBack = (): void => {
    if (removed === null) return;
    const next = chips.toSpliced(removed.index, 0, removed.tag);
    setChips(next);
    setRemoved(null);
    onChange(addTags(next, typed), "at-once");
    field.current?.focus();
  };
  const type = (text: string): void => {
    const pieces = text.split(TAG_SEPARATOR);
    const rest = pieces.pop() ?? "";
    const next = addTags(chips, pieces.join(","));
    setChips(next);
    setTyped(rest);
    setOpen(text !== "");
    setActive(-1);
    onChange(addTags(next, rest), "after-rest");
  };

  const pressed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const answer = answerTo(event);
    if (answer === null) return;
    event.preventDefault();
    // The panel or popup around must not hear a key that was for the list.
    event.stopPropagation();
    answer();
  };
  const answerTo = ({ key, shiftKey }: KeyboardEvent): (() => void) | null => {
    const hasText = cleanTag(typed) !== "";
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) return () => move(step);
    if (key === "Escape") return options.length > 0 ? close : typed === "" ? null : () => type("");
    if (key === "Backspace") return typed === "" && chips.length > 0 ? () => remove(chips.at(-1) ?? "") : null;
    if (key === "Tab") {
      const completion = shiftKey ? undefined : (chosen ?? (hasText ? options[0] : undefined));
      return completion === undefined ? null : () => take(completion);
    }
    if (chosen !== undefined && (key === "Enter" || TAG_SEPARATOR.test(key))) return () => take(chosen);
    return key === "Enter" && hasText ? () => take(typed) : null;
  };
  const move = (step: number): void => {
    const offered = completeTag(typed, known, chips);
    if (offered.length === 0) return;
    setOpen(true);
    // One place before the first is the field itself.
    setActive(((active + 1 + step + offered.length + 1) % (offered.length + 1)) - 1);
  };

  return (
    <div class="tag-field">
      <label for={`${id}-field`}>{message("tagsLabel")}</label>
      <div class="chips" onClick={({ target, currentTarget }) => target === currentTarget && field.current?.focus()}>
        {chips.map((tag) => (
          <span key={tag} class="chip">
            <span dir="auto">#{tag}</span>
            <button type="button" class="plain" aria-label={message("removeTag", tag)} onClick={() => remove(tag)}>
              ✕
            </button>
          </span>
        ))}
        {removed !== null && !chips.includes(removed.tag) && (
          <button
            type="button"
            class="plain"
            aria-label={message("undoStep", message("removeTag", removed.tag))}
            onClick={bringBack}
          >
            {message("undo")}
          </button>
        )}
        <input
          ref={field}
          id={`${id}-field`}
          data-focus={takesFocus ? "" : undefined}
          dir="auto"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${active}`}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={pressed}
          onBlur={() => {
            if (cleanTag(typed) !== "") take(typed);
            else close();
          }}
        />
      </div>
      <ul
        class="options"
        id={`${id}-list`}
        role="listbox"
        aria-label={message("tagsKnown")}
        hidden={options.length === 0}
      >
        {options.map((tag, index) => (
          <li
            key={tag}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            dir="auto"
            // Before the field loses the focus, and without it doing so.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(tag)}
          >
            {tag}
          </li>
        ))}
      </ul>
    </div>
  );
}
