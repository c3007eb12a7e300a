import { liveQuery } from "dexie";
import { Database } from "../store/database.ts";
import { createAnswers } from "./answers.ts";
import { followStore } from "./follow.ts";
import { INDEX_LOCK } from "./forget.ts";
import type { Asked, RequestName, Told } from "./requests.ts";
import { createIndexShelf } from "./saved-index.ts";

/**
 * The search, in a thread of its own: a page asks, and shows meanwhile what it has. The index is opened with the first
 * question and follows the store from then on.
 */

const tell = (told: Told, transfer: Transferable[] = []): void => postMessage(told, { transfer });

const database = new Database();
const followed = followStore(database, createIndexShelf(), (progress) => tell({ kind: "progress", ...progress }));
const answers = createAnswers(database, followed);

/** One after the other: what catches up must not be asked meanwhile. */
let last: Promise<unknown> = Promise.resolve();
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const next = last.then(work, work);
  last = next;
  return next;
};

/** Pages may open at once: one of them makes or saves an index, and the others take what it has saved. */
const catchUp = (): Promise<void> => navigator.locks.request(INDEX_LOCK, () => followed.catchUp());

/** How long writes are waited for that follow one another, in milliseconds. */
const REST = 50;
let timer: ReturnType<typeof setTimeout> | undefined;
let isFollowing = false;

function follow(): void {
  if (isFollowing) return;
  isFollowing = true;
  let isFirst = true;
  liveQuery(() => database.changes.toCollection().lastKey()).subscribe({
    next() {
      if (!isFirst) {
        clearTimeout(timer);
        timer = setTimeout(() => void inTurn(catchUp).then(() => tell({ kind: "changed" })), REST);
      }
      isFirst = false;
    },
    // Whoever asks next hears of it.
    error() {},
  });
}

async function answer<Name extends RequestName>({ number, name, input }: Asked<Name>): Promise<void> {
  try {
    await catchUp();
    follow();
    const value = await answers[name](input);
    const transfer =
      typeof value === "object" && value !== null && "rows" in value ? [(value.rows as Int32Array).buffer] : [];
    tell({ kind: "answer", number, value }, transfer);
  } catch (error) {
    tell({ kind: "failed", number, problem: String(error) });
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Asked>) => void inTurn(() => answer(data)));
