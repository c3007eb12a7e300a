import type { Complement } from "./complement.ts";
import type { CueVerb } from "../../english/verbs.ts";
import { isBoundary, simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import type { Word } from "../../syntax/unit.ts";

/** Words without which a verb is no verb of speech: "pointed out", "summed up", "put it". */
export const PARTICLES: Readonly<Record<string, RegExp>> = {
  point: /^(?:out|to)$/,
  sum: /^up$/,
  put: /^it$/,
  refer: /^to$/,
};

/** "As Smith put it in a letter to the town, “…”". */
export function putSo(words: readonly Word[], from: number): Complement | null {
  const mark = words.findIndex((word, at) => at >= from && word.quoted === null && /^[,:]$/.test(word.text));
  if (mark >= 0 && words[mark + 1]?.quoted && !words.slice(from, mark).some((word) => word.finite))
    return { from: mark + 1, kind: "quote", after: "," };
  return words[from]?.quoted ? { from, kind: "quote", after: "" } : null;
}

/** Prepositions after which a verb's object is what was said: "warned of a flood", "commented on the plan". */
const GOVERNED: Readonly<Record<string, RegExp>> = {
  warn: /^(?:of|about|against)$/,
  comment: /^(?:on|about)$/,
  argue: /^(?:for|against)$/,
  call: /^for$/,
  insist: /^(?:on|upon)$/,
  joke: /^about$/,
  boast: /^(?:of|about)$/,
  brag: /^(?:of|about)$/,
  complain: /^(?:of|about)$/,
  testify: /^(?:about|to)$/,
  rave: /^about$/,
  respond: /^with$/,
  write: /^about$/,
  think: /^about$/,
};

/** "warned of a flood": the object behind the preposition, or `null`. */
export function prepositionalObject(words: readonly Word[], at: number, cue: CueVerb): Complement | null {
  const own = GOVERNED[cue.lemma];
  if (own === undefined || !own.test(words[at]?.lower ?? "")) return null;
  const first = words[at + 1];
  if (first === undefined || isBoundary(first)) return null;
  return simplePhraseEnd(words, at + 1) > at + 1 ||
    first.tag === "gerund" ||
    /^(?:how|what|why|whether)$/.test(first.lower)
    ? { from: at + 1, kind: "object", after: "" }
    : null;
}

/** Objects that make a deed of a verb: "claimed victory", "declared war", "found himself". */
const DEEDS: Readonly<Record<string, RegExp>> = {
  claim:
    /^(?:victory|victories|wins?|percent|votes?|delegates?|nomination|seats?|lead|prize|title|lives|life|territory|responsibility|ownership|asylum)$/,
  declare: /^(?:victory|war|bankruptcy|independence)$/,
  find: /^(?:himself|herself|themselves|itself|ways?|ground|time|it|refuge|work|success|comfort)$/,
  confirm: /^nominees?$/,
  deny: /^(?:bail|access|entry|visas?|requests?|chance)$/,
  tell: /^(?:story|stories|tales?|truth|lies|jokes?)$/,
  show: /^(?:restraint|interest|respect|courage|patience|signs?|hints?|strength|promise|contempt|resolve)$/,
};

/** Whether what stands after a verb of speech makes a deed of it, or a particle is missing ("points" without "out"). */
export function tellsDeed(words: readonly Word[], verb: number, cue: CueVerb): boolean {
  const particle = PARTICLES[cue.lemma];
  if (particle !== undefined && !particle.test(words[verb + 1]?.lower ?? "")) return true;
  const from = verb + 1;
  const object = DEEDS[cue.lemma];
  if (object === undefined) return false;
  const end = Math.max(from + 1, simplePhraseEnd(words, from));
  return words.slice(from, end).some((word) => object.test(word.lower)) && words[end]?.finite !== true;
}
