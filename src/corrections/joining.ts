import type { Entity } from "../entities/entity.ts";
import { type Cast, findKnown, type Known, replaceEntities, type Speaker, speakerOf } from "./cast.ts";
import { isSameName, type SameClaim } from "./corrections.ts";
import { joinEntities } from "./judgements.ts";

/**
 * The cast once two of it are one, with the statements of both: under the name of an entity before that of a mere source,
 * under the fuller name, or else under the one that the user chose. Where one of them is not in the article, nothing
 * changes.
 */
export function join(cast: Cast, { who, other }: SameClaim): Cast {
  const [chosen, asked] = [findKnown(cast, other), findKnown(cast, who)];
  if (chosen === null || asked === null) return cast;
  const [first, second] = leads(asked, chosen) ? [asked, chosen] : [chosen, asked];
  if ("speaker" in first) return "speaker" in second ? replaceSpeaker(cast, second.speaker, first.speaker) : cast;
  if ("speaker" in second) return takeIn(cast, first.entity, second.speaker);
  if (first.entity === second.entity) return cast;
  return replaceEntities(cast, [first.entity, second.entity], joinEntities(first.entity, second.entity));
}

/** Whether one of two is better known than the other. */
function leads(a: Known, b: Known): boolean {
  if ("entity" in a !== "entity" in b) return "entity" in a;
  return wordsOf(a) > wordsOf(b);
}

const wordsOf = (known: Known): number =>
  ("entity" in known ? known.entity : known.speaker).name.trim().split(/\s+/).length;

/** An entity with a source that is nobody else: its name is one more of the entity's. */
function takeIn(cast: Cast, entity: Entity, speaker: Speaker): Cast {
  const isKnown = [entity.name, ...entity.aliases].some((form) => isSameName(form, speaker.name));
  const aliases = [...entity.aliases, speaker.name].toSorted((a, b) => b.length - a.length);
  const fuller = isKnown ? entity : { ...entity, aliases };
  const taken = replaceEntities(cast, [entity], fuller);
  const spoken = taken.speakers.find((other) => other.entity === fuller);
  return replaceSpeaker(taken, speaker, spoken ?? speakerOf(fuller, speaker));
}

function replaceSpeaker(cast: Cast, gone: Speaker, speaker: Speaker): Cast {
  return { ...cast, speakers: cast.speakers.map((other) => (other === gone ? speaker : other)) };
}
