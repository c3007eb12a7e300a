import type { Verb } from "../../english/verbs.ts";
import type { VerbGroup } from "../../syntax/verb-group.ts";
import type { Word } from "../../syntax/word.ts";

/** A verb of speech in its place. */
export interface Cue {
  readonly words: readonly Word[];
  readonly at: number;
  readonly verb: Verb;
  readonly group: VerbGroup;
}
