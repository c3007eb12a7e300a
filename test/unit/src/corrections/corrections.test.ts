import { expect, test } from "vitest";
import { type Claim, mayHoldEverywhere, type Pointed, replaces } from "../../../../src/corrections/corrections.ts";

const person = (name: string): Pointed => ({ kind: "person", name });
const source = (name: string): Pointed => ({ kind: "source", name });
const said = (exact: string, prefix = "", speaker: Pointed | null = null): Claim => ({
  about: "speaker",
  statement: { exact, prefix, suffix: "" },
  speaker,
});
const same = (who: Pointed, other: Pointed): Claim => ({ about: "same", who, other });
const apart = (who: Pointed, form: string): Claim => ({ about: "apart", who, form });
const place = (name: string): Claim => ({ about: "name", name, verdict: "place", from: null });
const denied = (name: string): Claim => ({ about: "name", name, verdict: "none", from: "person" });

test.each<[string, Claim, Claim, boolean]>([
  ["another kind of a name", place("Lindholm"), { ...place("Lindholm"), verdict: "person" } as Claim, true],
  ["a claim after a denial: what it is not holds on", place("Lindholm"), denied("Lindholm"), false],
  ["two denials", { ...denied("Lindholm"), from: "source" } as Claim, denied("Lindholm"), false],
  ["another name", place("Lindholm"), place("Amsel"), false],
  ["another speaker of a statement", said("“It sank,”", "", person("Karl Berg")), said("It sank"), true],
  ["the same words elsewhere", said("“It sank,”", "Berg said: "), said("“It sank,”", "Holm said: "), false],
  ["another statement", said("It sank"), said("It rose"), false],
  [
    "two the other way round",
    same(person("Karl Berg"), person("Holm")),
    same(person("Holm"), person("Karl Berg")),
    true,
  ],
  ["one who is two after all", apart(person("Karl Berg"), "berg"), same(person("Berg"), person("Karl Berg")), true],
  ["another pair", same(person("Karl Berg"), person("Holm")), same(person("Karl Berg"), person("Moe")), false],
  ["a pair and a name", same(person("Karl Berg"), person("Holm")), place("Karl Berg"), false],
  ["a name and a pair", place("Karl Berg"), same(person("Karl Berg"), person("Holm")), false],
  ["a statement and a pair", said("Karl Berg"), same(person("Karl Berg"), person("Holm")), false],
])("whether a later thought replaces an earlier one: %s", (_what, later, earlier, expected) => {
  expect(replaces(later, earlier)).toBe(expected);
});

test.each<[string, Claim, boolean]>([
  ["a name's kind", place("Berg"), true],
  ["a statement", said("It sank"), false],
  ["two full names", same(person("Karl Berg"), person("Karl J. Berg")), true],
  ["a surname", same(person("Berg"), person("Karl Berg")), false],
  ["a description", same(person("Karl Berg"), source("the mayor")), false],
  ["a body and its short name", same(source("The Harbour Trust"), source("HT")), true],
  ["a full name that is not this one's", apart(person("Karl Berg"), "Karl Erik Berg"), true],
  ["a surname that is not", apart(person("Karl Berg"), "Berg"), false],
  ["a part of a place's name", apart({ kind: "place", name: "Port Amsel" }, "Amsel"), true],
])("whether it can hold everywhere: %s", (_what, claim, expected) => {
  expect(mayHoldEverywhere(claim)).toBe(expected);
});
