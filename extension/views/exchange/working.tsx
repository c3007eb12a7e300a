import { message } from "../../locale/message.ts";
import type { Work } from "./use-work.ts";

/** How far a piece of work is, with the way to end it; nothing where none runs. */
export function Working({ work, label }: { readonly work: Work; readonly label: string }) {
  return (
    <>
      {work.share !== null && (
        <div class="notice working">
          <span>{label}</span>
          <progress aria-label={label} value={work.share} max={1} />
          <button type="button" onClick={work.cancel}>
            {message("cancel")}
          </button>
        </div>
      )}
      {work.problem !== null && (
        <p class="notice error" role="alert">
          {work.problem}
        </p>
      )}
    </>
  );
}
