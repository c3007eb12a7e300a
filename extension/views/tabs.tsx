import type { ComponentChildren } from "preact";

export interface Tab {
  readonly id: string;
  readonly title: string;
  /** Shown beside the title; `null` for none. */
  readonly count: number | null;
  readonly view: () => ComponentChildren;
}

interface TabsProps {
  readonly tabs: readonly Tab[];
  readonly current: string;
  readonly onChoose: (id: string) => void;
}

/** Tabs in the pattern that keyboards and screen readers know: arrow keys move between them, Tab goes to the panel. */
export function Tabs({ tabs, current, onChoose }: TabsProps) {
  const index = Math.max(
    0,
    tabs.findIndex(({ id }) => id === current),
  );
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === "rtl";
    const steps: Record<string, number> = {
      ArrowRight: isRightToLeft ? -1 : 1,
      ArrowLeft: isRightToLeft ? 1 : -1,
      Home: -index,
      End: tabs.length - 1 - index,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next.id);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  const shown = tabs[index];
  return (
    <>
      <div class="tabs" role="tablist" onKeyDown={move}>
        {tabs.map(({ id, title, count }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === shown?.id}
            aria-controls="panel"
            tabIndex={id === shown?.id ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {title} {count !== null && <span class="count">{count}</span>}
          </button>
        ))}
      </div>
      <div id="panel" key={shown?.id} role="tabpanel" aria-labelledby={`tab-${shown?.id}`} tabIndex={-1}>
        {shown?.view()}
      </div>
    </>
  );
}
