import { useId, useState } from "preact/hooks";
import { NAME_LIMIT } from "../../../src/annotation/records/name.ts";
import type { Choice } from "../../../src/reading/choices.ts";
import { completeName, namedExactly } from "../../../src/reading/complete-name.ts";
import { message } from "../../locale/message.ts";
import { kindText } from "../texts/voice-text.ts";
import type { ChooserProps } from "./choice-list.tsx";

/** One line of the list: somebody of the article, the name as it was typed, or nobody. */
interface Option {
  readonly key: string;
  readonly text: string;
  readonly detail: string | null;
  readonly chosen: Pick<Choice, "kind" | "name"> | null;
}

/**
 * A choice of what the article says or, where any name may be meant, of a name that is typed: the combobox with a list of
 * WAI-ARIA's Authoring Practices. Typing narrows the list; the arrow keys go through it; Enter takes what is marked, or
 * else what is typed; Escape closes the list, and nothing else. A typed name is the user's own: this field stands on the extension's own pages, never on a page.
 */
export function NameField({ label, choices, isFree, action, onChoose }: ChooserProps) {
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const id = useId();
  const options = optionsFor(typed, choices, isFree);
  const marked = isOpen ? options[active] : undefined;
  const exact = namedExactly(typed, choices);
  const meant =
    marked ?? options.find(({ chosen }) => chosen !== null && chosen.name === (exact?.name ?? typed.trim()));

  const take = (option: Option | undefined): void => {
    if (option !== undefined) onChoose(option.chosen);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const closes = event.key === "Escape" && isOpen;
    if (step === undefined && event.key !== "Enter" && !closes) return;
    event.preventDefault();
    // What is around must not hear a key that was for the list.
    event.stopPropagation();
    setOpen(!closes);
    if (closes) return setActive(-1);
    if (step === undefined) return take(meant);
    // One place before the first is the field itself.
    const next = ((active + 1 + step + options.length + 1) % (options.length + 1)) - 1;
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div class="chooser">
      <label for={`${id}-field`}>{label}</label>
      <div class="choice">
        <input
          id={`${id}-field`}
          dir="auto"
          role="combobox"
          autocomplete="off"
          maxLength={NAME_LIMIT}
          placeholder={message(isFree ? "typeOrChoose" : "chooseName")}
          aria-autocomplete="list"
          aria-expanded={isOpen && options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={marked === undefined ? undefined : `${id}-${active}`}
          value={typed}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setOpen(true);
            setActive(-1);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={pressed}
        />
        <button type="button" class="primary" aria-disabled={meant === undefined} onClick={() => take(meant)}>
          {action}
        </button>
      </div>
      <ul class="options" id={`${id}-list`} role="listbox" aria-label={label} hidden={!isOpen || options.length === 0}>
        {options.map(({ key, text, detail }, index) => (
          <li
            key={key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // Before the field loses the focus, and without it doing so.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(options[index])}
          >
            <span dir="auto">{text}</span>
            {detail !== null && <span class="soft"> {detail}</span>}
          </li>
        ))}
      </ul>
      <p class="soft" role="status">
        {options.length === 0 ? message("noSuchName") : ""}
      </p>
    </div>
  );
}

function optionsFor(typed: string, choices: readonly Choice[], isFree: boolean): Option[] {
  const name = typed.trim().replace(/\s+/g, " ");
  const listed = completeName(typed, choices).map((choice) => ({
    key: `${choice.kind} ${choice.name}`,
    text: choice.name,
    detail: choice.role ?? kindText(choice),
    chosen: { kind: choice.kind, name: choice.name },
  }));
  if (!isFree) return listed;
  const own =
    name === "" || namedExactly(typed, choices) !== null
      ? []
      : [{ key: "typed", text: message("useTyped", name), detail: null, chosen: { kind: "source" as const, name } }];
  const nobody = { key: "nobody", text: message("nobodyNamed"), detail: null, chosen: null };
  return [...listed, ...own, nobody];
}
