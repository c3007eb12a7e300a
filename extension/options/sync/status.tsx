import { callBackground } from "../../calls/call.ts";
import { countText, instantText, message, plural } from "../../locale/message.ts";
import type { SyncState } from "../../store/sync-queries.ts";
import { askForAccess } from "./access.ts";
import { problemText } from "./problem-text.ts";

/** How the sync is: when all was last the same, what waits, what is wrong and what to do about it. */
export function Status({ state }: { readonly state: SyncState }) {
  const { setup, progress, waiting, untaken, refused } = state;
  const { problem, working, last } = progress;
  const syncNow = async (): Promise<void> => {
    // The browser may have been told meanwhile that the extension may go nowhere by itself.
    await askForAccess(setup.server.address);
    await callBackground("syncNow", null);
  };
  return (
    <>
      <p class="now">{message("syncJoined", setup.server.database, setup.server.address)}</p>
      <div role="status">
        <p class="last">{last === null ? message("syncNotYet") : message("syncLast", instantText(last))}</p>
        {waiting !== null && waiting > 0 && <p class="waiting">{plural("syncWaiting", waiting)}</p>}
        {untaken > 0 && <p class="untaken">{plural("syncUntaken", untaken)}</p>}
        {refused !== null && refused > 0 && <p class="refused">{plural("syncRefused", refused)}</p>}
        {setup.isPaused && <p class="paused">{message("syncIsPaused")}</p>}
      </div>
      {working !== null && !setup.isPaused && (
        <p class="working">
          <progress max={working.total} value={working.done} />{" "}
          {message("syncWorking", countText(working.done), countText(working.total))}
        </p>
      )}
      {problem !== null && !setup.isPaused && (
        <p class="notice error problem" role="alert">
          {problemText(problem)} {problem !== "rebuilt" && problem !== "no-database" && message("syncTriesAgain")}
        </p>
      )}
      <p class="actions">
        <button type="button" class="sync-now" disabled={setup.isPaused} onClick={() => void syncNow()}>
          {message("syncNow")}
        </button>
        <button
          type="button"
          class="pause"
          onClick={() => void callBackground("pauseSync", { isPaused: !setup.isPaused })}
        >
          {message(setup.isPaused ? "syncGoOn" : "syncPause")}
        </button>
      </p>
    </>
  );
}
