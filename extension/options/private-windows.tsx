import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { message } from "../locale/message.ts";
import { KEEPS_PRIVATE, keepsPrivate } from "../calls/private-window.ts";
import { failureText } from "../ui/texts/failure-text.ts";

/** Whether what is written in private windows is kept. It is not, unless the user wants it. */
export function PrivateWindows() {
  const [isKept, setKept] = useState(false);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    keepsPrivate().then(setKept, () => setFailed(true));
  }, []);
  const choose = async (wanted: boolean): Promise<void> => {
    try {
      await browser.storage.local.set({ [KEEPS_PRIVATE]: wanted });
      setKept(wanted);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <section id="private" aria-labelledby="private-title">
      <h2 id="private-title">{message("optionsPrivate")}</h2>
      <p class="soft">{message("optionsPrivateHint")}</p>
      <label class="choice">
        <input type="checkbox" checked={isKept} onChange={({ currentTarget }) => void choose(currentTarget.checked)} />
        {message("keepPrivate")}
      </label>
      {isFailed && (
        <p class="notice error" role="alert">
          {failureText({ code: "storage-failed" })}
        </p>
      )}
    </section>
  );
}
