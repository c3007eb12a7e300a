import { currentProcess, type Process, runIn } from "./clock.ts";

/** What of a machine outlives everything that runs on it, and what of it may fail. */
export interface Machine {
  /** The extension's own storage. */
  readonly storage: Map<string, unknown>;
  /** What of it lasts only as long as the browser runs. */
  readonly session: Map<string, unknown>;
  /** Whether the disk takes nothing more. */
  isFull: boolean;
  /** Whether the database can't be opened. */
  isRefused: boolean;
  /** How likely it is that the background is ended while it is asked something: before it hears, and before it answers. */
  endsWhenAsked: number;
}

type Changes = Record<string, { readonly newValue?: unknown }>;
type Hear = (message: unknown, sender: object, respond: (answer: unknown) => void) => boolean;

/** What the browser knows of the background that runs now. */
interface Background {
  readonly process: Process;
  readonly hear: Hear[];
  readonly onStorage: ((changes: Changes) => void)[];
}

/** The browser of a machine, as the extension's scripts see it through `browser`. */
export interface Browser {
  machine: Machine;
  background: Background | null;
  /** Starts the background anew, as the browser does when somebody asks it something. */
  start: () => void;
  /** Ends it. */
  end: () => void;
  /** Gives whether something that was likely happens now. */
  happens: (probability: number) => boolean;
}

const never = new Promise<never>(() => {});
const copied = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

/** Whoever has been ended does and hears nothing any more. */
const asLongAsAlive = async <T>(work: () => T | Promise<T>): Promise<T> => {
  const process = currentProcess();
  const isEnded = (): boolean => process?.isAlive === false;
  if (isEnded()) return never;
  // On its way to another process.
  await new Promise((resolve) => setImmediate(resolve));
  if (isEnded()) return never;
  const result = await work();
  return isEnded() ? never : result;
};

function installBrowser(): Browser {
  const world: Browser = {
    machine: { storage: new Map(), session: new Map(), isFull: false, isRefused: false, endsWhenAsked: 0 },
    background: null,
    start: () => {},
    end: () => {},
    happens: () => false,
  };
  const tellOfStorage = (changes: Changes): void => {
    const { background } = world;
    if (background?.process.isAlive)
      for (const hear of background.onStorage) runIn(background.process, () => hear(changes));
  };
  const local = {
    get: (wanted: string | null) =>
      asLongAsAlive(() =>
        copied(
          wanted === null ? Object.fromEntries(world.machine.storage) : { [wanted]: world.machine.storage.get(wanted) },
        ),
      ),
    set: (items: Record<string, unknown>) => {
      const written = copied(items);
      return asLongAsAlive(() => {
        if (world.machine.isFull) throw new Error("the storage is full");
        for (const [key, value] of Object.entries(written)) world.machine.storage.set(key, value);
        tellOfStorage(Object.fromEntries(Object.entries(written).map(([key, newValue]) => [key, { newValue }])));
      });
    },
    remove: (keys: string | string[]) =>
      asLongAsAlive(() => {
        for (const key of [keys].flat()) world.machine.storage.delete(key);
      }),
    onChanged: { addListener: (hear: (changes: Changes) => void) => world.background?.onStorage.push(hear) },
  };
  const session = {
    get: (wanted: string) => asLongAsAlive(() => copied({ [wanted]: world.machine.session.get(wanted) })),
    set: (items: Record<string, unknown>) =>
      asLongAsAlive(() => {
        for (const [key, value] of Object.entries(copied(items))) world.machine.session.set(key, value);
      }),
  };
  const sendMessage = (message: unknown): Promise<unknown> => {
    const sent = copied(message);
    return asLongAsAlive(async () => {
      if (world.happens(world.machine.endsWhenAsked)) {
        world.end();
        throw new Error("the message port closed");
      }
      if (world.background === null) world.start();
      const asked = world.background as Background | null;
      if (asked === null) throw new Error("nobody is there");
      return new Promise((resolve, reject) => {
        const respond = (answer: unknown): void => {
          if (world.happens(world.machine.endsWhenAsked)) world.end();
          if (asked.process.isAlive) resolve(copied(answer));
          else reject(new Error("the message port closed before a response was received"));
        };
        const sender = { id: "sourceline", url: "chrome-extension://sourceline/panel.html" };
        const isHeard = runIn(asked.process, () => asked.hear.some((hear) => hear(sent, sender, respond)));
        if (!isHeard) resolve(undefined);
      });
    });
  };
  const api = {
    runtime: {
      id: "sourceline",
      getURL: (path: string) => `chrome-extension://sourceline/${path}`,
      sendMessage,
      onMessage: { addListener: (hear: Hear) => world.background?.hear.push(hear), removeListener: () => {} },
    },
    extension: { inIncognitoContext: false },
    storage: { local, session },
    tabs: { query: async () => [] },
  };
  Object.assign(globalThis, { browser: api, chrome: api });
  return world;
}

/**
 * The one browser of this program. It is there before the extension's own modules, which look for it as soon as they are
 * imported: so this module is imported first.
 */
export const browser = installBrowser();
