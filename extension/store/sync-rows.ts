import type { SyncProblem } from "../calls/sync-answers.ts";

/** The keys of the two rows: how the sync is set up, which changes seldom, and how far it is. */
export const SETUP = "setup";
export const PROGRESS = "progress";

/** Where the user's database is. */
export interface SyncServer {
  /** The server's address, without a slash at its end. */
  readonly address: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

/** The keys of one database. Browsers keep them without giving them out. */
export interface SyncKeys {
  readonly seal: CryptoKey;
  readonly names: CryptoKey;
}

/** How the sync is set up. */
export interface SyncSetup {
  readonly name: typeof SETUP;
  readonly server: SyncServer;
  /** Which making of the database this machine has joined: one that was made anew has another. */
  readonly epoch: string;
  readonly keys: SyncKeys;
  readonly isPaused: boolean;
}

/** How far the sync is. */
export interface SyncProgress {
  readonly name: typeof PROGRESS;
  /** Up to where the server's changes are taken; `null` where none is. */
  readonly since: string | number | null;
  /** Whether the server seems to have lost something: what it has is compared with all that is known of it. */
  readonly mustCompare: boolean;
  /** When all was last the same here and there: ISO instant. */
  readonly last: string | null;
  readonly problem: SyncProblem | null;
  /** How often in a row it has failed. */
  readonly failures: number;
  /** What is done of what is to be done just now, in records; `null` where nothing is. */
  readonly working: { readonly done: number; readonly total: number } | null;
}

export type SyncRow = SyncSetup | SyncProgress;

export const NO_PROGRESS: SyncProgress = {
  name: PROGRESS,
  since: null,
  mustCompare: false,
  last: null,
  problem: null,
  failures: 0,
  working: null,
};
