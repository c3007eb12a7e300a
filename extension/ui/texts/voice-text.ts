import type { ArticleName, Voice } from "../../../src/reading/names.ts";
import { message, type MessageKey } from "../../locale/message.ts";

const KINDS: Record<ArticleName["kind"], MessageKey> = {
  person: "kindPerson",
  place: "kindPlace",
  organisation: "kindOrganisation",
  source: "kindSource",
};
const VOICES: Record<Voice, MessageKey> = {
  person: "kindSource",
  group: "kindSource",
  body: "kindOrganisation",
  government: "kindGovernment",
  open: "kindUnnamed",
};

/** What somebody is, for people: a person, a government, a speaker that nobody names. */
export function kindText({ kind, voice }: Pick<ArticleName, "kind" | "voice">): string {
  return message(voice === null ? KINDS[kind] : VOICES[voice]);
}

/** What an analysis has for whoever speaks without a word that means them. */
const NO_WORDS = "…";

/** The words under which somebody is listed: a name, or what the text has instead. */
export function nameText({ name }: Pick<ArticleName, "name">): string {
  return name === NO_WORDS ? message("nobodyNamed") : name;
}
