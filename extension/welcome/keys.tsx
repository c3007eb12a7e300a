import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { message, type MessageKey } from "../locale/message.ts";

/** The commands that a newcomer needs, as the manifest names them, and what each does. */
const SHOWN = [
  ["highlight", "keyHighlight"],
  ["highlight-and-note", "keyNote"],
  ["open-panel", "keyPanel"],
] as const satisfies readonly (readonly [command: string, text: MessageKey])[];

/** The three keys to begin with, as they are set in this browser. */
export function Keys() {
  const [keys, setKeys] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    void browser.commands
      .getAll()
      .then((commands) => setKeys(new Map(commands.map(({ name = "", shortcut = "" }) => [name, shortcut]))));
  }, []);
  return (
    <section id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{message("welcomeKeys")}</h2>
      <dl>
        {SHOWN.map(([command, text]) => (
          <div key={command}>
            <dt>{keys.get(command) ? <kbd>{keys.get(command)}</kbd> : message("noShortcut")}</dt>
            <dd>{message(text)}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{message("welcomeKeysHint")}</p>
    </section>
  );
}
