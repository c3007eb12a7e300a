/** The version of the stored record's form. Form 1 had no `from`; forms 1 and 2 spoke of names alone and had no `about`. */
export const CORRECTION_SCHEMA = 3;

/** A record as this version has it: forms 1 and 2 spoke of names alone. What is no such record stays as it is. */
export function upgradeCorrection(record: unknown): unknown {
  if (typeof record !== "object" || record === null) return record;
  const { schema } = record as { readonly schema?: unknown };
  return schema === 1 || schema === 2 ? { from: null, ...record, about: "name", schema: CORRECTION_SCHEMA } : record;
}
