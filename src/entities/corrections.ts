import type { Entity, EntityKind } from "./entity.ts";

/** What a reader said of a name that was taken for the wrong thing. */
export interface Correction {
  /** The name or any other form of it, as it stands in a text. */
  readonly form: string;
  /** What it was taken for. */
  readonly from: EntityKind;
  /** What it is; `null` for none of these ("not a person"). */
  readonly to: EntityKind | null;
  /** The identity of the page that it holds for, or `null` where it always holds. */
  readonly page: string | null;
}

/** Forms are compared without case and with white space folded. */
function formKey(form: string): string {
  return form.trim().replace(/\s+/g, " ").toLowerCase();
}

/**
 * Applies a reader's corrections to what was found on a page. A correction reaches an entity through any of its forms;
 * one for the page outweighs one that always holds, and of two alike the later counts. Entities that become alike in
 * kind and name are joined. The order stays that of first mentions.
 *
 * @param page the identity of the page that the entities stand on.
 */
export function applyCorrections(
  entities: readonly Entity[],
  corrections: readonly Correction[],
  page: string,
): Entity[] {
  const byForm = new Map<string, Correction>();
  const key = (kind: EntityKind, form: string): string => `${kind} ${formKey(form)}`;
  for (const isLocal of [false, true]) {
    for (const correction of corrections) {
      if ((correction.page !== null) !== isLocal || (isLocal && correction.page !== page)) continue;
      byForm.set(key(correction.from, correction.form), correction);
    }
  }
  const corrected: Entity[] = [];
  for (const entity of entities) {
    const form = [entity.name, ...entity.aliases].find((candidate) => byForm.has(key(entity.kind, candidate)));
    const correction = form === undefined ? undefined : byForm.get(key(entity.kind, form));
    if (correction === undefined) corrected.push(entity);
    else if (correction.to !== null) {
      corrected.push({ ...entity, kind: correction.to, role: correction.to === "person" ? entity.role : null });
    }
  }
  return joinAlike(corrected);
}

function joinAlike(entities: readonly Entity[]): Entity[] {
  const byName = new Map<string, Entity>();
  for (const entity of entities) {
    const key = `${entity.kind} ${formKey(entity.name)}`;
    const other = byName.get(key);
    byName.set(key, other === undefined ? entity : join(other, entity));
  }
  return [...byName.values()].toSorted((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

function join(a: Entity, b: Entity): Entity {
  const aliases = new Set([...a.aliases, b.name, ...b.aliases]);
  aliases.delete(a.name);
  return {
    ...a,
    aliases: [...aliases].toSorted((one, other) => other.length - one.length),
    role: a.role ?? b.role,
    mentions: [...a.mentions, ...b.mentions].toSorted((one, other) => one.start - other.start),
  };
}
