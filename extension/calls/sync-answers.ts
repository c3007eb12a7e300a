/** What the sync answers its user. */

/** Why the last try failed; docs/sync.md says what is done about each. */
export type SyncProblem =
  | "unreachable"
  | "slow"
  | "no-access"
  | "wrong-password"
  | "forbidden"
  | "no-database"
  | "rebuilt"
  | "full"
  | "too-long"
  | "busy"
  | "nonsense"
  | "storage";

/** What setting up may fail by besides. */
export type SetupProblem = SyncProblem | "wrong-passphrase" | "not-ours" | "newer";

export type SyncAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: SetupProblem };

/** What would be joined, in records. */
export interface SyncLook {
  /** Whether the database holds nothing of ours yet. */
  readonly isNew: boolean;
  readonly here: number;
  readonly there: number;
}
