import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes an empty folder for a browser's profile; `browser` is part of its name. Gives its path. */
export const makeProfile = (browser: string): string => mkdtempSync(join(tmpdir(), `sourceline-${browser}-`));

/**
 * Removes a profile whose browser has ended. Processes that the browser had started may write to it for a moment longer:
 * it is tried for up to 8 seconds, and what then still comes anew is left to the system's own tidying.
 */
export async function removeProfile(profile: string): Promise<void> {
  try {
    await rm(profile, { recursive: true, force: true, maxRetries: 12, retryDelay: 100 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOTEMPTY") throw error;
  }
}
