import * as v from "valibot";
import { NAME_KINDS } from "../annotation/records/name.ts";
import { address, name, title, uuid } from "../annotation/records/schemas.ts";
import { isJudgement, VERDICTS } from "./corrections.ts";

/** The schema of a correction as the user makes it. */
export const correctionDraftSchema = v.pipe(
  v.object({
    id: uuid,
    name,
    verdict: v.picklist(VERDICTS),
    from: v.nullable(v.picklist(NAME_KINDS)),
    scope: v.variant("kind", [
      v.object({ kind: v.literal("always") }),
      v.object({ kind: v.literal("page"), page: address, title }),
    ]),
  }),
  v.check((correction) => isJudgement(correction), "a name that is something is not denied"),
);
