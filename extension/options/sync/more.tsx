import { useState } from "preact/hooks";
import { callBackground } from "../../calls/call.ts";
import { message } from "../../locale/message.ts";
import type { SyncSetup } from "../../store/sync-rows.ts";
import { codeFor } from "../../sync/code.ts";
import { later } from "../../ui/later.tsx";
import { SHORTEST } from "../../sync/passphrase.ts";
import { Field } from "./field.tsx";
import { type Asking, useAsking } from "./use-asking.ts";

const QrCode = later(async () => (await import("./qr-code.tsx")).QrCode);

/** What is seldom needed: joining another machine, another passphrase, ending, and starting over. */
export function More({ setup }: { readonly setup: SyncSetup }) {
  return (
    <details class="more">
      <summary>{message("syncMore")}</summary>
      <Code setup={setup} />
      <Passphrase />
      <Ending />
    </details>
  );
}

function Code({ setup }: { readonly setup: SyncSetup }) {
  const [isShown, setShown] = useState(false);
  const code = codeFor(setup.server);
  return (
    <div>
      <p class="actions">
        <button type="button" class="show-code" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {message("syncCode")}
        </button>
      </p>
      {isShown && (
        <>
          <textarea
            class="code"
            dir="ltr"
            readOnly
            rows={3}
            aria-label={message("syncCode")}
            value={code}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <QrCode text={code} label={message("syncQrCode")} />
          <p class="soft">{message("syncCodeHint")}</p>
        </>
      )}
    </div>
  );
}

function Passphrase() {
  const [present, setPresent] = useState("");
  const [next, setNext] = useState("");
  const [isDone, setDone] = useState(false);
  const asking = useAsking();
  const change = async (): Promise<void> => {
    setDone(false);
    if (next.length < SHORTEST) {
      asking.refuse(message("syncShortPassphrase"));
      return;
    }
    const done = await asking.ask(() => callBackground("changeSyncPassphrase", { present, next }));
    if (done === null) return;
    setDone(true);
    setPresent("");
    setNext("");
  };
  return (
    <form
      class="passphrases"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <Field name="present" isSecret label={message("syncPresentPassphrase")} value={present} onInput={setPresent} />
      <Field name="next" isSecret label={message("syncNextPassphrase")} value={next} onInput={setNext} />
      <p class="actions">
        <button type="submit" disabled={asking.isBusy || present === "" || next === ""}>
          {message("syncChangePassphrase")}
        </button>
      </p>
      <div role="status">{isDone && <p class="notice">{message("syncPassphraseChanged")}</p>}</div>
      <Problem asking={asking} />
    </form>
  );
}

function Ending() {
  const [passphrase, setPassphrase] = useState("");
  const asking = useAsking();
  const leave = (isRemoved: boolean): void => void asking.ask(() => callBackground("leaveSync", { isRemoved }));
  return (
    <div class="ending">
      <p class="actions">
        <button type="button" class="leave" disabled={asking.isBusy} onClick={() => leave(false)}>
          {message("syncLeave")}
        </button>
      </p>
      <p class="actions">
        <button type="button" class="danger remove" disabled={asking.isBusy} onClick={() => leave(true)}>
          {message("syncRemove")}
        </button>
      </p>
      <p class="soft">{message("syncRemoveHint")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase.length < SHORTEST) asking.refuse(message("syncShortPassphrase"));
          else void asking.ask(() => callBackground("startSyncOver", { passphrase }));
        }}
      >
        <Field name="again" isSecret label={message("syncPassphrase")} value={passphrase} onInput={setPassphrase} />
        <p class="actions">
          <button type="submit" class="danger start-over" disabled={asking.isBusy || passphrase === ""}>
            {message("syncStartOver")}
          </button>
        </p>
        <p class="soft">{message("syncStartOverHint")}</p>
      </form>
      <Problem asking={asking} />
    </div>
  );
}

const Problem = ({ asking }: { readonly asking: Asking }) =>
  asking.problem === null ? null : (
    <p class="notice error" role="alert">
      {asking.problem}
    </p>
  );
