import type { ComponentChildren } from "preact";

interface LinkListProps {
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A list of links. The arrow keys go through it, as they go through the notes; its other buttons are reached with Tab. */
export function LinkList({ class: more = "", children }: LinkListProps) {
  return (
    <ul class={`list plain-list ${more}`} data-list tabIndex={-1} onKeyDown={goThrough}>
      {children}
    </ul>
  );
}

function goThrough(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const links = [...event.currentTarget.querySelectorAll("a")];
  // From the list itself, which has the focus before any of them, the first one is the next.
  const at = links.findIndex((link) => link === document.activeElement);
  const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
  const to = moves[event.key];
  if (to === undefined) return;
  event.preventDefault();
  links[Math.max(0, Math.min(links.length - 1, to))]?.focus();
}
