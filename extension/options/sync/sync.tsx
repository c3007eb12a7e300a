import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { syncState } from "../../store/sync-queries.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import { Unsettled } from "../../views/sync/unsettled.tsx";
import { More } from "./more.tsx";
import { SetUp } from "./set-up.tsx";
import { Status } from "./status.tsx";

/** The same notes on several machines: setting that up, how it is, and what only the user can settle. */
export function Sync({ database }: { readonly database: Database }) {
  const stored = useLiveQuery(() => syncState(database), [database]);
  const state = stored.state === "ready" ? stored.value : null;
  return (
    <section id="sync" aria-labelledby="sync-title">
      <h2 id="sync-title">{message("syncTitle")}</h2>
      <p class="soft">{message("syncHint")}</p>
      {stored.state === "ready" && state === null && <SetUp known={null} />}
      {state !== null && (
        <>
          <Unsettled database={database} />
          <Status state={state} />
          {state.progress.problem === "rebuilt" && <SetUp known={state.setup.server} />}
          <More setup={state.setup} />
        </>
      )}
    </section>
  );
}
