import { readdirSync, readFileSync } from "node:fs";

/** How often memory is looked at, in milliseconds: each look takes some of the processor itself. */
const PACE = 100;
/** How many of the system's ticks a second has (`getconf CLK_TCK`): 100 on every Linux that browsers run on. */
const TICKS = 100;

/** What a browser took while something was done. */
export interface Cost {
  /** Private memory above what it was before, at the worst moment, in megabytes: of the extension's own process, and of all processes. */
  readonly own: number;
  readonly all: number;
  /** Seconds of the processor's clock, of all processes. */
  readonly cpu: number;
}

interface Process {
  readonly parent: number;
  readonly isExtension: boolean;
  /** Memory of its own, in bytes: what other processes share, and files, aside. */
  readonly memory: number;
  readonly cpu: number;
}

/** Does `work` and tells what the browser that this process has started took for it, as Linux counts it (proc(5)). */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const before = total();
  let [own, all] = [before.own, before.all];
  const timer = setInterval(() => {
    const now = total();
    own = Math.max(own, now.own);
    all = Math.max(all, now.all);
  }, PACE);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  const megabytes = (bytes: number): number => bytes / 1_000_000;
  return { own: megabytes(own - before.own), all: megabytes(all - before.all), cpu: total().cpu - before.cpu };
}

function total(): Cost {
  const processes = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const process = read(name);
        return process === null ? [] : [[Number(name), process] as const];
      }),
  );
  const isOurs = (id: number): boolean => {
    const parent = processes.get(id)?.parent;
    return parent !== undefined && (parent === process.pid || isOurs(parent));
  };
  const ours = [...processes].filter(([id]) => isOurs(id)).map(([, one]) => one);
  const sum = (some: readonly Process[], of: "memory" | "cpu"): number => some.reduce((all, one) => all + one[of], 0);
  return {
    own: sum(
      ours.filter(({ isExtension }) => isExtension),
      "memory",
    ),
    all: sum(ours, "memory"),
    cpu: sum(ours, "cpu"),
  };
}

/** A process as it is now; `null` where it has just ended. */
function read(id: string): Process | null {
  try {
    // The second field is a name, which may hold blanks, in round brackets.
    const fields = readFileSync(`/proc/${id}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ")
      .map(Number);
    const status = readFileSync(`/proc/${id}/status`, "latin1");
    return {
      parent: fields[1] ?? 0,
      isExtension: readFileSync(`/proc/${id}/cmdline`, "latin1").includes("--extension-process"),
      memory: Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024,
      cpu: ((fields[11] ?? 0) + (fields[12] ?? 0)) / TICKS,
    };
  } catch {
    return null;
  }
}
