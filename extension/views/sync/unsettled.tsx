import type { Settlement } from "../../../src/sync/edited.ts";
import { callBackground } from "../../calls/call.ts";
import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { type Unsettled as Item, unsettledNotes } from "../../store/sync-queries.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";

/** What two machines said of one note without knowing of each other, side by side, for the user to settle. */
export function Unsettled({ database }: { readonly database: Database }) {
  const found = useLiveQuery(() => unsettledNotes(database), [database]);
  const items = found.state === "ready" ? found.value : [];
  if (items.length === 0) return null;
  return (
    <div class="unsettled">
      <h3>{message("syncSettleTitle")}</h3>
      <ul class="list">
        {items.map((item) => (
          <li key={item.place}>
            <OneUnsettled item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function OneUnsettled({ item: { place, about, title, texts, isDeletionContested } }: { readonly item: Item }) {
  const settle = (settlement: Partial<Settlement>): void =>
    void callBackground("settleSync", { place, text: null, isDeleted: false, ...settlement });
  return (
    <div class="what">
      <p dir="auto">
        <b>{about}</b>
      </p>
      {title !== "" && (
        <p class="soft" dir="auto">
          {title}
        </p>
      )}
      {isDeletionContested && <p>{message("syncContested")}</p>}
      {texts.length > 0 && <p>{message("syncTwoTexts")}</p>}
      {texts.length > 0 && (
        <div class="texts">
          {texts.map((text) => (
            <div key={text} class="text">
              <p dir="auto">{text}</p>
              <button type="button" onClick={() => settle({ text })}>
                {message("syncKeepText")}
              </button>
            </div>
          ))}
        </div>
      )}
      <p class="actions">
        {texts.length > 0 && (
          <button type="button" class="both" onClick={() => settle({ text: texts.join("\n\n") })}>
            {message("syncKeepBoth")}
          </button>
        )}
        {isDeletionContested && texts.length === 0 && (
          <button type="button" class="keep" onClick={() => settle({})}>
            {message("syncKeepIt")}
          </button>
        )}
        {isDeletionContested && (
          <button type="button" class="danger" onClick={() => settle({ isDeleted: true })}>
            {message("syncDeleteIt")}
          </button>
        )}
      </p>
    </div>
  );
}
