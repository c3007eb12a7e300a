import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange, IDBObjectStore } from "fake-indexeddb";
import type { Machine } from "./machine.ts";

/** The databases of a machine, with the ways in which a browser's fail. */

interface Request {
  readonly error: DOMException;
  onerror?: (event: object) => void;
}

/** An opening that fails, as a browser tells of it. */
function refusedRequest(): IDBOpenDBRequest {
  const request: Request = { error: new DOMException("the backing store could not be opened", "UnknownError") };
  setImmediate(() => request.onerror?.({ target: request, preventDefault: () => {}, stopPropagation: () => {} }));
  return request as unknown as IDBOpenDBRequest;
}

/** What a browser does where the disk is full: it takes what is asked, and gives the transaction up. */
function abortWhereFull(isFull: () => boolean): void {
  for (const name of ["add", "put"] as const) {
    // oxlint-disable-next-line typescript/unbound-method -- it is called on its own object below
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function put(this: IDBObjectStore, ...given: Parameters<typeof write>) {
      const request = write.apply(this, given);
      // oxlint-disable-next-line no-underscore-dangle -- the only way in: none but the browser gives an error to an abort
      if (isFull()) (this.transaction as IDBTransaction & { _abort(error: string): void })._abort("QuotaExceededError");
      return request;
    };
  }
}

let machine: Machine | null = null;
abortWhereFull(() => machine?.isFull === true);

/** Gives a machine an empty disk, which everything that opens a database from now on opens it on. */
export function insertDisk(into: Machine): IDBFactory {
  machine = into;
  const disk = new IDBFactory();
  const indexedDB = {
    open: (name: string, version?: number) => (into.isRefused ? refusedRequest() : disk.open(name, version)),
    deleteDatabase: (name: string) => disk.deleteDatabase(name),
    databases: () => disk.databases(),
    cmp: (a: unknown, b: unknown) => disk.cmp(a, b),
  };
  Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });
  return disk;
}
