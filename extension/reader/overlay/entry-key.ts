/** Whether the key was pressed that goes around the parts of a window, in browsers and desktops alike. */
export function isEntryKey({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key === "F6" && !ctrlKey && !altKey && !metaKey;
}
