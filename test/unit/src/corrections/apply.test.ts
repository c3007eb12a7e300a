import { describe, expect, test } from "vitest";
import type { Analysis } from "../../../../src/analyse.ts";
import { applyCorrections } from "../../../../src/corrections/apply.ts";
import type { Correction, CorrectionScope, NameClaim, Verdict } from "../../../../src/corrections/corrections.ts";
import { CORRECTION_SCHEMA } from "../../../../src/corrections/upgrade.ts";
import type { Entity } from "../../../../src/entities/entity.ts";
import type { NameKind } from "../../../../src/annotation/records/name.ts";

const PAGE: CorrectionScope = { kind: "page", page: "post.example/pier", title: "Mayor denies everything" };
const ALWAYS: CorrectionScope = { kind: "always" };

type NameCorrection = Correction & NameClaim;
/** No span of these analyses is looked up in it. */
const TEXT = " ".repeat(500);

let made = 0;
function correct(name: string, verdict: Verdict, changes: Partial<NameCorrection> = {}): NameCorrection {
  made += 1;
  const instant = new Date(Date.UTC(1998, 3, 2, 8, 0, made)).toISOString();
  return {
    about: "name",
    id: crypto.randomUUID(),
    name,
    verdict,
    from: null,
    scope: ALWAYS,
    schema: CORRECTION_SCHEMA,
    revision: 1,
    created: instant,
    modified: instant,
    deleted: null,
    ...changes,
  };
}

const deny = (name: string, from: NameKind, changes: Partial<NameCorrection> = {}): NameCorrection =>
  correct(name, "none", { from, ...changes });

function entity(kind: Entity["kind"], name: string, starts: readonly number[], changes: Partial<Entity> = {}): Entity {
  const mentions = starts.map((start) => ({ start, end: start + name.length, repeated: false }));
  return { kind, name, aliases: [], role: null, mentions, ...changes };
}

const speaking = (speaker: number, start: number): Analysis["quotations"][number] => ({
  content: [{ start, end: start + 10 }],
  type: "direct",
  cue: null,
  source: { start: start + 12, end: start + 17 },
  speaker,
  nested: false,
  repeated: false,
});

/** Moen speaks twice, "Port Amsel" taken for a person and "Port Amsel" the place once each. */
const analysis: Analysis = {
  supported: true,
  entities: [
    entity("person", "Edvard Moen", [0, 300], { aliases: ["Moen"], role: "mayor" }),
    entity("person", "Port Amsel", [40], { role: "terminal" }),
    entity("place", "Lindholm", [80]),
    entity("place", "Port Amsel", [20, 120], { aliases: ["Amsel"] }),
    entity("person", "Michael  Jordan", [400], { aliases: ["Jordan"] }),
  ],
  sources: [
    { name: "Edvard Moen", kind: "person", entity: 0, mentions: [{ start: 0, end: 11 }], quotations: [0, 3] },
    { name: "Port Amsel", kind: "body", entity: 1, mentions: [{ start: 40, end: 50 }], quotations: [1] },
    { name: "officials", kind: "group", entity: null, mentions: [], quotations: [2] },
    { name: "Port Amsel", kind: "body", entity: 3, mentions: [{ start: 20, end: 30 }], quotations: [4] },
  ],
  quotations: [speaking(0, 100), speaking(1, 130), speaking(2, 160), speaking(0, 190), speaking(3, 220)],
};

const outline = ({ entities }: Analysis): string[] => entities.map(({ kind, name }) => `${kind} ${name}`);
const UNCHANGED = outline(analysis);
const without = (index: number): string[] => UNCHANGED.toSpliced(index, 1);
const withOne = (index: number, changed: string): string[] => UNCHANGED.with(index, changed);

describe("which correction holds", () => {
  const cases: readonly [string, readonly Correction[], readonly string[]][] = [
    ["none at all", [], UNCHANGED],
    ["a name that the article does not have", [correct("Agnes Lund", "none")], UNCHANGED],
    ["not a name: the entity vanishes", [correct("Edvard Moen", "none")], without(0)],
    ["another kind", [correct("Lindholm", "organisation")], withOne(2, "organisation Lindholm")],
    ["the kind that it has", [correct("Lindholm", "place")], UNCHANGED],
    ["white space is folded, on both sides", [correct(" Michael\nJordan ", "none")], without(4)],
    ["upper and lower case are told apart", [correct("lindholm", "none")], UNCHANGED],
    ["an alias of a place", [correct("Amsel", "none")], without(3)],
    ["a surname does not decide on whoever bears it", [correct("Jordan", "place")], UNCHANGED],
    ["one that was taken back", [correct("Lindholm", "none", { deleted: "1998-04-03T00:00:00.000Z" })], UNCHANGED],
    ["the newest", [correct("Lindholm", "none"), correct("Lindholm", "person")], withOne(2, "person Lindholm")],
    [
      "the newest, whatever the order in which they come",
      [correct("Lindholm", "none", { modified: "1998-05-01T00:00:00.000Z" }), correct("Lindholm", "person")],
      without(2),
    ],
    [
      "this page before everywhere",
      [correct("Lindholm", "person", { scope: PAGE }), correct("Lindholm", "none")],
      withOne(2, "person Lindholm"),
    ],
    ["not a person: the place of that name stays", [deny("Port Amsel", "person")], without(1)],
    ["not a place: the person of that name stays", [deny("Port Amsel", "place")], without(3)],
    [
      "not this and not that",
      [deny("Port Amsel", "person"), deny("Port Amsel", "place")],
      ["person Edvard Moen", "place Lindholm", "person Michael  Jordan"],
    ],
    ["denied as what it is not", [deny("Lindholm", "person")], UNCHANGED],
    [
      "denied without a kind, as older records have it: both go",
      [correct("Port Amsel", "none")],
      ["person Edvard Moen", "place Lindholm", "person Michael  Jordan"],
    ],
    [
      "a claim after the denial",
      [deny("Lindholm", "place"), correct("Lindholm", "organisation")],
      withOne(2, "organisation Lindholm"),
    ],
    ["a denial of what was claimed before", [correct("Lindholm", "person"), deny("Lindholm", "person")], without(2)],
    [
      "a denial of something else than was claimed",
      [correct("Lindholm", "person"), deny("Lindholm", "place")],
      withOne(2, "person Lindholm"),
    ],
    [
      "a denial here of what was claimed everywhere",
      [deny("Lindholm", "person", { scope: PAGE }), correct("Lindholm", "person")],
      without(2),
    ],
    ["not who said it: the name stays", [deny("Edvard Moen", "source")], UNCHANGED],
    [
      "the full name before an alias",
      [correct("Port Amsel", "organisation"), correct("Amsel", "none")],
      ["person Edvard Moen", "organisation Port Amsel", "place Lindholm", "person Michael  Jordan"],
    ],
  ];
  test.each(cases)("%s", (_what, corrections, expected) => {
    expect(outline(applyCorrections(TEXT, analysis, corrections))).toEqual(expected);
  });

  test("an alias of several words decides on a person", () => {
    const [moen] = analysis.entities;
    const fuller: Analysis = {
      ...analysis,
      entities: [{ ...moen!, name: "Edvard J. Moen", aliases: ["Edvard Moen", "Moen"] }],
      sources: [],
      quotations: [],
    };
    expect(applyCorrections(TEXT, fuller, [correct("Edvard Moen", "none")]).entities).toEqual([]);
  });
});

test("nothing to correct gives back the very same analysis", () => {
  expect(applyCorrections(TEXT, analysis, [correct("Lindholm", "place")])).toBe(analysis);
});

test("a person that becomes a place loses its role and keeps its mentions and statements", () => {
  const corrected = applyCorrections(TEXT, analysis, [correct("Edvard Moen", "place")]);
  expect(corrected.entities[0]).toEqual({ ...analysis.entities[0], kind: "place", role: null });
  expect(corrected.sources).toEqual(analysis.sources);
  expect(corrected.quotations).toEqual(analysis.quotations);
});

test("one that becomes what its namesake is already becomes one with it, and so do their statements", () => {
  const corrected = applyCorrections(TEXT, analysis, [correct("Port Amsel", "place")]);
  expect(outline(corrected)).toEqual([
    "person Edvard Moen",
    "place Port Amsel",
    "place Lindholm",
    "person Michael  Jordan",
  ]);
  const [, amsel] = corrected.entities;
  expect(amsel?.mentions.map(({ start }) => start)).toEqual([20, 40, 120]);
  expect(amsel).toMatchObject({ aliases: ["Amsel"], role: null });
  expect(corrected.sources.map(({ name, entity: index, quotations }) => [name, index, quotations])).toEqual([
    ["Edvard Moen", 0, [0, 3]],
    ["Port Amsel", 1, [1, 4]],
    ["officials", null, [2]],
  ]);
  expect(corrected.quotations.map(({ speaker }) => speaker)).toEqual([0, 1, 2, 0, 1]);
});

test("namesakes that recognition kept apart stay two", () => {
  const twins: Analysis = {
    ...analysis,
    entities: [
      entity("person", "Ivo Lund", [0]),
      entity("person", "Ivo Lund", [50]),
      entity("place", "Lindholm", [80]),
    ],
    sources: [],
    quotations: [],
  };
  expect(outline(applyCorrections(TEXT, twins, [correct("Lindholm", "none")]))).toEqual([
    "person Ivo Lund",
    "person Ivo Lund",
  ]);
});

const speakers = ({ sources, entities }: Analysis): unknown[] =>
  sources.map(({ name, entity: index, quotations }) => [
    name,
    index === null ? null : entities[index]?.kind,
    quotations,
  ]);

describe("what becomes of the statements", () => {
  const cases: readonly [string, readonly Correction[], readonly unknown[], readonly (number | null)[]][] = [
    [
      "what was said by a name that is none goes with it, and the others point where they did",
      [deny("Edvard Moen", "person")],
      [
        ["Port Amsel", "person", [0]],
        ["officials", null, [1]],
        ["Port Amsel", "place", [2]],
      ],
      [0, 1, 2],
    ],
    [
      "a source in its own right stays where its namesake goes",
      [deny("Port Amsel", "person")],
      [
        ["Edvard Moen", "person", [0, 2]],
        ["officials", null, [1]],
        ["Port Amsel", "place", [3]],
      ],
      [0, 1, 0, 2],
    ],
    [
      "a source that is no entity is denied by its name, however it is written",
      [deny("Officials", "source")],
      [
        ["Edvard Moen", "person", [0, 2]],
        ["Port Amsel", "person", [1]],
        ["Port Amsel", "place", [3]],
      ],
      [0, 1, 0, 2],
    ],
    [
      "not who said it: the statements go, the person stays",
      [deny("Edvard Moen", "source")],
      [
        ["Port Amsel", "person", [0]],
        ["officials", null, [1]],
        ["Port Amsel", "place", [2]],
      ],
      [0, 1, 2],
    ],
    [
      "an organisation keeps what it says",
      [correct("Edvard Moen", "organisation")],
      [
        ["Edvard Moen", "organisation", [0, 3]],
        ["Port Amsel", "person", [1]],
        ["officials", null, [2]],
        ["Port Amsel", "place", [4]],
      ],
      [0, 1, 2, 0, 3],
    ],
  ];
  test.each(cases)("%s", (_what, corrections, sources, said) => {
    const corrected = applyCorrections(TEXT, analysis, corrections);
    expect(speakers(corrected)).toEqual(sources);
    expect(corrected.quotations.map(({ speaker }) => speaker)).toEqual(said);
  });

  test("an outer statement is nested as long as another stands in it", () => {
    const outer = { ...speaking(2, 95), content: [{ start: 95, end: 145 }], nested: true };
    const [moen, amsel] = analysis.quotations;
    const nesting: Analysis = {
      ...analysis,
      sources: analysis.sources
        .slice(0, 3)
        .map((source, index) => ({ ...source, quotations: [[1], [2], [0]][index]! })),
      quotations: [outer, moen!, amsel!],
    };
    const nested = (corrections: readonly Correction[]): boolean | undefined =>
      applyCorrections(TEXT, nesting, corrections).quotations[0]?.nested;
    expect(nested([deny("Edvard Moen", "source")])).toBe(true);
    expect(nested([deny("Edvard Moen", "source"), deny("Port Amsel", "person")])).toBe(false);
    expect(nested([deny("Lindholm", "place")])).toBe(true);
  });
});
