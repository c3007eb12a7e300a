import type { EntityKind } from "../../entity.ts";
import { classBit } from "../../tagging/gazetteer.ts";
import type { NameMention } from "../name-mention.ts";
import { classesOf, formOf, type TaggedText } from "../tagged-text.ts";

/** Places that speak for a government or a town: "Moscow said". */
const KNOWN = classBit("country") | classBit("city") | classBit("region") | classBit("feature");
const TOWN = classBit("town");

/** What hardly anybody but a person or a body does. */
const SPEECH =
  /^(?:said|says|told|tells|added|adds|explained|explains|recalled|recalls|admitted|insisted|wrote|writes|replied|joked|laughed|smiled|testified|reported)$/;
/** What follows a name behind its verb: "said Noma.", but not "said Noma was flooded". */
const AFTER_SPEAKER = /^(?:[.,;:—–]|who|when|after|in|on)$/;

/** How often a name must speak that is a small town's as well. */
const OFTEN = 2;

/**
 * Gives names that were taken for places but speak, unlike places, the kind of who speaks, in the whole document: people
 * ("said Noma", "Hawk told"), or bodies ("the China Daily said"). Known cities and countries stay what they are, since
 * they speak for their governments.
 */
export function hearSpeakers(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const heard = new Map<string, { kind: EntityKind; times: number }>();
  for (const name of names) {
    const kind = name.kind === "place" ? speakerKind(text, name) : null;
    if (kind === null || (classesOf(text, name) & KNOWN) !== 0) continue;
    const form = formOf(text, name);
    heard.set(form, { kind, times: (heard.get(form)?.times ?? 0) + 1 });
  }
  if (heard.size === 0) return [...names];
  return names.map((name) => {
    const speaker = name.kind === "place" ? heard.get(formOf(text, name)) : undefined;
    if (speaker === undefined) return name;
    const enough = (classesOf(text, name) & TOWN) !== 0 ? OFTEN : 1;
    return speaker.times >= enough ? { ...name, kind: speaker.kind } : name;
  });
}

/** What speaks by the name here, or `null` where nothing does. */
function speakerKind({ sentences }: TaggedText, { sentence, first, last }: NameMention): EntityKind | null {
  const tokens = sentences[sentence]?.tokens ?? [];
  const before = tokens[first - 1]?.text ?? "";
  const after = tokens[last + 1]?.text;
  const speaks = after !== undefined && SPEECH.test(after);
  if (/^the$/i.test(before)) return speaks && first < last ? "organisation" : null;
  // "a spokeswoman at the airport says": who speaks for a place
  if (/^(?:an?|at|in|from|near|of)$/i.test(before)) return null;
  const said = /^(?:said|says|added|adds)$/.test(before) && (after === undefined || AFTER_SPEAKER.test(after));
  const accordingTo = before === "to" && /^according$/i.test(tokens[first - 2]?.text ?? "");
  return speaks || said || accordingTo ? "person" : null;
}
