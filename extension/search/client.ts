import type { Asked, RequestName, Requests, Told } from "./requests.ts";

/** What the search tells of itself. */
export type SearchNews =
  { readonly kind: "changed" } | { readonly kind: "progress"; readonly done: number; readonly total: number };

/** The search of one page. */
export interface SearchClient {
  /**
   * Asks the worker. Gives `null` where the same was asked again, about something else, before this was begun: what is
   * typed overtakes what was typed. Rejects where the worker fails.
   */
  ask<Name extends RequestName>(name: Name, input: Requests[Name]["takes"]): Promise<Requests[Name]["gives"] | null>;
  /** Is told of changes, and of how far the making of an index has come. Gives what ends that. */
  watch(listener: (news: SearchNews) => void): () => void;
}

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (value: never) => void;
  readonly reject: (problem: Error) => void;
}

/** The requests that do not overtake each other: each list asks for its own rows. */
const TOGETHER: ReadonlySet<RequestName> = new Set<RequestName>(["describe", "idsOf"]);

/** @param start starts the worker, with the first question. */
export function createSearch(start: () => Worker = startWorker): SearchClient {
  let worker: Worker | null = null;
  let count = 0;
  /** What the worker is at, by its number. */
  const sent = new Map<number, Waiting>();
  /** What waits for another of its name, at most one of each. */
  const next = new Map<RequestName, Waiting>();
  const listeners = new Set<(news: SearchNews) => void>();

  const send = (waiting: Waiting): void => {
    sent.set(waiting.asked.number, waiting);
    (worker ??= listenTo(start())).postMessage(waiting.asked, []);
  };
  const isAt = (name: RequestName): boolean => [...sent.values()].some(({ asked }) => asked.name === name);
  const end = (number: number): Waiting | undefined => {
    const waiting = sent.get(number);
    sent.delete(number);
    const following = waiting === undefined ? undefined : next.get(waiting.asked.name);
    if (following !== undefined) {
      next.delete(following.asked.name);
      send(following);
    }
    return waiting;
  };
  const listenTo = (started: Worker): Worker => {
    started.addEventListener("message", ({ data }: MessageEvent<Told>) => {
      if (data.kind === "answer") end(data.number)?.resolve(data.value as never);
      else if (data.kind === "failed") end(data.number)?.reject(new Error(data.problem));
      else for (const listener of listeners) listener(data);
    });
    // It is gone: whoever waits is told, and the next question starts another.
    started.addEventListener("error", ({ message }) => {
      worker = null;
      const all = [...sent.values(), ...next.values()];
      sent.clear();
      next.clear();
      for (const { reject } of all) reject(new Error(message));
    });
    return started;
  };

  return {
    ask: (name, input) =>
      new Promise((resolve, reject) => {
        count += 1;
        const waiting: Waiting = { asked: { number: count, name, input }, resolve, reject };
        if (TOGETHER.has(name) || !isAt(name)) {
          send(waiting);
          return;
        }
        next.get(name)?.resolve(null as never);
        next.set(name, waiting);
      }),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const startWorker = (): Worker => new Worker("/search/worker.js");
