import { partOf } from "../part.ts";
import type { LoadedOverlay, OverlayPage } from "./contract.ts";

/** What shows things on top of the page, loaded at the user's first move on it. `signal` takes it away. */
export const overlayPart = partOf<(page: OverlayPage, signal: AbortSignal) => LoadedOverlay>("overlay");
