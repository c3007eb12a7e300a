import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../harness.ts";

/** The checker of accessibility, as a library that runs in the document which it checks. */
export const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

interface Wanted {
  /** The part that is looked at, by the selectors of its hosts and its own; `null` for the whole document. */
  readonly part: readonly string[] | null;
  /** How many rules must have been looked at. */
  readonly rules: number;
}

/** What axe finds wrong with the document that it runs in, or with a part of it. */
export async function runAxe({ part, rules }: Wanted): Promise<string[]> {
  type Found = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]; passes: unknown[] };
  type Axe = { run(context: unknown, options: { iframes: boolean }): Promise<Found> };
  const include = part !== null && part.length > 1 ? { fromShadowDom: part } : part;
  const context = include === null ? document : { include: [include] };
  const { violations, passes } = await (globalThis as unknown as { axe: Axe }).axe.run(
    context,
    // In a frame without scripts nobody would answer it.
    { iframes: false },
  );
  if (passes.length < rules) throw new Error(`axe looked at ${passes.length} rules only`);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
  );
}

export const LOOKS = ["light", "dark", "forced"] as const;
