import { useState } from "preact/hooks";
import { callBackground } from "../../calls/call.ts";
import type { SyncLook } from "../../calls/sync-answers.ts";
import { countText, message, type MessageKey } from "../../locale/message.ts";
import type { SyncServer } from "../../store/sync-rows.ts";
import { isDatabaseName, serverAddress } from "../../sync/address.ts";
import { serverFrom } from "../../sync/code.ts";
import { SHORTEST, suggestPassphrase } from "../../sync/passphrase.ts";
import { askForAccess } from "./access.ts";
import { Field } from "./field.tsx";
import { useAsking } from "./use-asking.ts";

const FIELDS: readonly { readonly name: keyof SyncServer; readonly label: MessageKey; readonly isSecret?: true }[] = [
  { name: "address", label: "syncAddress" },
  { name: "database", label: "syncDatabase" },
  { name: "user", label: "syncUser" },
  { name: "password", label: "syncPassword", isSecret: true },
];

/**
 * The way into a sync: where the database is, a test that writes nothing, what would be joined, and only then the start.
 *
 * @param known what to begin with, where a sync is to be joined anew.
 */
export function SetUp({ known }: { readonly known: SyncServer | null }) {
  const [typed, setTyped] = useState<SyncServer>(
    known ?? { address: "", database: "sourceline", user: "", password: "" },
  );
  const [passphrase, setPassphrase] = useState("");
  const [isShown, setShown] = useState(false);
  const [looked, setLooked] = useState<SyncLook | null>(null);
  const asking = useAsking();
  const change = (next: Partial<SyncServer>): void => {
    setTyped({ ...typed, ...next });
    setLooked(null);
  };
  const asked = (): { server: SyncServer; passphrase: string } | MessageKey => {
    const address = serverAddress(typed.address);
    if (address === null) return "syncBadAddress";
    if (!isDatabaseName(typed.database)) return "syncBadDatabase";
    if (passphrase.length < SHORTEST) return "syncShortPassphrase";
    return { server: { ...typed, address }, passphrase };
  };
  const test = async (): Promise<void> => {
    const input = asked();
    if (typeof input === "string") {
      asking.refuse(message(input));
      return;
    }
    if (!(await askForAccess(input.server.address))) asking.refuse(message("syncNoAccess"));
    else setLooked((await asking.ask(() => callBackground("lookAtSync", input)))?.value ?? null);
  };
  const start = async (): Promise<void> => {
    const input = asked();
    if (typeof input !== "string") await asking.ask(() => callBackground("joinSync", input));
  };
  return (
    <form
      class="set-up"
      onSubmit={(event) => {
        event.preventDefault();
        void test();
      }}
    >
      {known === null && (
        <label>
          {message("syncPasteCode")}
          <input
            class="code"
            dir="ltr"
            autocomplete="off"
            onInput={({ currentTarget }) => change(serverFrom(currentTarget.value) ?? {})}
          />
        </label>
      )}
      {FIELDS.map(({ name, label, isSecret = false }) => (
        <Field
          key={name}
          name={name}
          label={message(label)}
          isSecret={isSecret}
          placeholder={name === "address" ? "https://example.com" : ""}
          value={typed[name]}
          onInput={(value) => change({ [name]: value })}
        />
      ))}
      <Field
        name="passphrase"
        label={message("syncPassphrase")}
        isSecret={!isShown}
        describedBy="sync-passphrase-hint"
        value={passphrase}
        onInput={(value) => {
          setPassphrase(value);
          setLooked(null);
        }}
      />
      <p id="sync-passphrase-hint" class="soft">
        {message("syncPassphraseHint")}
      </p>
      <p class="actions">
        <button type="submit" class={looked === null ? "primary" : undefined} disabled={asking.isBusy}>
          {message("syncTest")}
        </button>
        <button
          type="button"
          onClick={() => {
            setPassphrase(suggestPassphrase());
            setShown(true);
            setLooked(null);
          }}
        >
          {message("syncSuggest")}
        </button>
      </p>
      <div role="status">
        {asking.isBusy && <p class="soft">{message("syncAsking")}</p>}
        {looked !== null && (
          <p class="notice preview">
            {looked.isNew
              ? message("syncWouldSend", countText(looked.here))
              : message("syncWouldJoin", countText(looked.there), countText(looked.here))}
            <button type="button" class="primary" disabled={asking.isBusy} onClick={() => void start()}>
              {message("syncStart")}
            </button>
          </p>
        )}
      </div>
      {asking.problem !== null && (
        <p class="notice error" role="alert">
          {asking.problem}
        </p>
      )}
    </form>
  );
}
