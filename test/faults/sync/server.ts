import type { Answer, Server } from "../../../extension/sync/server.ts";
import type { Random } from "../random.ts";

interface Kept {
  readonly rev: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/** A server in memory, as all machines of one history share it. */
export interface Shared {
  readonly documents: Map<string, Kept>;
  at: number;
  /** How likely a request is lost, or its answer, or comes twice; 0 where the network is whole. */
  trouble: number;
}

export const createShared = (): Shared => ({ documents: new Map(), at: 0, trouble: 0 });

/** One machine's way to the server, on which messages are lost and repeated. `meanwhile` happens while a request is under way. */
export function serverFor(shared: Shared, random: Random, meanwhile: () => Promise<void>): Server {
  const over = async <T>(work: () => T): Promise<Answer<T>> => {
    await meanwhile();
    if (random.chance(shared.trouble)) return { ok: false, problem: "unreachable" };
    let value = work();
    if (random.chance(shared.trouble)) value = work();
    if (random.chance(shared.trouble)) return { ok: false, problem: "slow" };
    return { ok: true, value };
  };
  const found = (id: string) => {
    const kept = shared.documents.get(id);
    return kept === undefined ? null : { id, rev: kept.rev, isDeleted: false, content: kept.content };
  };
  return {
    state: () => over(() => ({ count: shared.documents.size, last: shared.at })),
    create: () => over(() => null),
    remove: () => over(() => null),
    document: (id) => over(() => found(id)),
    documents: (ids) => over(() => ids.map(found).filter((one) => one !== null)),
    leaves: (id) => over(() => [found(id)].filter((one) => one !== null)),
    changes: (since, limit) =>
      over(() => {
        const after = [...shared.documents].filter(([, { at }]) => at > Number(since ?? 0));
        const some = after.toSorted(([, a], [, b]) => a.at - b.at).slice(0, limit);
        const last = some.at(-1)?.[1].at ?? Number(since ?? 0);
        return { changes: some.map(([id, { rev }]) => ({ id, revs: [rev], isDeleted: false })), last };
      }),
    awaitChange: (since) => over(() => ({ changes: [], last: since ?? 0 })),
    write: (sent) =>
      over(() =>
        sent.map(({ id, rev, content }) => {
          if ((shared.documents.get(id)?.rev ?? null) !== rev || content === null) return { id, outcome: "conflict" };
          const [number = "0"] = (rev ?? "0").split("-");
          const next = `${Number(number) + 1}-${random.word(8)}`;
          shared.at += 1;
          shared.documents.set(id, { rev: next, content, at: shared.at });
          return { id, outcome: "taken", rev: next };
        }),
      ),
  };
}
