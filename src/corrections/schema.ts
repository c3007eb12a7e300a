import * as v from "valibot";
import { NAME_KINDS } from "../annotation/records/name.ts";
import { name } from "../annotation/records/schemas.ts";
import { address, title, uuid } from "../annotation/records/simple-schemas.ts";
import { type Claim, isJudgement, VERDICTS } from "./corrections.ts";
import { STATEMENT_LIMIT } from "./statement-words.ts";

const pageScope = v.object({ kind: v.literal("page"), page: address, title });
const scope = v.variant("kind", [v.object({ kind: v.literal("always") }), pageScope]);
const pointed = v.object({ kind: v.picklist(NAME_KINDS), name });
const around = v.pipe(v.string(), v.maxLength(1_000));

/** What a correction says, by what it is about. */
const claims = {
  name: {
    about: v.literal("name"),
    name,
    verdict: v.picklist(VERDICTS),
    from: v.nullable(v.picklist(NAME_KINDS)),
    scope,
  },
  speaker: {
    about: v.literal("speaker"),
    statement: v.object({
      exact: v.pipe(v.string(), v.minLength(1), v.maxLength(STATEMENT_LIMIT)),
      prefix: around,
      suffix: around,
    }),
    speaker: v.nullable(pointed),
    scope: pageScope,
  },
  same: { about: v.literal("same"), who: pointed, other: pointed, scope },
  apart: { about: v.literal("apart"), who: pointed, form: name, scope },
} as const;

/** What a record of corrections is checked against, with what a draft or a file has besides what it says. */
export function correctionSchemaWith<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(
    v.variant("about", [
      v.object({ ...claims.name, ...entries }),
      v.object({ ...claims.speaker, ...entries }),
      v.object({ ...claims.same, ...entries }),
      v.object({ ...claims.apart, ...entries }),
    ]),
    v.check((correction) => isWhole(correction as unknown as Claim), "a name that is something is not denied"),
  );
}

const isWhole = (claim: Claim): boolean => claim.about !== "name" || isJudgement(claim);

/** The schema of a correction as the user makes it. */
export const correctionDraftSchema = correctionSchemaWith({ id: uuid });
