import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { SearchClient } from "../search/client.ts";
import type { Database } from "../store/database.ts";
import type { Say } from "../views/toast.tsx";
import type { Go } from "./use-place.ts";

/** What every part of the library needs. */
export interface LibraryWorld {
  readonly database: Database;
  readonly search: SearchClient;
  readonly go: Go;
  /** Tells the user something, with a way back where there is one. */
  readonly say: Say;
}

const Context = createContext<LibraryWorld | null>(null);

export const LibraryProvider = Context.Provider;

export function useLibrary(): LibraryWorld {
  const world = useContext(Context);
  if (world === null) throw new Error("nothing around here says which library this is");
  return world;
}
