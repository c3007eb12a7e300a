import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../harness.ts";

/** The checker of accessibility, as a library that runs in the document which it checks. */
export const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with the document that it runs in, or with a part of it, after at least so many rules. */
export async function runAxe({ part, rules }: { part: readonly string[] | null; rules: number }): Promise<string[]> {
  type Found = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]; passes: unknown[] };
  type Axe = { run(context: unknown): Promise<Found> };
  const context = part === null ? document : { include: [{ fromShadowDom: part }] };
  const { violations, passes } = await (globalThis as unknown as { axe: Axe }).axe.run(context);
  if (passes.length < rules) throw new Error(`axe looked at ${passes.length} rules only`);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
  );
}

export const LOOKS = ["light", "dark", "forced"] as const;
