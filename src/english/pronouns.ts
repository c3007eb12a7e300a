/** Pronouns, apart from the other closed classes: who only asks for them need not load those. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Pronouns that can only be subjects. */
export const SUBJECT_PRONOUNS = words("he she they it we i you who");

export const PRONOUNS = words(`
  he she they it we i you him them me us himself herself themselves itself myself ourselves yourself yourselves
  someone somebody something anyone anybody anything everyone everybody everything nobody nothing none others
  hers theirs ours mine yours here there
`);
