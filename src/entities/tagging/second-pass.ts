import { type Evidence, kindOfRole, ROLE_COUNT } from "./evidence.ts";
import { mix } from "./hash.ts";
import { LABEL_KINDS } from "./labels.ts";
import { type Lexeme, lexemeAt } from "./lexeme.ts";
import type { Run, TaggableSentence } from "./taggable.ts";

const FEATURE_LIMIT = 64;

/** Hashed features of one token for the second pass. Their templates go on from those of the first. */
export class SecondPassExtractor {
  /** The features of the token asked for last: the first `count` values. */
  readonly features = new Uint32Array(FEATURE_LIMIT);
  count = 0;
  readonly #kinds = new Int32Array(1 + LABEL_KINDS.length);

  #add(value: number, template: number): void {
    this.features[this.count] = mix(value, template);
    this.count += 1;
  }

  /** Nothing but what the first pass made of the token's word in the rest of the document; `role` is its own there, and `run`
   * the run of capitalised words that it stands in. */
  extract(sentence: TaggableSentence, at: number, evidence: Evidence, role: number, run: Run | null): void {
    this.count = 0;
    const { lexemes } = sentence;
    const here = lexemes[at];
    if (here === undefined || run === null || !here.isWord) return;
    const word = evidence.get(here);
    if (word === undefined) return;
    const ownKind = kindOfRole(role);
    const kinds = this.#kinds.fill(0);
    let present = 0;
    let total = 0;
    for (let other = 0; other < ROLE_COUNT; other += 1) {
      const count = (word.roles[other] ?? 0) - (other === role ? 1 : 0);
      if (count <= 0) continue;
      present |= 1 << other;
      total += count;
      const kind = kindOfRole(other);
      kinds[kind] = (kinds[kind] ?? 0) + count;
      this.#add(other * 4 + Math.min(count, 3), 91);
    }
    let best = 0;
    for (let kind = 1; kind < kinds.length; kind += 1) if ((kinds[kind] ?? 0) > (kinds[best] ?? 0)) best = kind;
    const share = total > 0 ? (kinds[best] ?? 0) / total : 0;
    const opinion = total === 0 ? 50 : best * 8 + (share >= 0.9 ? 2 : share >= 0.6 ? 1 : 0) + (total >= 3 ? 4 : 0);
    const position = (at === run.first ? 1 : 0) + (at === run.last ? 2 : 0);
    this.#add(opinion, 92);
    this.#add(mix(opinion, ownKind), 93);
    this.#add(mix(opinion, here.shape), 94);
    this.#add(mix(present, position), 95);
    this.#add(mix(present, role), 96);
    this.#add(mix(opinion, majority(lexemeAt(lexemes, at - 1), evidence)), 97);
    this.#add(mix(opinion, majority(lexemeAt(lexemes, at + 1), evidence)), 98);
  }
}

/** The kind that the first pass gave a word most often; 8 where it does not know it, 9 for what is no name. */
function majority(lexeme: Lexeme, evidence: Evidence): number {
  if (!lexeme.isWord || !lexeme.hasUpper) return 9;
  const roles = evidence.get(lexeme)?.roles;
  if (roles === undefined) return 8;
  let best = 0;
  let bestCount = roles[0] ?? 0;
  for (let kind = 1; kind <= LABEL_KINDS.length; kind += 1) {
    const count = (roles[3 * kind - 2] ?? 0) + (roles[3 * kind - 1] ?? 0) + (roles[3 * kind] ?? 0);
    if (count > bestCount) {
      best = kind;
      bestCount = count;
    }
  }
  return best;
}
