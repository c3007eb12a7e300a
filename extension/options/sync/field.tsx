interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (typed: string) => void;
  readonly isSecret: boolean;
  /** The field's class. */
  readonly name: string;
  readonly placeholder?: string;
  /** The id of what explains it. */
  readonly describedBy?: string;
}

/** A line to type in that no browser fills in or corrects: an address, a name, something secret. */
export function Field({ label, value, onInput, isSecret, name, placeholder = "", describedBy }: FieldProps) {
  const same = {
    class: name,
    dir: "ltr",
    autocomplete: "off",
    spellcheck: false,
    placeholder,
    value,
    "aria-describedby": describedBy,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => onInput(currentTarget.value),
  } as const;
  return (
    <label>
      {label}
      {isSecret ? <input {...same} type="password" /> : <input {...same} type="text" />}
    </label>
  );
}
