import { unnamed } from "./page/unnamed.ts";

/**
 * What reaches us from a page comes through here. A page's scripts can make up every event, on every node that they can
 * name; `isTrusted` is the browser's word that it made the event itself, and no script can set it. The linter refuses
 * a listener that is added in another way.
 */

/** The events of a target by name. */
type EventsOf<Target> = Target extends Window
  ? WindowEventMap
  : Target extends Document
    ? DocumentEventMap
    : Target extends AbortSignal
      ? AbortSignalEventMap
      : Target extends MediaQueryList
        ? MediaQueryListEventMap
        : HTMLElementEventMap;

/** An event that a script makes up must not use a listener up. */
type ListenOptions = Omit<AddEventListenerOptions, "once">;

/** Listens to what the user or the browser does. What a script makes up is not heard. Gives what ends it. */
export function listen<Target extends EventTarget, Name extends keyof EventsOf<Target> & string>(
  target: Target,
  name: Name,
  hear: (event: EventsOf<Target>[Name]) => void,
  options: ListenOptions = {},
): () => void {
  const heard = (event: Event): void => {
    if (event.isTrusted) hear(event as EventsOf<Target>[Name]);
  };
  const asked = unnamed(target);
  asked.addEventListener(name, heard, options);
  return () => asked.removeEventListener(name, heard, options);
}

/**
 * Listens to hints that something of the page's own may have changed, which its scripts may give as well as the browser.
 * `look` is told nothing of the event: it finds out for itself, and finds the same whoever gave the hint.
 */
export function takeHints(
  target: Pick<EventTarget, "addEventListener">,
  name: string,
  look: () => void,
  options: ListenOptions,
): void {
  target.addEventListener(name, () => look(), options);
}

/** Events of elements for which the browser has no handler's attribute. */
const WITHOUT_ATTRIBUTE = ["focusin", "focusout", "compositionstart", "compositionupdate", "compositionend"];

/** Every event that an element can be the target of, by the handlers that the browser knows. */
function elementEvents(): ReadonlySet<string> {
  const names = new Set(WITHOUT_ATTRIBUTE);
  for (const property in HTMLElement.prototype) if (property.startsWith("on")) names.add(property.slice(2));
  return names;
}

/**
 * Has nothing in a closed tree hear or answer an event that a script made up, nor a click that does not lie on what it
 * is said to be on. To be called before anything is in the tree: the first listener of all is heard first.
 */
export function guardTree(root: ShadowRoot): void {
  const refuse = (event: Event): void => {
    if (event.isTrusted && !isElsewhere(event, root)) return;
    event.stopImmediatePropagation();
    // Nor does the browser answer it: unfold, tick, submit, follow a link.
    event.preventDefault();
  };
  for (const name of elementEvents()) root.addEventListener(name, refuse, { capture: true, passive: false });
}

/**
 * Whether a click of a mouse, finger or pen has another place than the element that it was sent to. Firefox names
 * elements of closed trees to a page, and who can name an element can have it capture the pointer: a press anywhere else
 * becomes a click on it.
 */
function isElsewhere(event: Event, root: ShadowRoot): boolean {
  if (event.type !== "click" || !(event instanceof PointerEvent) || event.pointerType === "") return false;
  const [target] = event.composedPath();
  const hit = root.elementFromPoint(event.clientX, event.clientY);
  if (hit === null || !(target instanceof Node)) return true;
  // A click on a label is one on its field too.
  return !target.contains(hit) && hit.closest("label")?.control !== target;
}
