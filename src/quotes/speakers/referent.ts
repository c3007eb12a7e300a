import type { Gender } from "./gender.ts";

/** `open`: nobody is named, and who is meant stays open ("he"). */
export type SpeakerKind = "person" | "body" | "group" | "open";

/** One way in which the text calls somebody. All words are in lower case. */
export interface Calling {
  /** The nouns in the singular: "minister", "airline". */
  readonly nouns: ReadonlySet<string>;
  /** The noun that the others belong to, where it is known. */
  readonly head: string | null;
  /** What stands before them: "former", "health". */
  readonly words: ReadonlySet<string>;
  /** Those of the words that are names: "iranian". */
  readonly names: ReadonlySet<string>;
}

/** Somebody or something that the text speaks of and that may say something. It grows as the text is read. */
export interface Referent {
  kind: SpeakerKind;
  /** False where nothing but an unknown noun tells the kind. */
  readonly isSure: boolean;
  /** Index of the entity, or `null`. */
  readonly entity: number | null;
  /** The fullest name or words. */
  name: string;
  gender: Gender | null;
  /** A country or town: it may speak, but no company is meant by it. */
  readonly isPlace: boolean;
  readonly callings: Calling[];
  /** Whether it has said something so far. */
  hasSpoken: boolean;
  /** The unit where it was met last, or -1. */
  lastUnit: number;
  /** The offset where it is first named in the text. */
  readonly firstStart: number;
}

/** One place where somebody is on stage. */
export interface Presence {
  readonly referent: Referent;
  readonly unit: number;
  readonly start: number;
  readonly subject: boolean;
  /** Only talked about, in what somebody else says. */
  readonly told: boolean;
}
