import { useEffect, useState } from "preact/hooks";
import browser, { type Commands } from "webextension-polyfill";
import { message } from "../locale/message.ts";

/** Where Chromium has its list of shortcuts; Firefox opens its own when it is asked to. */
const CHROMIUM_LIST = "chrome://extensions/shortcuts";

/** Which keys do what. The browser keeps and changes them: no more than a few can have keys from the start. */
export function Shortcuts() {
  const commands = useCommands();
  return (
    <section id="shortcuts" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{message("optionsShortcuts")}</h2>
      <p class="soft">{message("optionsShortcutsHint")}</p>
      {commands.length > 0 && (
        <ul>
          {inOrder(commands).map(({ name, description, shortcut }) => (
            <li key={name}>
              <p class="what">{description}</p>
              {shortcut ? <kbd>{shortcut}</kbd> : <span class="soft">{message("noShortcut")}</span>}
            </li>
          ))}
        </ul>
      )}
      <p class="actions">
        <button type="button" onClick={() => void changeShortcuts()}>
          {message("changeShortcuts")}
        </button>
      </p>
    </section>
  );
}

/** The commands as they are listed: what is done to words first, then the ways to go, then what is rarely wanted. */
const ORDER = [
  "highlight",
  "highlight-and-note",
  "next-mark",
  "previous-mark",
  "next-name",
  "previous-name",
  "open-panel",
  "open-library",
  "toggle-highlights",
  "undo",
  "redo",
];

const inOrder = (commands: readonly Commands.Command[]): readonly Commands.Command[] => {
  const placeOf = ({ name = "" }: Commands.Command): number => ORDER.indexOf(name);
  return commands.toSorted((a, b) => placeOf(a) - placeOf(b));
};

/** The commands as they are now: they are changed in another tab, so they are asked for again whenever this one is shown. */
function useCommands(): readonly Commands.Command[] {
  const [commands, setCommands] = useState<readonly Commands.Command[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    const ask = async (): Promise<void> => {
      const all = await browser.commands.getAll();
      // A browser may list its own, such as the opening of the popup, and has no words for them.
      if (!controller.signal.aborted) setCommands(all.filter(({ description }) => description));
    };
    void ask();
    document.addEventListener("visibilitychange", () => void ask(), { signal: controller.signal });
    addEventListener("focus", () => void ask(), { signal: controller.signal });
    return () => controller.abort();
  }, []);
  return commands;
}

async function changeShortcuts(): Promise<void> {
  const { commands, tabs } = browser as typeof browser & {
    readonly commands: { openShortcutSettings?(): Promise<void> };
  };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await tabs.create({ url: CHROMIUM_LIST });
}
