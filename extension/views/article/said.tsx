interface SaidProps {
  /** How it stands in the article, for people. */
  readonly type: string;
  readonly text: string;
  /** By which others name it as what describes them. */
  readonly id?: string;
  /** What a press does, where that is not plain. */
  readonly title?: string;
  /** Whether it is what the user reads on the page. */
  readonly isCurrent?: boolean;
  readonly onGo: () => void;
}

/** What somebody said, in a list of statements: a press leads to it in its article. */
export function Said({ type, text, isCurrent = false, onGo, ...attributes }: SaidProps) {
  return (
    <button type="button" {...attributes} aria-current={isCurrent ? "true" : undefined} onClick={onGo}>
      <span class="soft">{type}</span>
      <span dir="auto">{text}</span>
    </button>
  );
}
