import * as v from "valibot";
import { ANNOTATION_SCHEMA } from "../annotation/records/annotation.ts";
import { ARTICLE_SCHEMA } from "../annotation/records/kept-article.ts";
import { NAME_NOTE_SCHEMA } from "../annotation/records/name-note.ts";
import { CORRECTION_SCHEMA } from "../corrections/upgrade.ts";
import type { Refusal } from "./backup.ts";

/** No record of this version has a higher form. */
const NEWEST = Math.max(ANNOTATION_SCHEMA, ARTICLE_SCHEMA, CORRECTION_SCHEMA, NAME_NOTE_SCHEMA);

const HISTORY: ReadonlySet<string> = new Set(["created", "modified", "revision"]);

/** The longest label, in UTF-16 code units. */
const LABEL = 60;

/** Why an item is refused, from the first thing that is wrong with it. */
export function refusalOf(issue: v.BaseIssue<unknown>, item: unknown): Refusal {
  // What a later version adds may be what looks wrong.
  if (formOf(item) > NEWEST) return "newer";
  const path = v.getDotPath(issue) ?? "";
  const field = path.split(".").at(-1);
  if (path === "target.selectors.quote.exact" && issue.input === "") return "no-words";
  if (HISTORY.has(field ?? "")) return "history";
  if (issue.input === undefined) return "damaged";
  if (issue.type === "max_length") return "too-long";
  if (field === "source") return "address";
  return field === "deleted" ? "deleted" : "damaged";
}

function formOf(item: unknown): number {
  const form = at(item, "schema");
  return typeof form === "number" ? form : 0;
}

/** Where an item may say what it is about, the most telling first. */
const TELLING = [
  ["target", "selectors", "quote", "exact"],
  ["body", "note"],
  ["subject", "name"],
  ["name"],
  ["statement", "exact"],
  ["who", "name"],
  ["site"],
  ["title"],
  ["target", "title"],
] as const;

/** The beginning of what an item says. It comes from a file that may say anything, so it is text and short. */
export function labelOf(item: unknown): string {
  for (const path of TELLING) {
    const value = path.reduce(at, item);
    if (typeof value !== "string" || value.trim() === "") continue;
    const text = value
      .slice(0, 4 * LABEL)
      .replace(/\s+/g, " ")
      .trim();
    return text.length > LABEL ? `${text.slice(0, LABEL).trimEnd()}…` : text;
  }
  return "";
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
