import { useEffect, useState } from "preact/hooks";
import { message } from "../locale/message.ts";

/** After how long an import says that it takes a while, in milliseconds. */
const PATIENCE = 1_000;

/** What stands there while a backup is taken up: in one piece, so there is no telling how far it is. */
export function Importing() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="notice">
      <p>{message("importing")}</p>
      {isLong && (
        <>
          <progress aria-label={message("importLabel")} />
          <p class="soft">{message("importingLong")}</p>
        </>
      )}
    </div>
  );
}
