import type { Token } from "../../../text/document.ts";
import { NameIndex, withNames } from "../name-index.ts";
import type { NameMention } from "../name-mention.ts";
import type { TaggedText } from "../tagged-text.ts";

const ORDINAL = /^\d{1,3}(?:st|nd|rd|th)$/i;
const STREET = /^(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Lane|Place|Court|Parkway|Terrace)$/;
const DIRECTION = /^(?:North|South|East|West|N\.?|S\.?|E\.?|W\.?|NE|NW|SE|SW)$/;
/** Roads and quarters of a city whose number follows. */
const NUMBERED = /^(?:Interstate|Highway|Route)$/;
const QUARTER = /^(?:District|Sector|Zone)$/;
/** British roads. Aircraft and paper are called so too. */
const BRITISH = /^[AM](?!3\d0$)\d{1,4}$/;
const NO_ROAD = /^(?:aircraft|plane|planes|jet|jets|airliner|carbine|rifle|pistol|chip|chips|processor|paper|sheet)$/;

/**
 * Adds roads that are called by a number ("17th Street", "East 42nd St.", "Interstate 95", "the A417"): a number is no
 * capital, so that the tagger never looks at it. Names that hold such a road stay, those that hold a part of it go.
 */
export function addNumberedRoads(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const roads = text.sentences.flatMap(({ tokens }, sentence) => roadsIn(tokens, sentence));
  if (roads.length === 0) return [...names];
  const index = new NameIndex(text, names);
  const isHeld = ({ sentence, first, last }: NameMention): boolean => {
    const name = index.at(sentence, first);
    return name !== undefined && name.first <= first && last <= name.last;
  };
  return withNames(
    text,
    names,
    roads.filter((road) => !isHeld(road)),
  );
}

function roadsIn(tokens: readonly Token[], sentence: number): NameMention[] {
  const roads: NameMention[] = [];
  const text = (at: number): string => tokens[at]?.text ?? "";
  for (let at = 0; at < tokens.length; at += 1) {
    if (!mayOpen(text(at).charCodeAt(0))) continue;
    if (ORDINAL.test(text(at)) && STREET.test(text(at + 1))) {
      const first = DIRECTION.test(text(at - 1)) ? at - 1 : at;
      roads.push({ sentence, first, last: at + 1, kind: "place" });
    } else if (NUMBERED.test(text(at)) && /^\d{1,4}$/.test(text(at + 1))) {
      roads.push({ sentence, first: at, last: at + 1, kind: "place" });
    } else if (
      QUARTER.test(text(at)) &&
      /^\d{1,3}$/.test(text(at + 1)) &&
      /^(?:in|near|from|to|across)$/i.test(text(at - 1))
    ) {
      roads.push({ sentence, first: at, last: at + 1, kind: "place" });
    } else if (BRITISH.test(text(at)) && !NO_ROAD.test(text(at + 1)) && isRoad(tokens, at, roads)) {
      roads.push({ sentence, first: at, last: at, kind: "place" });
    }
  }
  return roads;
}

/** Whether a road may begin with this character, which few words do: the expressions would take a tenth of the time. */
const mayOpen = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  code === 65 ||
  code === 68 ||
  (code >= 72 && code <= 77) ||
  code === 82 ||
  code === 83 ||
  code === 90;

/** "the A417", "the A436, A40 and A429". */
function isRoad(tokens: readonly Token[], at: number, roads: readonly NameMention[]): boolean {
  const before = tokens[at - 1]?.text ?? "";
  if (/^the$/i.test(before)) return true;
  return /^(?:,|and|or)$/.test(before) && roads.at(-1)?.last === at - 2;
}
