/** The outcome of a call that may fail. An `Error` does not survive the way between contexts; this does. */
export type Result<T, E = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Why a call failed: a code for the program and a sentence for the log. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
}

export type FailureCode =
  /** The call's input is not of the documented form. */
  | "invalid-input"
  /** The sender may not make this call. */
  | "forbidden"
  /** What the call is about does not exist (any more). */
  | "not-found"
  /** Something else was done in between, so that what was asked for is no longer next. */
  | "superseded"
  /** The browser refused to store more. */
  | "storage-full"
  /** The database can't be opened or written. */
  | "storage-failed"
  /** It was asked for in a private window, and the user has not allowed that anything of those is kept. */
  | "private"
  /** The recogniser's model file is damaged or missing. */
  | "model-damaged"
  /** The other side could not be reached. */
  | "unreachable"
  /** A bug on the other side. */
  | "internal";

export function success<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function failure(code: FailureCode, message: string): Result<never> {
  return { ok: false, error: { code, message } };
}
