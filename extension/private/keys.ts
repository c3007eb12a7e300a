import { isExtensionThere } from "../calls/extension-there.ts";
import type { FrameNews, FrameView } from "../calls/frame-view.ts";
import { listen } from "../dom/trusted.ts";
import { stopsIn } from "../ui/stops.ts";
import { historyKey } from "../ui/texts/history-text.ts";

interface Keyboard {
  readonly main: HTMLElement;
  /** What is shown; `null` for nothing. */
  kind(): FrameView["kind"] | null;
  close(): void;
  tell(news: FrameNews): void;
}

/** How soon after a key the focus goes that the key leads elsewhere, in milliseconds. */
const KEY_TIME = 500;

/** What the keyboard means in a private frame, beside what it means in fields and buttons. */
export function listenToKeys({ main, kind, close, tell }: Keyboard): void {
  /** When the user last pressed a key that may lead out of here, in milliseconds since the document began. */
  let lastOut = -Infinity;

  /** Tab goes round in an editor or list. Below a card, it goes on in what the page shows of the card. */
  const wrap = (event: KeyboardEvent): boolean => {
    const stops = stopsIn(main);
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (document.activeElement !== from) return false;
    if (kind() === "name") tell({ kind: "pass", by: event.shiftKey ? -1 : 1 });
    else to?.focus({ preventScroll: true });
    return true;
  };

  listen(window, "keydown", (event) => {
    if (kind() === null || event.defaultPrevented) return;
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const direction = historyKey(event);
    if (event.key === "Tab" || event.key === "F6") lastOut = event.timeStamp;
    if (direction !== null) tell({ kind: "move-through-history", direction });
    else if (event.key === "Escape") close();
    else if (event.key === "F6" && isPlain) tell({ kind: "leave" });
    else if (event.key !== "Tab" || !wrap(event)) return;
    event.preventDefault();
  });

  // What is typed after an update of the extension nobody can keep: it is not taken, rather than lost later.
  const refuse = (event: Event): void => {
    if (!isExtensionThere()) event.preventDefault();
  };
  listen(window, "beforeinput", refuse, { capture: true });

  listen(window, "blur", (event) => {
    if (kind() === null || main.querySelector("textarea, input") === null) return;
    tell({ kind: "blurred", isByKey: event.timeStamp - lastOut < KEY_TIME });
  });
}
