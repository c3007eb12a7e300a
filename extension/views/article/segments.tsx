interface SegmentsProps<Value extends string> {
  /** Tells this group from others in the document. */
  readonly name: string;
  readonly label: string;
  /** What the choice is about, where the label alone does not say all of it. */
  readonly title: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly textOf: (value: Value) => string;
  /** What a value means in more words. */
  readonly hintOf?: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}

/** A choice of a few in one line, by mouse or by arrow keys. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { name, label, title, values, chosen, textOf, hintOf, onChoose } = props;
  return (
    <div class={`segments ${name}`} role="radiogroup" aria-label={title}>
      <span title={title}>{label}</span>
      <span class="choices">
        {values.map((value) => (
          <label key={value} title={hintOf?.(value)}>
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>{textOf(value)}</span>
          </label>
        ))}
      </span>
    </div>
  );
}
