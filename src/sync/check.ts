import * as v from "valibot";
import { colourNamesSchema } from "../annotation/records/schemas.ts";
import { EVERYWHERE } from "../annotation/records/site-settings.ts";
import { checkItem } from "../exchange/checks.ts";
import type { OwnerLabels } from "../page/site.ts";
import { countOf } from "./clock.ts";
import { DELETED, fateOf, STAMPS } from "./deletion.ts";
import type { Stored } from "./edited.ts";
import { type Entry, type Envelope, ENVELOPE_FORM, type Place, TRAVELLING } from "./envelope.ts";
import { FORMS } from "./forms.ts";
import { recordOf } from "./shown.ts";

/** What comes from a server is looked at as what comes from a file is: one envelope that is not whole is not taken, and loses no other. */

/** Far above what anybody writes: one that says more would be ahead of all others for ever. */
const MOST_CHANGES = 1_000_000_000;
const MOST_WRITERS = 10_000;
/** Entries of one field stand side by side only until machines have met. */
const MOST_ENTRIES = 200;

const writer = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, "not a writer's name"));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_CHANGES));
const clock = v.pipe(
  v.record(writer, count),
  v.check((held) => Object.keys(held).length <= MOST_WRITERS, "too many writers"),
);
const instant = v.pipe(
  v.string(),
  v.check((text) => Number.isFinite(Date.parse(text)), "not an instant"),
);
const deletion = v.nullable(v.object({ at: instant, saw: clock }));
const placedTag = v.nullable(v.object({ tag: v.pipe(v.string(), v.minLength(1)), place: v.number() }));
const entry = v.object({ by: writer, at: count, value: v.unknown(), rank: v.exactOptional(count) });
const envelopeSchema = v.object({
  form: v.literal(ENVELOPE_FORM),
  list: v.picklist(TRAVELLING),
  id: v.pipe(v.string(), v.maxLength(8_192)),
  schema: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  clock,
  fields: v.record(
    v.pipe(v.string(), v.maxLength(300)),
    v.pipe(v.array(entry), v.minLength(1), v.maxLength(MOST_ENTRIES)),
  ),
});

/** What one field may hold where it is no part of the record itself. */
function valueSchemaOf(name: string): v.GenericSchema | null {
  if (name === DELETED) return deletion;
  if (STAMPS.has(name)) return instant;
  return name.startsWith("tag:") ? placedTag : null;
}

/** Why an envelope is not taken: a later version of Sourceline wrote it, or it is not whole. */
export type EnvelopeProblem = "newer" | "damaged";
export type CheckedEnvelope =
  { readonly ok: true; readonly envelope: Envelope } | { readonly ok: false; readonly problem: EnvelopeProblem };

/**
 * An envelope as a server gave it, opened.
 *
 * @param ownerLabels tells whose a host is, as for `checkItem`.
 */
export function checkEnvelope(given: unknown, ownerLabels: OwnerLabels): CheckedEnvelope {
  if (isNewer(given)) return { ok: false, problem: "newer" };
  const checked = v.safeParse(envelopeSchema, given);
  if (!checked.success) return { ok: false, problem: "damaged" };
  const envelope = checked.output as Envelope;
  const areEntriesSound = Object.entries(envelope.fields).every(([name, entries]) => {
    const schema = valueSchemaOf(name);
    const isSound = (one: Entry): boolean =>
      (envelope.clock[one.by] ?? 0) >= one.at && (schema === null || v.is(schema, one.value));
    return entries.every(isSound);
  });
  if (!areEntriesSound) return { ok: false, problem: "damaged" };
  if (fateOf(envelope).isGone) return { ok: true, envelope };
  return storedOf(envelope, ownerLabels) === null ? { ok: false, problem: "damaged" } : { ok: true, envelope };
}

function isNewer(given: unknown): boolean {
  if (typeof given !== "object" || given === null) return false;
  const { form, list, schema } = given as {
    readonly form?: unknown;
    readonly list?: unknown;
    readonly schema?: unknown;
  };
  if (typeof form !== "number" || typeof schema !== "number" || typeof list !== "string") return false;
  const known = TRAVELLING.find((one) => one === list);
  return form > ENVELOPE_FORM || known === undefined || schema > FORMS[known].schema;
}

/** The record that an envelope comes to, as it is stored; `null` where it is gone or not whole. */
export function storedOf(envelope: Envelope, ownerLabels: OwnerLabels): Stored | null {
  const record = recordOf(envelope);
  const item = record === null ? null : checkRecord(envelope, record, ownerLabels);
  if (item === null || !FORMS[envelope.list].isStamped) return item;
  return { ...item, revision: countOf(envelope.clock), deleted: fateOf(envelope).deleted };
}

/**
 * A record of this machine's as another one would take it; `null` where none would: that stays here.
 *
 * @param stored as the store has it.
 */
export function travelling(place: Place, stored: Stored, ownerLabels: OwnerLabels): Stored | null {
  if (place.list === "sites" && place.id === EVERYWHERE) return null;
  const { isStamped } = FORMS[place.list];
  const stamps = isStamped ? { revision: 1, deleted: null } : {};
  const item = checkRecord(place, { ...stored, ...stamps }, ownerLabels);
  if (item === null || !isStamped) return item;
  return { ...item, revision: stored["revision"], deleted: stored["deleted"] };
}

function checkRecord({ list, id }: Place, record: Stored, ownerLabels: OwnerLabels): Stored | null {
  if (list === "colours") {
    const names = v.safeParse(colourNamesSchema, record);
    return names.success ? names.output : null;
  }
  const checked = checkItem(list, record, ownerLabels);
  if (!checked.ok) return null;
  const item = checked.item as unknown as Stored;
  return (list === "sites" ? item["site"] : item["id"]) === id ? item : null;
}
