/** The range that the reader has selected, or `null` where that is nothing, or text that the reader is typing. */
export function selectedRange(): Range | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (range.toString().trim() === "") return null;
  const container = range.commonAncestorContainer;
  const element = container instanceof Element ? container : container.parentElement;
  if (element?.closest("input, textarea, select, [contenteditable]:not([contenteditable=false])")) return null;
  return range;
}
