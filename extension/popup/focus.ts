/**
 * Moves the focus out of the list item `id`, which is about to go, to the next one, to the one before, or to the panel:
 * what had the focus must not vanish with it.
 */
export function focusBeside(list: HTMLElement | null, id: string): void {
  const items = [...(list?.querySelectorAll<HTMLElement>("[data-id]") ?? [])];
  const at = items.findIndex((item) => item.dataset["id"] === id);
  if (at >= 0 && !items[at]?.contains(document.activeElement)) return;
  const neighbour = items[at + 1] ?? items[at - 1];
  const target = neighbour?.querySelector<HTMLElement>("button") ?? document.querySelector<HTMLElement>("#panel");
  target?.focus();
}
